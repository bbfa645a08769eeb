"""The facts that a desk has written down (a story bible), and what an article says of them."""
