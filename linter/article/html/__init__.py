"""HTML: whole pages, and what other formats hold of it."""
