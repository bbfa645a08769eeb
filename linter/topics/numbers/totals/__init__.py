"""Totals: parts and the whole that they make."""
