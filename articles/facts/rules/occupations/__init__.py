"""NOC codes with titles, and who is on the list of a type. Pure: no Django."""
