"""The HTTP server: a page, LanguageTool's protocol, and a JSON API of factlint's own."""
