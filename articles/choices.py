"""What the record offers for a text: live blocks, figures, links and pictures, as the words that are written for them."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from articles.asking import read
from articles.models import Image
from draws.clock import Span, Week
from draws.models import Round
from draws.templatetags.spans import in_words
from occupations.finding import find
from occupations.folding import fold, has_words
from occupations.models import Category, CategoryVersion, Occupation

DRAWS_SHOWN = 10
PICTURES_SHOWN = 6
# Who asks so wants to see the newest.
ANY_PICTURE = ("picture", "pictures", "image", "images")
TYPES_SHOWN = 4
OCCUPATIONS_SHOWN = 6


# Refused until it is filled in.
POLL = """
```poll
Question: ?
Where: ?, https://
Dates: 2023-07-03 to 2023-07-07
Votes: ?
Answers: one
- First answer: ?
- Second answer: ?
```
"""


class Choice(NamedTuple):
    """What it is, the text to write for it, and what that gives now, where that is short; a picture is shown."""

    label: str
    text: str
    gives: str = ""
    image: Image | None = None

    @property
    def is_block(self) -> bool:
        return self.text.startswith("\n")


class Group(NamedTuple):
    """Choices about one thing."""

    heading: str
    choices: list[Choice]


def choices_for(query: str) -> list[Group]:
    """Return what the record has for a few words; without any, what is written most often."""
    return _asked(query) if query else _usual()


def _usual() -> list[Group]:
    newest = list(_record().newest_first()[:3])
    groups = [
        *_of_pictures(Image.objects.all()),
        Group(
            _("For any article"),
            [
                Choice(_("The last draw of each type"), _block("latest")),
                Choice(_("Usual time between draws, by type"), _block("gaps")),
                Choice(_("The questions and answers"), _block("faq")),
                Choice(_("A poll that was held elsewhere, to be filled in"), POLL),
            ],
        ),
    ]
    if newest:
        groups += _of_span("week", Week.of(newest[0].date).span, ())
        groups += _of_span(
            "year", Span(date(newest[0].date.year, 1, 1), date(newest[0].date.year, 12, 31)), ()
        )
    return groups + [_of_draw(round) for round in newest]


def _asked(query: str) -> list[Group]:
    asked = read(query)
    types = _types(asked.words)
    day = next((span.start for unit, span in asked.spans if unit == "day"), None)
    groups = [
        _of_draw(round) for round in _record().filter(number__in=asked.numbers).newest_first()[:DRAWS_SHOWN]
    ]
    for unit, span in asked.spans:
        if unit == "day":
            groups += [_of_draw(round) for round in _drawn(types, span)]
            groups += _of_span("week", Week.of(span.start).span, types)
        else:
            groups += _of_span(unit, span, types)
            if unit != "year" or types:
                groups += [_of_draw(round) for round in _drawn(types, span)]
    for category in types:
        groups.append(_of_type(category, day))
        if not asked.spans:
            groups += [_of_draw(round) for round in _record().of(category).newest_first()[:2]]
    is_any = query.lower() in ANY_PICTURE
    groups += _of_pictures(Image.objects.all() if is_any else Image.objects.with_words(query))
    if asked.words and not (types and asked.spans):
        groups += _of_occupations(" ".join(asked.words))
    return groups


def _record():
    return Round.objects.public_record().for_list()


def _drawn(types: Iterable[Category], span: Span) -> list[Round]:
    draws = _record().between(*span)
    if types:
        draws = draws.filter(version__category__in=types)
    return list(draws.newest_first()[:DRAWS_SHOWN])


def _types(words: tuple[str, ...]) -> list[Category]:
    """Return the types of draw that have all of the words, those called exactly so first."""
    if not words:
        return []
    wanted = [word for part in words for word in fold(part).split()]
    found = [
        category
        for category in Category.objects.in_reading_order()
        if has_words(fold(f"{category.slug} {category.name_en} {category.short_name_en}"), wanted)
    ]
    exact = " ".join(words)
    return sorted(found, key=lambda category: category.slug != exact)[:TYPES_SHOWN]


def _block(text: str) -> str:
    return f"\n[[{text}]]\n"


def _of_draw(round: Round) -> Group:
    def choice(label: str, figure: str, gives: str = "") -> Choice:
        return Choice(label, f"[[round {round.number} {figure}]]", gives)

    heading = _("Draw %(number)s, %(type)s, %(day)s") % {
        "number": round.number,
        "type": round.category.short_name,
        "day": date_format(round.date),
    }
    return Group(
        heading,
        [
            choice(_("Link"), "link", _("draw %(number)s") % {"number": round.number}),
            choice(_("Cut-off"), "cutoff", str(round.crs_cutoff)),
            choice(_("Invitations"), "invitations", _number(round.invitations)),
            choice(_("Date"), "date", date_format(round.date)),
            choice(_("Type"), "type", round.category.short_name),
            choice(_("Tie-break"), "tiebreak"),
            choice(_("Change from the last of its type"), "change"),
        ],
    )


def _of_span(unit: str, span: Span, types: Iterable[Category]) -> list[Group]:
    """Offer tables and sums of a week, month or year, where there are draws in it."""
    draws = Round.objects.public_record().between(*span)
    kept = ""
    if types:
        draws = draws.filter(version__category__in=types)
        kept = f" category={','.join(category.slug for category in types)}"
    sums = draws.totals()
    if not sums.draws and not sums.nominee_draws:
        return []
    of = f"draws {unit}={_written(unit, span)}{kept}"
    choices = [Choice(_("Table of the draws"), _block(of))]
    # Figures leave nominees out, or are about them alone; a mixture that names them is refused.
    if "pnp" not in kept or kept == " category=pnp":
        choices += _sums(of, (sums.nominee_draws, sums.nominee_invitations) if "pnp" in kept else sums[:2])
        if sums.draws or "pnp" in kept:
            low, high = (sums.nominee_lowest, sums.nominee_highest) if "pnp" in kept else sums[2:4]
            choices += [
                Choice(_("Cut-offs"), f"[[{of} range]]", _range(low, high)),
                Choice(_("Lowest cut-off"), f"[[{of} lowest]]", str(low)),
                Choice(_("Highest cut-off"), f"[[{of} highest]]", str(high)),
            ]
    heading = _heading(unit, span)
    if types:
        heading += ": " + ", ".join(category.short_name for category in types)
    if unit == "week":
        address = reverse("week", args=[Week.of(span.start)])
        choices.append(Choice(_("Link to the page of the week"), f"[{_heading(unit, span)}]({address})"))
    return [Group(heading, choices)]


def _range(low: int, high: int) -> str:
    return str(low) if low == high else _("from %(low)s to %(high)s") % {"low": low, "high": high}


def _sums(of: str, sums: Iterable[int]) -> list[Choice]:
    draws, invitations = sums
    return [
        Choice(_("Invitations in all"), f"[[{of} total]]", _number(invitations)),
        Choice(_("Number of draws"), f"[[{of} count]]", _number(draws)),
    ]


def _written(unit: str, span: Span) -> str:
    match unit:
        case "week":
            return "{}-W{:02}".format(*Week.of(span.start))
        case "month":
            return f"{span.start:%Y-%m}"
    return f"{span.start.year}"


def _heading(unit: str, span: Span) -> str:
    match unit:
        case "week":
            return _("Week of %(days)s") % {"days": in_words(span)}
        case "month":
            return date_format(span.start, "YEAR_MONTH_FORMAT")
    return _("Year %(year)s") % {"year": span.start.year}


def _of_type(category: Category, day: date | None) -> Group:
    def choice(label: str, figure: str, gives: str = "") -> Choice:
        return Choice(label, f"[[category {category.slug} {figure}]]", gives)

    choices = [Choice(_("Link to its page"), f"[{category.short_name}]({category.get_absolute_url()})")]
    if newest := _record().of(category).newest_first().first():
        choices += [
            choice(_("Newest cut-off"), "cutoff", str(newest.crs_cutoff)),
            choice(_("Newest invitations"), "invitations", _number(newest.invitations)),
            choice(_("Date of the newest draw"), "date", date_format(newest.date)),
            choice(_("Link to the newest draw"), "link", _("draw %(number)s") % {"number": newest.number}),
            choice(_("Usual time between its draws"), "gap"),
        ]
    on = day or timezone.localdate()
    in_force = CategoryVersion.objects.in_force(on).filter(Q(category=category), has_list=True)
    tables = []
    if in_force.exists():
        of = f"occupations category={category.slug}" + (f" on={day.isoformat()}" if day else "")
        when = _("on %(day)s") % {"day": date_format(day)} if day else _("on the day of the article")
        tables = [
            Choice(_("Table of its occupations %(when)s") % {"when": when}, _block(of)),
            Choice(_("Number of its occupations %(when)s") % {"when": when}, f"[[{of} count]]"),
        ]
    # Who names a day asks for what was on the list.
    choices = tables + choices if day else choices + tables
    return Group(_("Type of draw: %(type)s") % {"type": category.name}, choices)


def _of_occupations(words: str) -> list[Group]:
    found = find(words, Occupation.objects.all())[:OCCUPATIONS_SHOWN]
    choices = [
        Choice(str(item.occupation), f"[{item.occupation}]({item.occupation.get_absolute_url()})")
        for item in found
    ]
    return [Group(_("Occupations"), choices)] if choices else []


def _of_pictures(images: QuerySet[Image]) -> list[Group]:
    choices = [
        Choice(str(image), _block(f"image {image.pk}"), image=image) for image in images[:PICTURES_SHOWN]
    ]
    return [Group(_("Pictures"), choices)] if choices else []


def _number(value: int) -> str:
    return number_format(value, force_grouping=True)
