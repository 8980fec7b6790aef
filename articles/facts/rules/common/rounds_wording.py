"""The record's values as an editor reads them, and as they go into the text in place of wrong ones."""

import re
from datetime import UTC, date

from articles.facts.model import Draw
from articles.facts.reading import CategoryMention, DateMention, Mention, NumberMention
from articles.facts.reading.counting import written
from articles.facts.statements import What

# English names of months whatever the language of the site: these are dates inside of an English article.
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_LIVE = {
    What.DATE: "date",
    What.PERIOD: "date",
    What.TYPE: "type",
    What.INVITATIONS: "invitations",
    What.CUTOFF: "cutoff",
    What.TIE: "tiebreak",
    What.NUMBER: "link",
}
# A type before "draw", and as a name.
_TYPES = {
    "general": ("all-program", "All programs"),
    "cec": ("Canadian Experience Class", "Canadian Experience Class"),
    "pnp": ("provincial nominee", "Provincial nominees"),
    "fsw": ("Federal Skilled Worker", "Federal skilled workers"),
    "fst": ("Federal Skilled Trades", "Federal skilled trades"),
    "french": ("French-language", "French"),
    "healthcare": ("healthcare", "Healthcare"),
    "stem": ("STEM", "STEM"),
    "trades": ("trades", "Trades"),
    "transport": ("transport", "Transport"),
    "agriculture": ("agriculture and agri-food", "Agriculture and agri-food"),
    "education": ("education", "Education"),
    "physicians": ("physicians", "Physicians"),
    "senior-managers": ("senior managers", "Senior managers"),
    "military": ("military recruits", "Military recruits"),
    "researchers": ("researchers", "Researchers"),
}


def day(when: date) -> str:
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def month(when: date) -> str:
    return f"{_MONTHS[when.month - 1]} {when.year}"


def written_day(mention: Mention) -> str:
    return day(mention.first) if isinstance(mention, DateMention) else ""


def value(what: What, draw: Draw) -> str:
    """Return what the record has, as text."""
    if what is What.DATE:
        return day(draw.date)
    if what is What.PERIOD:
        return month(draw.date)
    if what is What.NUMBER:
        return draw.number
    if what is What.TYPE:
        return _TYPES.get(draw.category, (draw.category, draw.category))[1]
    if what is What.TIE:
        return (
            f"{draw.tie_breaking_at.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC" if draw.tie_breaking_at else "-"
        )
    return f"{draw.invitations if what is What.INVITATIONS else draw.crs_cutoff:,}"


def live(what: What, draw: Draw) -> str:
    """Return the live reference that says it for ever."""
    return f"[[round {draw.number} {_LIVE[what]}]]"


def instead(what: What, mention: Mention, source: str, draw: Draw) -> str | None:
    """Return what goes in place of `source`, in its form; None where that cannot be told."""
    if isinstance(mention, NumberMention):
        return written(draw.invitations if what is What.INVITATIONS else draw.crs_cutoff, source)
    if isinstance(mention, DateMention) and what is What.DATE:
        return _dated(source, draw.date)
    if isinstance(mention, CategoryMention):
        before_draw, name = _TYPES.get(draw.category, (draw.category, draw.category))
        return name if source[:1].isupper() and before_draw[:1].islower() else before_draw
    if what is What.NUMBER:
        return re.sub(r"\d{1,3}[ab]?", draw.number, source, count=1)
    return None


_DAY_MONTH = re.compile(r"\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[A-Za-z]{3,9}\.?(?:,?\s+\d{4})?")
_MONTH_DAY = re.compile(r"[A-Za-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?(?:,?\s+\d{4})?")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")


def _dated(source: str, when: date) -> str | None:
    """Write a day as `source` writes one: the day first or the month first, with or without the year."""
    if _ISO.fullmatch(source):
        return when.isoformat()
    year = f" {when.year}" if re.search(r"\d{4}", source) else ""
    month = _MONTHS[when.month - 1]
    if _DAY_MONTH.fullmatch(source):
        return f"{when.day} {month}{year}"
    if _MONTH_DAY.fullmatch(source):
        return f"{month} {when.day}{',' if year else ''}{year}"
    return None
