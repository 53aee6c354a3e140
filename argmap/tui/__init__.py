"""The terminal user interface. Textual and Rich are used here and nowhere else."""
