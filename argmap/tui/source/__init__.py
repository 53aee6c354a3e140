"""Reading a source: its text as lines, moving and selecting in it, what is chosen.

No screen is known here.
"""
