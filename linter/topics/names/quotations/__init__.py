"""Quotations: one that stands twice, in two wordings or by two speakers."""
