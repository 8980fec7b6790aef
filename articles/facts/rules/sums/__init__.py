"""Invitations added up over draws, and their means. Pure: no Django."""
