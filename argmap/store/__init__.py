"""Reading and writing map files: strict YAML with positions, structural rules, canonical text."""
