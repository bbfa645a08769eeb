"""How patterns run fast and within their budget; nothing here knows an article."""
