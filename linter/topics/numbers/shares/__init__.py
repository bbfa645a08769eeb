"""Shares: parts of a whole told as fractions and percentages."""
