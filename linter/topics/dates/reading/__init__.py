"""Reading: from words and digits to dates."""
