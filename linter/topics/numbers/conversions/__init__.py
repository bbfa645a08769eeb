"""Conversions: one quantity in two units or currencies, or for one of many."""
