"""Conditions of the categories. Pure: no Django."""
