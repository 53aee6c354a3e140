"""The bundled font: its files, how wide text is in it, and the part of it that a file carries."""
