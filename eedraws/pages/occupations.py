"""An occupation with the lists that it is or was on, its neighbours, and the draws it was listed for."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import NamedTuple

from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Article
from core import params
from core.kept import Context, KeptEach
from draws.models import Round
from draws.record import public_draws
from occupations.criteria import experience_in_brief
from occupations.folding import has_words, stems
from occupations.lists import all_lists
from occupations.models import Category, Listing, Occupation, OccupationTitle
from occupations.models.classification import NOC_2021
from occupations.standing import standing
from occupations.timeline import timeline

ARTICLES = 6
# So many occupations are in hand.
IN_HAND = 40
# The newest draws stand open, the ones before them folded away.
DRAWS_SHOWN = 10
# More job titles of a language than these are folded away, unless they were searched for.
TITLES_SHOWN = 12
# Digits of a code that name its minor group: all but the last.
MINOR_GROUP = 4


class Neighbours(NamedTuple):
    """The other occupations of a minor group: how many, and those on a list today with their places."""

    group: str
    others: int
    listed: list[tuple[Occupation, list[Listing]]]


class Draws(NamedTuple):
    """Draws of one type, newest first: a cut-off says something within its type only."""

    category: Category
    rounds: list[Round]

    @property
    def latest(self) -> Round:
        return self.rounds[0]

    @property
    def lowest(self) -> Round:
        """The draw of the lowest cut-off, the newest of equals."""
        return min(self.rounds, key=lambda round: round.crs_cutoff)

    @property
    def invitations(self) -> int:
        return sum(round.invitations for round in self.rounds)

    @property
    def newest(self) -> list[Round]:
        return self.rounds[:DRAWS_SHOWN]

    @property
    def earlier(self) -> list[Round]:
        return self.rounds[DRAWS_SHOWN:]


class Titles(NamedTuple):
    """Job titles in one language, those that were searched for, and how many there are."""

    language: OccupationTitle.Language
    titles: list[str]
    count: int
    is_open: bool


def occupation(request, code, classification=NOC_2021):
    """Where the occupation stands today comes first; then its code, its lists, its draws, its names."""
    query = params.text(request, "title")
    address = (code, classification)
    context = page_of(address, query) if query else OCCUPATIONS.get(address)
    return render(request, "occupations/occupation_detail.html", context)


def page_of(address: tuple[str, str], query: str = "") -> Context:
    """Return the context of the page of a code in a classification, with the titles for `query`. Raises Http404."""
    code, classification = address
    found = get_object_or_404(Occupation, classification=classification, code=code)
    return Context(
        {
            "occupation": found,
            "groups": groups_of(found),
            **lists_of(found, timezone.localdate()),
            **names_of(found, query),
        }
    )


OCCUPATIONS = KeptEach(page_of, IN_HAND)


def lists_of(occupation: Occupation, today: date) -> dict:
    """Return where the occupation stands today, its lists and what hangs on them: draws, neighbours, articles."""
    listings, neighbours = listings_around(occupation, today)
    return {
        "standing": standing(listings, today, all_lists().versions),
        "named": [*listings, *(listing for _other, places in neighbours.listed for listing in places)],
        "listings": [(listing, experience_in_brief(listing.version)) for listing in listings],
        "timeline": timeline(reversed(listings), today),
        "draws": draws_listing(listings),
        "neighbours": neighbours,
        "articles": articles_about(occupation, listings),
    }


def listings_around(occupation: Occupation, today: date) -> tuple[list[Listing], Neighbours]:
    """Return the occupation's places on lists, newest first, and its neighbours, with one query."""
    group = occupation.code[:MINOR_GROUP]
    members = Occupation.objects.filter(
        classification=occupation.classification, code__startswith=group
    ).order_by("code")
    places = all_lists().of_occupation
    others = [member for member in members if member != occupation]
    now = (
        (
            other,
            [place for place in newest_first(places.get(other.pk, ())) if place.version.is_in_force(today)],
        )
        for other in others
    )
    listed = [(other, found) for other, found in now if found]
    return newest_first(places.get(occupation.pk, ())), Neighbours(group, len(others), listed)


def newest_first(places: Iterable[Listing]) -> list[Listing]:
    return sorted(places, key=lambda place: place.version.valid_from or date.min, reverse=True)


def draws_listing(listings: list[Listing]) -> list[Draws]:
    """Return the draws held under the versions of these places on lists, type by type, the newest type first."""
    versions = {listing.version_id for listing in listings}
    by_category: dict[Category, list[Round]] = {}
    for round in public_draws().newest_first:
        if round.version_id in versions:
            by_category.setdefault(round.category, []).append(round)
    return [Draws(category, group) for category, group in by_category.items()]


def groups_of(occupation: Occupation) -> list[tuple[str, str, str]]:
    """Return the groups of the classification that the code lies in: digits, kind of group, name where known."""
    code = occupation.code
    broad = occupation.broad_category.removeprefix(code[0]).strip()
    kinds = (_("Broad category"), _("Major group"), _("Sub-major group"), _("Minor group"), _("Unit group"))
    names = (broad, "", "", "", occupation.title)
    return [
        (code[:digits], kind, name) for digits, (kind, name) in enumerate(zip(kinds, names, strict=True), 1)
    ]


def names_of(occupation: Occupation, query: str) -> dict:
    """Return the everyday titles that have the words of `query`, and how many there are of all."""
    titles = titles_of(occupation, query)
    return {
        "query": query,
        "titles": titles,
        "matching": sum(len(group.titles) for group in titles),
        "titles_in_all": sum(group.count for group in titles),
    }


def titles_of(occupation: Occupation, query: str) -> list[Titles]:
    """Return the everyday titles that have the words of `query`, in alphabetical order, by language."""
    beginnings = stems(query)
    rows = occupation.titles.order_by("language", "folded_title", "pk")
    found = []
    for language, group in groupby(
        rows.values_list("language", "title", "folded_title"), key=lambda row: row[0]
    ):
        every = list(group)
        fitting = [title for _language, title, folded in every if has_words(folded, beginnings)]
        is_open = bool(query) or len(every) <= TITLES_SHOWN
        found.append(Titles(OccupationTitle.Language(language), fitting, len(every), is_open))
    return found


def articles_about(occupation: Occupation, listings: list[Listing]) -> list[Article]:
    """Return the newest articles that name the occupation or show a list that it is or was on; guides last."""
    versions = [listing.version_id for listing in listings]
    # A bare code in a text is one of NOC 2021.
    is_bare = occupation.classification == NOC_2021
    name = occupation.code if is_bare else occupation.get_absolute_url()
    articles = Article.objects.published().about_lists(versions, name)
    return sorted(articles.newest_first().for_list(), key=lambda article: article.is_guide)[:ARTICLES]
