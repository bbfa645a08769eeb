"""Suppressions: comments and front matter that silence a rule, and whether they did."""
