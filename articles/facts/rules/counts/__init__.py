"""How many draws there were, of what, and when there was none. Pure: no Django."""
