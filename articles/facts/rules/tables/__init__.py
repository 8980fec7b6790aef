"""Tables of draws, and tables that sum draws up. Pure: no Django."""
