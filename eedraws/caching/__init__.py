"""Whole pages, kept for readers who are nobody in particular: until the content changes or something falls due."""
