"""From the lowest cut-off to the highest, and mean cut-offs. Pure: no Django."""
