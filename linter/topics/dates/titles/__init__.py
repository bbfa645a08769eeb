"""Titles: dates in headlines and names of files, against those of the text."""
