"""Pictures of an exact size, and maps spread over several of them."""
