"""From text to reference."""

import re
from collections.abc import Callable, Iterable

from draws.clock import Span

from . import values
from .kinds import (
    CategoryFigure,
    DrawsFigure,
    DrawsTable,
    FaqBlock,
    GapsTable,
    ImageBlock,
    LatestTable,
    OccupationsCount,
    OccupationsTable,
    Reference,
    RoundFigure,
    Selection,
)
from .values import NOMINEES, BadReference, gettext_noop

LONGEST = 300

ROUND_FIGURES = ("cutoff", "invitations", "date", "type", "link", "tiebreak", "change")
DRAWS_FIGURES = ("total", "count", "lowest", "highest", "range")
CATEGORY_FIGURES = ("cutoff", "invitations", "date", "link", "gap")
COUNT = ("count",)
IMAGE = "image"
SELECTIONS = ("week", "from", "to", "month", "year", "numbers")

_AROUND = re.compile(r"\s*([=,])\s*")
# Words for readers, between straight or typographic quotation marks.
_CAPTION = re.compile(r"(?<!\S)caption\s*=\s*(?:\"([^\"]*)\"|“([^“”]*)”)(?!\S)", re.IGNORECASE)


class _Arguments:
    """The words after a reference's name, taken one by one; what nobody takes is an error."""

    def __init__(self, name: str, words: Iterable[str]):
        self.name = name
        self.words: list[str] = []
        self.values: dict[str, str] = {}
        for word in words:
            key, equals, value = word.partition("=")
            if not equals:
                self.words.append(word)
            elif not value:
                raise BadReference(gettext_noop("%(argument)s= has no value."), argument=key)
            elif key in self.values:
                raise BadReference(gettext_noop("%(argument)s= is given twice."), argument=key)
            else:
                self.values[key] = value

    def take[T](self, key: str, read: Callable[[str], T]) -> T | None:
        value = self.values.pop(key, None)
        return None if value is None else read(value)

    def figure(self, allowed: tuple[str, ...]) -> str | None:
        """Take the one word left, which must be a figure; None without one."""
        if not self.words:
            return None
        word = self.words.pop(0)
        if word not in allowed:
            raise values.unknown(
                word, allowed, gettext_noop("%(name)s has no figure “%(word)s”."), name=self.name
            )
        return word

    def finish(self, allowed: tuple[str, ...]) -> None:
        if self.values:
            key = next(iter(self.values))
            raise values.unknown(
                key, allowed, gettext_noop("%(name)s has no argument “%(word)s”."), name=self.name
            )
        if self.words:
            raise BadReference(
                gettext_noop("There is a word too many after %(name)s: “%(word)s”."),
                name=self.name,
                word=self.words[0],
            )


def _round(arguments: _Arguments, now: bool) -> Reference:
    if not arguments.words:
        raise BadReference(gettext_noop("Say which draw and which figure: [[round 255 cutoff]]."))
    number = values.number(arguments.words.pop(0))
    figure = arguments.figure(ROUND_FIGURES)
    if figure is None:
        raise BadReference(
            gettext_noop("Say which figure of draw %(number)s: %(known)s."),
            number=number,
            known=", ".join(ROUND_FIGURES),
        )
    arguments.finish(("as_of",))
    return RoundFigure(now, number, figure)


_UNITS = (("week", values.week), ("month", values.month), ("year", values.year))


def _selection(arguments: _Arguments) -> Selection:
    categories = arguments.take("category", values.slugs) or ()
    start, end = arguments.take("from", values.day), arguments.take("to", values.day)
    if (start is None) != (end is None):
        raise BadReference(gettext_noop("from= and to= go together: from=2023-07-04 to=2023-07-07."))
    found: list[Selection] = []
    if start and end:
        if end < start:
            raise BadReference(gettext_noop("from= is after to=."))
        found.append(Selection("days", Span(start, end), (), categories))
    for unit, read in _UNITS:
        if span := arguments.take(unit, read):
            found.append(Selection(unit, span, (), categories))
    if numbers := arguments.take("numbers", lambda text: values.each(text, values.number)):
        found.append(Selection("numbers", None, numbers, categories))
    if len(found) > 1:
        raise BadReference(
            gettext_noop("Say which draws in one way only: %(known)s."), known=", ".join(SELECTIONS)
        )
    if not found:
        arguments.finish((*SELECTIONS, "category", "as_of"))
        raise BadReference(
            gettext_noop(
                "Say which draws: week=2023-W27, from= and to=, month=2023-07, year=2023 or numbers=253,254."
            )
        )
    return found[0]


