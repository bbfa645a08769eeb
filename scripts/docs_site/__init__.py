"""The pages of the documentation that are made from the code and the rules when the site is built."""
