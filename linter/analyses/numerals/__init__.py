"""Numbers as languages write them: words, scales, and what loosens them."""
