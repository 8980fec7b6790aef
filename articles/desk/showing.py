"""What the desk said, as a page shows it: in words, with the places of the words in the form's fields."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy

from articles.desk.running import Look, Remark
from articles.facts.model import Format, Part, Row, Status
from articles.models import ArticleCheck

# In the order in which they are shown: what is to be done first.
WORDS = {
    Status.CONTRADICTED: (gettext_lazy("Contradicts the record"), "✗"),
    Status.FLAGGED: (gettext_lazy("Wording"), "⚑"),
    Status.NEEDS_SOURCE: (gettext_lazy("Needs a source"), "§"),
    Status.NOT_IN_RECORD: (gettext_lazy("Not in the record yet"), "…"),
    Status.NEEDS_HUMAN: (gettext_lazy("Needs a human"), "?"),
    Status.AGREES: (gettext_lazy("Agrees with the record"), "✓"),
}
ORDER = {status: place for place, status in enumerate(WORDS)}
COUNTED = {
    Status.CONTRADICTED: ngettext_lazy(
        "%(count)s claim contradicts the record.", "%(count)s claims contradict the record.", "count"
    ),
    Status.FLAGGED: ngettext_lazy("%(count)s wording to look at.", "%(count)s wordings to look at.", "count"),
    Status.NEEDS_SOURCE: ngettext_lazy("%(count)s needs a source.", "%(count)s need a source.", "count"),
    Status.NOT_IN_RECORD: ngettext_lazy(
        "%(count)s is not in the record yet.", "%(count)s are not in the record yet.", "count"
    ),
    Status.NEEDS_HUMAN: ngettext_lazy("%(count)s needs a human.", "%(count)s need a human.", "count"),
    Status.AGREES: ngettext_lazy("%(count)s agrees.", "%(count)s agree.", "count"),
}


@dataclass(frozen=True)
class Place:
    """Where words stand in a field of the form: `start` and `end` as a browser counts, in UTF-16."""

    field: str
    start: int
    end: int
    words: str


@dataclass(frozen=True)
class Fact:
    """A remark for a template. `put` and `live` are what one click puts in place of the words, if anything."""

    remark: Remark
    part: str
    place: Place | None
    put: str | None = None
    live: str | None = None
    enter_url: str = ""

    @property
    def finding(self):
        return self.remark.finding

    @property
    def status(self) -> str:
        return WORDS[self.finding.status][0]

    @property
    def sign(self) -> str:
        return WORDS[self.finding.status][1]

    @property
    def in_record(self) -> str:
        """What the record has instead, where it is the record that speaks."""
        return "" if self.finding.status is Status.FLAGGED else self.finding.expected

    @property
    def advice(self) -> str:
        """What to write instead, where no click puts it in."""
        is_advice = self.finding.status is Status.FLAGGED and self.finding.replacement is None
        return self.finding.expected if is_advice else ""

    @property
    def message(self) -> str:
        return self.remark.message

    @property
    def rows(self) -> list[tuple[str, str]]:
        return [(words_of_row(row), row.address) for row in self.finding.rows[:6]]


@dataclass(frozen=True)
class Facts:
    """A look for a template: what is to be looked at, what was decided, what agrees; or that there was no answer."""

    look: Look
    open: list[Fact]
    decided: list[Fact]
    agreeing: list[Fact]

    @property
    def summary(self) -> str:
        return summary(self.look)

    @property
    def margins(self) -> list[tuple[str, list[Fact]]]:
        """What is to be looked at in each question and its answer, by its number."""
        names = (fact.finding.part.partition("-") for fact in self.open)
        numbers = dict.fromkeys(number for name, _dash, number in names if name in ("question", "answer"))
        return [(number, self.of(f"question-{number}", f"answer-{number}")) for number in numbers]

    def of(self, *parts: str) -> list[Fact]:
        """Return what is to be looked at in the parts of these names."""
        return [fact for fact in self.open if fact.finding.part in parts]


def facts(
    look: Look, field_of: Callable[[str], str | None] = lambda name: None, *, may_enter: bool = False
) -> Facts:
    """Return a look for a template. `field_of` gives the field of the form that a part stands in, or None."""
    sources = {part.name: part for part in look.parts}
    found = [_fact(remark, sources[remark.finding.part], field_of, may_enter) for remark in look.remarks]
    found.sort(key=lambda fact: ORDER[fact.finding.status])
    agreeing = [fact for fact in found if fact.finding.status is Status.AGREES]
    rest = [fact for fact in found if fact.finding.status is not Status.AGREES]
    return Facts(
        look,
        open=[fact for fact in rest if not fact.remark.is_decided],
        decided=[fact for fact in rest if fact.remark.is_decided],
        agreeing=agreeing,
    )


def _fact(remark: Remark, part: Part, field_of: Callable[[str], str | None], may_enter: bool) -> Fact:
    finding = remark.finding
    field = field_of(part.name)
    absent = finding.status is Status.NOT_IN_RECORD
    return Fact(
        remark,
        part=words_of_part(part.name),
        place=place_in(field, part.source, finding.start, finding.end) if field else None,
        put=finding.replacement if field else None,
        live=finding.live if field and part.format is Format.MARKDOWN else None,
        enter_url=reverse("admin:draws_round_add") if absent and may_enter else "",
    )


def place_in(field: str, source: str, start: int, end: int) -> Place:
    first = _units(source[:start])
    return Place(field, first, first + _units(source[start:end]), source[start:end])


def _units(text: str) -> int:
    """Return how many UTF-16 code units a browser counts in `text`."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def words_of_part(name: str) -> str:
    """Return what a part is called on the form: "Text", "Answer 2"."""
    base, _dash, number = name.partition("-")
    words = {
        "title": _("Headline"),
        "standfirst": _("Standfirst"),
        "body": _("Text"),
        "description": _("Description"),
        "question": _("Question %(number)s"),
        "answer": _("Answer %(number)s"),
        "caption": _("Caption of picture %(number)s"),
    }
    if base not in words:
        return name
    # Pictures have their number, questions are counted from 0.
    shown = number if base == "caption" else int(number or 0) + 1
    return words[base] % {"number": shown} if number else words[base]


def words_of_row(row: Row) -> str:
    """Return what a row of the record is called: "Draw 255", "trades, version 2", "NOC 73300"."""
    if row.kind == "round":
        return _("Draw %(number)s") % {"number": row.key}
    if row.kind == "version":
        slug, _slash, number = row.key.partition("/")
        return _("%(type)s, version %(number)s") % {"type": slug, "number": number}
    if row.kind == "occupation":
        return _("NOC %(code)s") % {"code": row.key}
    return row.key


def summary(look: Look) -> str:
    """Say in a sentence or two what the desk found."""
    undecided = (remark for remark in look.remarks if not remark.is_decided)
    words = counted(Counter(remark.finding.status for remark in undecided))
    return f"{failure_words(look.failure)} {words if look.remarks else ''}".strip() if look.failure else words


def counted(counts: Mapping[Status, int]) -> str:
    """Say how many claims there are of each status: "1 claim contradicts the record. 12 agree."."""
    words = [str(COUNTED[status] % {"count": counts[status]}) for status in COUNTED if counts.get(status)]
    return " ".join(words) or _("No claim found that the record could speak to.")


def failure_words(failure: str) -> str:
    """Say that there was no answer, and that nothing waits for it."""
    if failure == ArticleCheck.Failure.SLOW:
        return _(
            "The fact desk took too long, and says nothing of this text. Nothing waits for it: read it yourself."
        )
    return _("The fact desk failed, at least in part. Nothing waits for it: read the text yourself.")
