"""Long runs of hostile input, each started by one command."""
