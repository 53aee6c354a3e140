"""Source documents, and the passages that citations point at."""
