"""Weekdays, and times said from the article's day or from another. Pure: no Django."""
