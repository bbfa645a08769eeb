"""Headlines: what one names, and whether the text has it."""
