"""Polls that were held elsewhere, as an article cites them: a fenced block that begins with ```poll. Pure: no Django.

```poll
Question: Will the next cut-off be lower?
Where: Synthetic forum, https://forum.example/t/12
Dates: 2023-07-03 to 2023-07-07
Votes: 240
Answers: one
- Yes: 130
- No: 110
```
"""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple
from urllib.parse import urlsplit

from articles.references import BadReference, day, fenced, gettext_noop
from draws.clock import Span

WORD = "poll"
FIELDS = ("Question", "Where", "Dates", "Votes", "Answers")
ANSWERS = {"one": False, "several": True}
LONGEST = 200
MOST_OPTIONS = 20
_COUNT = re.compile(r"[0-9]{1,9}|[0-9]{1,3}(?:,[0-9]{3}){1,2}")
_PERCENTAGE = re.compile(r"([0-9]{1,3}(?:\.[0-9])?) ?%")
_OPTION = re.compile(r"[-*] +(.+?) *: *([^:]+)")


@dataclass(frozen=True, slots=True)
class Option:
    """What could be answered: how many did, or where only that is known, how many in a hundred."""

    label: str
    votes: int | None
    percentage: Decimal


@dataclass(frozen=True, slots=True)
class Poll:
    """A poll as its place reports it. `several`: more than one answer was allowed, so shares may pass 100 together."""

    question: str
    place: str
    url: str
    start: date
    end: date
    votes: int
    several: bool
    options: tuple[Option, ...]

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def has_counts(self) -> bool:
        return all(option.votes is not None for option in self.options)


class PollFound(NamedTuple):
    """A block of the source, by the lines of its fences, counted from 0: a poll, or an error."""

    start: int
    end: int
    poll: Poll | None = None
    error: BadReference | None = None


def scan(source: str) -> list[PollFound]:
    """Find the polls of Markdown source."""
    lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    found = []
    for start, end, word in fenced(lines):
        if word == WORD:
            try:
                found.append(PollFound(start, end, parse(lines[start + 1 : end])))
            except BadReference as error:
                found.append(PollFound(start, end, error=error))
    return found


def parse(lines: list[str]) -> Poll:
    """Read what stands between the fences. Raises BadReference, which says what was meant."""
    fields: dict[str, str] = {}
    answers: list[tuple[str, str]] = []
    for line in filter(None, (line.strip() for line in lines)):
        if line.startswith(("- ", "* ")):
            answers.append(_option(line))
        else:
            _take_field(line, fields)
    for name in FIELDS:
        if name not in fields:
            raise BadReference(gettext_noop("The line “%(name)s: …” is missing."), name=name)
    place, url = _where(fields["Where"])
    start, end = _dates(fields["Dates"])
    votes, several = _votes(fields["Votes"]), _several(fields["Answers"])
    options = _options(answers, votes)
    _check_sums(options, votes, several)
    return Poll(_short(fields["Question"]), _short(place), url, start, end, votes, several, options)


def _take_field(line: str, fields: dict[str, str]) -> None:
    name, colon, value = (part.strip() for part in line.partition(":"))
    name = name.capitalize()
    if not colon or name not in FIELDS:
        raise BadReference(
            gettext_noop(
                "“%(line)s” is no line of a poll. There is: %(known)s, and an answer a line, such as “- Yes: 130”."
            ),
            line=line[:60],
            known=", ".join(FIELDS),
        )
    if not value or name in fields:
        raise BadReference(gettext_noop("“%(name)s:” is empty or stands twice."), name=name)
    fields[name] = value


def _option(line: str) -> tuple[str, str]:
    match = _OPTION.fullmatch(line)
    if match is None:
        raise BadReference(
            gettext_noop("“%(line)s” is no answer. Write it like “- Yes: 130” or “- Yes: 54%%”."),
            line=line[:60],
        )
    return match[1], match[2]


def _short(text: str) -> str:
    if len(text) > LONGEST:
        raise BadReference(gettext_noop("“%(text)s…” is too long: at most 200 characters."), text=text[:40])
    return text


def _where(text: str) -> tuple[str, str]:
    place, _comma, url = (part.strip() for part in text.rpartition(","))
    try:
        parts = urlsplit(url)
    except ValueError:
        parts = urlsplit("")
    if not place or parts.scheme not in ("http", "https") or not parts.hostname or " " in url:
        raise BadReference(
            gettext_noop(
                "Where: needs a name, a comma and a link, such as “Synthetic forum, https://forum.example/t/12”."
            )
        )
    return place, url


def _dates(text: str) -> tuple[date, date]:
    first, to, last = text.partition(" to ")
    start = day(first.strip())
    end = day(last.strip()) if to else start
    if end < start:
        raise BadReference(gettext_noop("The poll ends before it begins."))
    return start, end


def _votes(text: str) -> int:
    if not _COUNT.fullmatch(text) or not _number(text):
        raise BadReference(gettext_noop("Votes: needs a number, such as 240 or 1,204."))
    return _number(text)


def _number(text: str) -> int:
    return int(text.replace(",", ""))


def _several(text: str) -> bool:
    if text.lower() not in ANSWERS:
        raise BadReference(gettext_noop("Answers: is “one” or “several”: how many each voter could give."))
    return ANSWERS[text.lower()]


def _options(answers: list[tuple[str, str]], votes: int) -> tuple[Option, ...]:
    if not 2 <= len(answers) <= MOST_OPTIONS:
        raise BadReference(gettext_noop("A poll has 2 to 20 answers, a line each, such as “- Yes: 130”."))
    if len({label.casefold() for label, _value in answers}) < len(answers):
        raise BadReference(gettext_noop("An answer stands twice."))
    if all(_COUNT.fullmatch(value) for _label, value in answers):
        return tuple(_counted(label, _number(value), votes) for label, value in answers)
    shares = [_PERCENTAGE.fullmatch(value) for _label, value in answers]
    options = [
        Option(_short(label), None, Decimal(share[1]))
        for (label, _value), share in zip(answers, shares, strict=True)
        if share
    ]
    if len(options) < len(answers):
        raise BadReference(
            gettext_noop(
                "Write every answer with its votes, such as 130, or every one with its share, such as 54%%."
            )
        )
    return tuple(options)


def _counted(label: str, given: int, votes: int) -> Option:
    if given > votes:
        raise BadReference(
            gettext_noop("“%(label)s” has more votes than were cast: %(given)s of %(votes)s."),
            label=label[:60],
            given=given,
            votes=votes,
        )
    return Option(_short(label), given, Decimal(round(100 * given / votes)))


def _check_sums(options: tuple[Option, ...], votes: int, several: bool) -> None:
    """Raise BadReference for shares that are none, and for answers that do not add up where each voter gave one."""
    if any(option.percentage > 100 for option in options):
        raise BadReference(gettext_noop("A share is at most 100%%."))
    if several:
        return
    counts = [option.votes for option in options if option.votes is not None]
    if counts and sum(counts) != votes:
        raise BadReference(
            gettext_noop(
                "The answers add up to %(sum)s votes and not to %(votes)s. If several answers were allowed, write “Answers: several”."
            ),
            sum=sum(counts),
            votes=votes,
        )
    total = sum((option.percentage for option in options), Decimal())
    # Each share may have been rounded by a half.
    if not counts and abs(total - 100) > Decimal(len(options)) / 2:
        raise BadReference(
            gettext_noop(
                "The shares add up to %(sum)s%% and not to 100%%. If several answers were allowed, write “Answers: several”."
            ),
            sum=total,
        )
