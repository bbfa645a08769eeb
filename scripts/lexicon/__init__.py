"""Builds the word tables under ``linter/data``; needed at development time only."""
