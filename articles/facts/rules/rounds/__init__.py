"""What is said of one draw: date, number, type, invitations, cut-off, tie-break. Pure: no Django."""
