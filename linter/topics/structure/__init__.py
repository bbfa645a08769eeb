"""Structure: what is missing, doubled or broken off in the build of an article."""
