"""Data: tables, and references to what is numbered, and what of them does not fit together."""
