"""Language: words, passages and characters that do not belong into the language of the text."""
