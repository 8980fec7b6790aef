"""Questions that the record answers, as an entry keeps them: "lowest year=2026 category=french". Pure: no Django."""

from dataclasses import dataclass

from articles.references.values import BadReference, gettext_noop, slug, unknown, year
from draws.clock import Span, year_span

LATEST, LOWEST, HIGHEST, INVITATIONS = KINDS = ("latest", "lowest", "highest", "invitations")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: about a year, but for the latest draw, and about one type of draw or all of them."""

    kind: str
    year: int | None = None
    category: str = ""

    def __str__(self) -> str:
        parts = [
            self.kind,
            f"year={self.year}" if self.year else "",
            self.category and f"category={self.category}",
        ]
        return " ".join(filter(None, parts))

    @property
    def span(self) -> Span | None:
        return year_span(self.year) if self.year else None


def read(text: str) -> Asked:
    """Read a question from the record. Raises BadReference, which says what was meant."""
    kind, *rest = text.lower().split() or [""]
    if kind not in KINDS:
        raise unknown(kind, KINDS, gettext_noop("There is no question “%(word)s”."))
    values: dict[str, str] = {}
    for word in rest:
        name, _equals, value = word.partition("=")
        if name not in ("year", "category") or not value or name in values:
            raise BadReference(
                gettext_noop(
                    "“%(word)s” does not belong there. Write it like “lowest year=2026 category=french”."
                ),
                word=word,
            )
        values[name] = value
    if (kind == LATEST) == ("year" in values):
        raise BadReference(
            gettext_noop("The question “latest” takes no year.")
            if kind == LATEST
            else gettext_noop("The question “%(kind)s” needs a year, as in “%(kind)s year=2026”."),
            kind=kind,
        )
    of_year = year(values["year"]).start.year if "year" in values else None
    return Asked(kind, of_year, slug(values["category"]) if "category" in values else "")
