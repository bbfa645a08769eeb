"""Readers of plain-text markup beside Markdown: reStructuredText, AsciiDoc, Org, LaTeX."""
