"""A day written in the form of another. Pure: no Django."""

import re
from datetime import date


def ends(like: str, day: date) -> str | None:
    """Write a day as `like` writes one, the month first or the day first, with or without the year; None for other forms."""
    year = str(day.year) if re.search(r"\d{4}", like) else ""
    if re.fullmatch(r"[A-Za-z]{3,9}\.? \d{1,2}(?:,? \d{4})?", like):
        return f"{day:%B} {day.day}{', ' if year else ''}{year}"
    if re.fullmatch(r"\d{1,2} [A-Za-z]{3,9}\.?(?: \d{4})?", like):
        return f"{day.day} {day:%B}{' ' if year else ''}{year}"
    return day.isoformat() if re.fullmatch(r"\d{4}-\d\d-\d\d", like) else None
