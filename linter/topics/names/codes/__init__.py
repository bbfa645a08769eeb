"""Codes: versions, issues and other identifiers in text, links, headline and file name."""
