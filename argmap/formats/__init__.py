"""Other forms of a map: one file per format, and the registry that finds them."""
