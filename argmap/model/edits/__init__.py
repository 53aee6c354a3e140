"""Edits: each a pure function from a map to an `Edit`, refused where it makes no sense."""
