"""Articles and the readers that make them, one module a format."""
