"""Reading: from digits and words to quantities with their units."""
