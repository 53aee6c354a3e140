"""Which key runs which command, and what keys are called."""
