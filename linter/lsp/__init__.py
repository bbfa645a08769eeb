"""The language server: what editors show of articles while they are written."""
