"""What stands on the screen, as lines of pieces: built and tested without a terminal."""
