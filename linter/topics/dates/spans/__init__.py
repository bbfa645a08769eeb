"""Spans: two times, and what is said to lie between them."""
