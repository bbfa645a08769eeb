"""Figures: numbers that cannot be, and slips of their digits."""
