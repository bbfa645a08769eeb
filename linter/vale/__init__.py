"""Vale's styles as rules of ours: ``.vale.ini``, styles, vocabularies, and the patterns in them."""
