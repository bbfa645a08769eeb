"""Tables, and references to what is numbered: what of it does not fit together."""
