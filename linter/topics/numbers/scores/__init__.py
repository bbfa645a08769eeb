"""Scores: matches, votes and who won them."""
