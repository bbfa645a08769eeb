"""Running rules: on one article, and on many files."""