def _unit_of(word: str) -> str | None:
    """Return what a span of days is called: "week" for "2023-w27"; None for what is no span."""
    for unit, read in _UNITS:
        try:
            read(word)
        except BadReference:
            continue
        return unit
    return None


def _draws(arguments: _Arguments, now: bool) -> Reference:
    for word in arguments.words:
        if unit := _unit_of(word):
            message = gettext_noop("“%(word)s” needs its name before it.")
            raise values.meant(f"{unit}={word}", message, word=word)
    figure = arguments.figure(DRAWS_FIGURES)
    selection = _selection(arguments)
    arguments.finish((*SELECTIONS, "category", "as_of"))
    if figure is None:
        return DrawsTable(now, selection)
    if NOMINEES in selection.categories and not selection.nominees_alone:
        raise BadReference(
            gettext_noop(
                "Provincial nominees' cut-offs include 600 points for the nomination, so no figure mixes them "
                "with other types. Ask for category=pnp alone, or leave pnp out."
            )
        )
    return DrawsFigure(now, selection, figure)


def _category(arguments: _Arguments, now: bool) -> Reference:
    if not arguments.words:
        raise BadReference(gettext_noop("Say which type of draw and which figure: [[category cec cutoff]]."))
    slug = values.slug(arguments.words.pop(0))
    figure = arguments.figure(CATEGORY_FIGURES)
    if figure is None:
        raise BadReference(
            gettext_noop("Say which figure of %(word)s: %(known)s."),
            word=slug,
            known=", ".join(CATEGORY_FIGURES),
        )
    arguments.finish(("as_of",))
    return CategoryFigure(now, slug, figure)


def _occupations(arguments: _Arguments, now: bool) -> Reference:
    count = arguments.figure(COUNT)
    categories, on = arguments.take("category", values.slugs), arguments.take("on", values.day)
    arguments.finish(("category", "on", "as_of"))
    if categories is None:
        raise BadReference(gettext_noop("Say which lists: category=trades,transport."))
    return (OccupationsCount if count else OccupationsTable)(now, categories, on)


def _image(arguments: _Arguments, caption: str | None) -> Reference:
    if not arguments.words:
        raise BadReference(gettext_noop("Say which picture by its number: [[image 12]]."))
    number = values.picture(arguments.words.pop(0))
    if "caption" in arguments.values:
        raise BadReference(gettext_noop('The caption stands in quotation marks: caption="Words".'))
    arguments.finish(("caption",))
    return ImageBlock(False, number, caption)


def _plain(kind: type[Reference]) -> Callable[[_Arguments, bool], Reference]:
    def read(arguments: _Arguments, now: bool) -> Reference:
        arguments.finish(("as_of",))
        return kind(now)

    return read


_READERS: dict[str, Callable[[_Arguments, bool], Reference]] = {
    "round": _round,
    "draws": _draws,
    "category": _category,
    "occupations": _occupations,
    "latest": _plain(LatestTable),
    "gaps": _plain(GapsTable),
    "faq": _plain(FaqBlock),
}


def _with_caption(text: str) -> tuple[_Arguments, str | None]:
    """Return the arguments of a picture, and apart from them the caption as it is written."""
    found = _CAPTION.search(text)
    caption = " ".join((found[1] or found[2] or "").split()) if found else None
    words = _AROUND.sub(r"\1", _CAPTION.sub(" ", text, count=1).lower()).split()
    return _Arguments(IMAGE, words[1:]), caption


def parse(text: str) -> Reference:
    """Read what stands between the brackets. Raises BadReference, and nothing else, for what is no reference.

    Capitals, spaces and spaces around "=" and "," do not matter.
    """
    if len(text) > LONGEST:
        raise BadReference(
            gettext_noop("A reference is at most %(longest)s characters long."), longest=LONGEST
        )
    name = text.split()[0].lower() if text.strip() else ""
    if name == IMAGE:
        return _image(*_with_caption(text))
    words = _AROUND.sub(r"\1", text.lower()).split()
    if not words:
        raise BadReference(gettext_noop("Nothing stands between the brackets."))
    name, *rest = words
    if name not in _READERS:
        raise values.unknown(
            name, (*_READERS, IMAGE), gettext_noop("There is no block or figure “%(word)s”.")
        )
    arguments = _Arguments(name, rest)
    return _READERS[name](arguments, arguments.take("as_of", values.now) or False)
