"""Changes: what a number was, what it became, and what is said of it."""
