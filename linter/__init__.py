"""factlint: a fact-checking and consistency linter for articles."""

__version__ = "0.1.0"
