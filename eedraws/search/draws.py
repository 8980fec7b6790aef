"""Draws that a question asks for, and the question in the words of the site."""

from datetime import date
from functools import lru_cache, reduce
from operator import or_
from typing import NamedTuple

from django.db.models import Case, Q, QuerySet, Value, When
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.kept import Kept
from draws.models import Round
from draws.templatetags.spans import in_words
from eedraws.search import days
from eedraws.search.asking import Question
from eedraws.search.names import Names
from occupations.models import Category, CategoryVersion, SeriesLabel


class Place(NamedTuple):
    """A page that is all of what was asked: a week, a month or a year."""

    name: str
    url: str


def names_of_types(categories: list[Category]) -> Names:
    """Return the names that the types, their versions and IRCC's labels have. Two queries."""
    own = [
        (category.slug, name)
        for category in categories
        for name in (category.slug, category.name_en, category.name_fr, category.short_name_en,
                     category.short_name_fr, category.abbreviation)
    ]  # fmt: skip
    based = [(category.slug, "category-based") for category in categories if category.is_category_based]
    versions = CategoryVersion.objects.order_by("pk").values_list("category__slug", "name_en", "name_fr")
    labels = SeriesLabel.objects.order_by("pk").values_list("version__category__slug", "label")
    of_versions = [(slug, name) for slug, *both in versions for name in both]
    return _names((*own, *based, *of_versions, *labels))


class Types(NamedTuple):
    """The types of draw in reading order, and the names that they have."""

    categories: list[Category]
    names: Names


def _read_types() -> Types:
    categories = list(Category.objects.in_reading_order())
    return Types(categories, names_of_types(categories))


TYPES = Kept(_read_types)


@lru_cache(maxsize=2)
def _names(pairs: tuple[tuple[str, str], ...]) -> Names:
    return Names(pairs)


def rounds_for(question: Question, year: int | None = None) -> QuerySet[Round]:
    """Return the public draws that `question` asks for, of `year` if given: a draw of its number first, then the newest."""
    rounds = Round.objects.public_record()
    if question.types:
        rounds = rounds.filter(version__category__slug__in=question.types)
    if year:
        rounds = rounds.filter(date__year=year)
    wanted = [
        question.numbers and Q(number__in=question.numbers),
        question.cutoffs and Q(crs_cutoff__in=question.cutoffs),
        question.invitations and Q(invitations__in=question.invitations),
        question.either and Q(number__in=question.either) | Q(crs_cutoff__in=map(int, question.either)),
        question.days and reduce(or_, map(_on, question.days)),
        question.week and Q(date__range=question.week.span),
    ]
    rounds = rounds.filter(*filter(None, wanted)).for_list()
    by_number = Case(When(number__in=question.either, then=Value(0)), default=Value(1))
    rounds = rounds.order_by(by_number, "-date", "-sequence") if question.either else rounds.newest_first()
    return rounds[:1] if question.latest else rounds


def _on(when: days.When) -> Q:
    if span := when.span:
        return Q(date__range=span)
    parts = {"date__month": when.month, "date__day": when.day}
    return Q(**{name: value for name, value in parts.items() if value})


def understood(question: Question, categories: list[Category]) -> list[str]:
    """Return what is asked, in words: "French", "July 2023", "cut-off 463"."""
    types = [category.short_name for category in categories if category.slug in question.types]
    return [
        *([_("the newest")] if question.latest else []),
        *([", ".join(types)] if types else []),
        *(_("draw %(number)s") % {"number": number} for number in question.numbers),
        *(_("draw or cut-off %(number)s") % {"number": number} for number in question.either),
        *(_("cut-off %(score)s") % {"score": score} for score in question.cutoffs),
        *(_invitations(count) for count in question.invitations),
        *map(_in_words, question.days),
        *([_("week of %(days)s") % {"days": in_words(question.week.span)}] if question.week else []),
    ]


def _invitations(count: int) -> str:
    said = {"count": number_format(count, force_grouping=True)}
    return ngettext("%(count)s invitation", "%(count)s invitations", count) % said


def _in_words(when: days.When) -> str:
    if when.day:
        day = date(when.year or 2024, when.month, when.day)
        return date_format(day, "DATE_FORMAT" if when.year else "MONTH_DAY_FORMAT")
    if when.month:
        return date_format(date(when.year or 2024, when.month, 1), "YEAR_MONTH_FORMAT" if when.year else "F")
    return str(when.year)


def place_of(question: Question) -> Place | None:
    """Return the page of the week, month or year that is all of what is asked; days to come have none."""
    if question != Question(days=question.days, week=question.week, says_draws=question.says_draws):
        return None
    today = timezone.localdate()
    if question.week and not question.days and question.week.monday <= today:
        name = _("Week of %(days)s") % {"days": in_words(question.week.span)}
        return Place(name, reverse("week", args=[question.week]))
    if question.week or len(question.days) != 1 or not (span := question.days[0].span) or span.start > today:
        return None
    year, month, day = question.days[0]
    if day:
        return None
    name = _("All draws of %(when)s") % {"when": _in_words(question.days[0])}
    return Place(
        name, reverse("draw-month", args=[year, month]) if month else reverse("draw-year", args=[year])
    )
