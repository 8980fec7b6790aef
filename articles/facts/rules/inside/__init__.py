"""The text against itself. Pure: no Django."""
