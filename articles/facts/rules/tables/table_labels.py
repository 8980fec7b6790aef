"""What a row or a column of a table is of, by its name alone: "Q1", "second half", "Jan-24", "III", "Total". Pure: no Django."""

from collections.abc import Sequence
from datetime import date

from articles.facts.rules.common import periods
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.common.period_forms import FEW, MONTH_NUMBERS
from draws.clock import Span, month_span

TOTAL = compiled(
    r"\W*(?:(?:grand |sub-?)?(?:totals?|sum)(?: (?:total|so far|for the (?:month|year|week|period|quarter)))?|all|in all|all in all|altogether|together|overall|combined"
    r"|(?:the )?(?:whole )?(?:year|month|quarter|half|week|period)(?: (?:as a whole|in total|total|so far|to date))?|to date|so far|sum so far|whole|both|σ"
    rf"|all (?:of (?:them|these)|(?:the )?(?:draws|rounds|types|categories|months|quarters|kinds|years|together|in the table|of the above)|(?:{FEW})(?: \w+)?))\W*"
)
_UNITS = {"quarter": 3, "half": 6, "half-year": 6, "halves": 6, "quarters": 3, "part": 6}
_ORDERS = {
    **{word: place for place, word in enumerate(("first", "second", "third", "fourth"), 1)},
    **{word: place for place, word in enumerate(("1st", "2nd", "3rd", "4th"), 1)},
    **{word: place for place, word in enumerate(("i", "ii", "iii", "iv"), 1)},
    **{str(place): place for place in range(1, 5)},
}
_PART = compiled(
    r"\W*(?:the )?(?:(?P<letter>[qh]) ?(?P<number>[1-4])|(?P<order>first|second|third|fourth|1st|2nd|3rd|4th)(?:[ -](?P<unit>quarter|half|half-year))?|(?P<bare>iv|i{1,3}|[1-4]))\W*"
)
_MONTH = compiled(
    r"\W*(?:(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?[-/ ]*['’]?(?P<y>20[0-9]{2}|[0-9]{2})|(?P<m>0?[1-9]|1[0-2])[/.](?P<y2>20[0-9]{2})|(?P<y3>20[0-9]{2})[-/](?P<m3>0[1-9]|1[0-2]))\W*"
)


def spans_of(text: str, corner: str, day: date, years: Sequence[int]) -> tuple[Span, ...]:
    """Return the days that a name in small letters stands for, in every way to read it; `corner` heads the names, and `years` are those
    that parts of a year may be of, the likeliest first."""
    if match := _MONTH.fullmatch(text):
        year = int(match["y"] or match["y2"] or match["y3"])
        month = int(match["m"] or match["m3"] or MONTH_NUMBERS[match["name"] or "jan"])
        return (month_span(year % 100 + 2000, month),)
    if (match := _PART.fullmatch(text)) and (months := _months_of(match["letter"], match["unit"], corner)):
        place = _ORDERS[match["number"] or match["order"] or match["bare"]]
        if place * months <= 12:
            return tuple(
                Span(date(year, (place - 1) * months + 1, 1), month_span(year, place * months).end)
                for year in dict.fromkeys((*years, day.year, day.year - 1))
            )
    own = [period for period in periods.find(f"in {text}", day, years) if not period.is_day]
    return own[0].spans if own else ()


def _months_of(letter: str | None, unit: str | None, corner: str) -> int:
    if letter:
        return 3 if letter == "q" else 6
    if unit:
        return _UNITS[unit]
    return next((months for word, months in _UNITS.items() if word in corner), 0)
