"""Words that the desk stops at, and what needs a source. Pure: no Django."""
