"""Additional points of the score. Pure: no Django."""
