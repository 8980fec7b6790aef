"""A draw, or a time, held against others: how far apart, which one, since when, how long. Pure: no Django."""
