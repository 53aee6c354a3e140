"""What the browser shows and where one is in it: rows, folds, filters, search.

No screen is known here.
"""
