"""Where the days end that a count or a sum is of: times of another clause, and times that are but one end of others. Pure: no Django."""

from .patterns import compiled
from .periods import Period

# "It had nine rounds, whereas May had one": a time behind such a word is of something else.
_OTHER_CLAUSE = compiled(r";| whereas | while | but ")
_FROM = compiled(r"\b(?:from|since|between)(?: [\w'-]+){0,4} $")
_UNTIL = compiled(
    r"(?: (?:last|this|that) year)? ?(?:,|[-–—])? ?(?:to|till|until|through|up to|and) (?!then\b)"
)


def is_of_another_clause(text: str, end: int, period: Period) -> bool:
    """Whether a period stands in a clause behind the one of a claim that ends at `end`."""
    return _OTHER_CLAUSE.search(text, end, period.start) is not None


def is_one_of_two(text: str, period: Period) -> bool:
    """Whether a period is one end of a stretch whose other end is not understood: "from some day last year till now"."""
    before = text[max(0, period.start - 40) : period.start]
    return _FROM.search(before) is not None and _UNTIL.match(text, period.end) is not None
