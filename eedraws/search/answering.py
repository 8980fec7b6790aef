"""The answer to a search: what was found of each kind of thing, the kind that answers best first."""

from collections.abc import Iterable, Sequence
from enum import IntEnum
from functools import cached_property
from typing import Any, NamedTuple

from django.core.paginator import Page, Paginator
from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from articles.searching import finding, words
from draws.models import Round
from draws.record import public_draws
from eedraws.search.asking import Question, ask, words_asked
from eedraws.search.draws import TYPES, Types, rounds_for
from eedraws.search.highlighting import Marker
from eedraws.search.names import Names
from occupations.models import Category
from occupations.search import Fit, Match
from occupations.search import search as search_occupations

# So many of each kind where all are shown, and where one is.
AT_FIRST = 5
PER_PAGE = 20


class Kind(models.TextChoices):
    """What can be searched for."""

    ARTICLES = "articles", _("News and guides")
    DRAWS = "draws", _("Draws")
    TYPES = "types", _("Types of draw")
    OCCUPATIONS = "occupations", _("Occupations")


class Answers(IntEnum):
    """How well a kind of thing answers, best first: its first result decides."""

    DRAWS_ASKED_FOR = 0
    CODE = 1
    NAME_OF_TYPE = 2
    NAME_OF_JOB = 3
    HEADLINE = 4
    DRAWS_OF_TYPE = 5
    PART_OF_NAME = 6
    JOB_BEGINS_SO = 7
    TEXT = 8
    JOB_IS_LIKE_IT = 9


class Found(NamedTuple):
    """What was found of a kind: a page of it, and how well it answers."""

    kind: Kind
    page: Page
    answers: Answers

    @property
    def count(self) -> int:
        return self.page.paginator.count


def in_hand(pks: Iterable[int]) -> list[Round]:
    draws = public_draws().by_pk
    return [draws[pk] for pk in pks if pk in draws]


class Search:
    """A text that was searched for, as it is understood; `year` narrows articles and draws."""

    def __init__(self, text: str, year: int | None = None) -> None:
        self.text = text
        self.year = year

    @cached_property
    def words(self) -> list[str]:
        return words.asked(self.text)

    @cached_property
    def marker(self) -> Marker:
        return Marker(self.words)

    @cached_property
    def _known(self) -> Types:
        return TYPES.get()

    @property
    def categories(self) -> list[Category]:
        return self._known.categories

    @property
    def names(self) -> Names:
        return self._known.names

    @cached_property
    def question(self) -> Question | None:
        return ask(self.text, self.names)

    def found(self, kind: str = "", number: int = 1) -> list[Found]:
        """Return what was found of all kinds, or of one from page `number` on, best first; a kind without results is left out."""
        of_each = {
            Kind.ARTICLES: self.articles, Kind.DRAWS: self._draws,
            Kind.TYPES: self._types, Kind.OCCUPATIONS: self._occupations,
        }  # fmt: skip
        found = []
        for each, items in of_each.items():
            at, per_page = (number, PER_PAGE) if each == kind else (1, AT_FIRST)
            page = Paginator(items(), per_page).get_page(at)
            page.object_list = list(page.object_list) if kind in ("", each) else []
            if each == Kind.DRAWS:
                page.object_list = in_hand(page.object_list)
            if page.object_list or (kind not in ("", each) and page.paginator.count):
                found.append(Found(each, page, self._answers(each, page.object_list)))
        return sorted(found, key=lambda each: each.answers)

    def articles(self, *, all_of_them: bool = True):
        """Return the published articles that have all of the words, or any of them, best first."""
        articles = Article.objects.published().defer("body").fetch_mode(models.FETCH_RAISE)
        if self.year:
            articles = articles.filter(year=self.year)
        return finding.find(self.words, articles, all_of_them=all_of_them)

    def _draws(self) -> QuerySet[Round, int]:
        """The primary keys of the draws that are asked for."""
        rounds = rounds_for(self.question, self.year) if self.question else Round.objects.none()
        return rounds.values_list("pk", flat=True)

    @cached_property
    def _named(self) -> frozenset[str]:
        """The types that the text names, and nothing else beside draws."""
        asked = self.question.types if self.question else frozenset()
        return self.names.exactly(words_asked(self.text)) or asked

    def _types(self) -> Sequence[Category]:
        slugs = self._named or self.names.partly(words_asked(self.text))
        return [category for category in self.categories if category.slug in slugs]

    def _occupations(self) -> Sequence[Match]:
        """Ask the index of occupations, but for what only a draw can have: a day, or a type and a year."""
        question = self.question
        only_draws = question and question.is_precise and not question.either
        return [] if only_draws else search_occupations(self.text)

    def _answers(self, kind: Kind, items: Sequence[Any]) -> Answers:
        if kind == Kind.DRAWS:
            precise = self.question and self.question.is_precise
            return Answers.DRAWS_ASKED_FOR if precise else Answers.DRAWS_OF_TYPE
        if kind == Kind.TYPES:
            return Answers.NAME_OF_TYPE if self._named else Answers.PART_OF_NAME
        if not items:
            return Answers.JOB_IS_LIKE_IT
        if kind == Kind.OCCUPATIONS:
            return self._fits(items[0])
        in_headline = self.marker.count(items[0].title) == len(self.words)
        return Answers.HEADLINE if in_headline else Answers.TEXT

    def _fits(self, match: Match) -> Answers:
        """Say how well an occupation answers; one by a title that only begins with what is asked is like it at most."""
        if match.fit == Fit.CODE:
            return Answers.CODE
        if match.fit <= Fit.JOB_TITLE:
            return Answers.NAME_OF_JOB
        title = match.job_title.title if match.job_title else None
        is_whole = title is None or self.marker.count(title) == len(self.words)
        return (
            Answers.JOB_BEGINS_SO if is_whole and match.fit <= Fit.JOB_TITLE_ENDS else Answers.JOB_IS_LIKE_IT
        )
