"""Sources: what an article says that none of the texts it was made of supports."""
