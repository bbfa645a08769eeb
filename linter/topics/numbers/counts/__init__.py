"""Counts: how many things are announced, and how many follow."""
