"""A draw with what surrounds it: others of its type, the pool, the list in force, articles about it."""

from typing import NamedTuple

from django.db.models import Count, Exists, OuterRef
from django.shortcuts import get_object_or_404, render

from articles.expectations.ledger import lines_about
from articles.models import Article, Expectation
from core.kept import KeptEach
from draws.changes import Event, events
from draws.charts.figures import CutoffFigure, PoolFigure, cutoff_figure, pool_figure
from draws.models import PoolDistribution, Round
from draws.record import public_draws
from draws.trends import Change, Rank, change, rank, year_before
from eedraws.sharing import shared_round
from occupations.criteria import criteria_in_short
from occupations.models import Listing

ARTICLES = 6
# So many draws are in hand with what surrounds them.
IN_HAND = 40


class Place(NamedTuple):
    """A draw among the standing draws of its type; the figure marks it, unless it was withdrawn."""

    previous: Round | None
    next: Round | None
    change: Change[Round] | None
    change_in_a_year: Change[Round] | None
    rank: Rank
    figure: CutoffFigure | None


class Pool(NamedTuple):
    """A count of the pool; `age` is how many days before the draw it was taken, below zero after it."""

    distribution: PoolDistribution
    figure: PoolFigure | None
    age: int


def round_detail(request, number):
    """A published draw; a withdrawn one keeps its page, with a notice."""
    return render(request, "draws/round_detail.html", DRAWS.get(number))


def page_of(number: str) -> dict:
    """Return the context of a draw's page. Raises Http404."""
    found = get_object_or_404(with_what_surrounds(Round.objects.published()), number=number)
    return {
        "round": found,
        "category": found.category,
        "place": place_of(found),
        "pool": pool_of(found),
        "articles": articles_about(found),
        "expected": lines_about(found) if found.is_expected and not found.withdrawn_at else [],
        "corrections": list(found.corrections.newest_first()),
        "history": history_of(found),
        **neighbours_of(found),
        "version": found.version,
        "criteria": criteria_in_short(found.version),
        **shared_round(found),
    }


DRAWS = KeptEach(page_of, IN_HAND)


def with_what_surrounds(rounds):
    """Annotate rounds with how long their list is, and whether somebody may have expected something of them."""
    listed = Listing.objects.filter(version=OuterRef("version")).order_by().values("version")
    meant = Expectation.objects.public().that_may_mean(OuterRef("version__category"), OuterRef("date"))
    return rounds.select_related("version__category", "pool").annotate(
        listed=listed.values(count=Count("pk")), is_expected=Exists(meant)
    )


def articles_about(found: Round) -> list[Article]:
    """Return the newest articles about the draw; guides, which take it as an example, last."""
    articles = Article.objects.published().about(found).newest_first().for_list()
    return sorted(articles, key=lambda article: article.is_guide)[:ARTICLES]


def neighbours_of(found: Round) -> dict:
    """Return the draws of any type before and after."""
    draws, place = public_draws(), (found.date, found.sequence)
    return {
        "previous": next((near for near in draws.newest_first if (near.date, near.sequence) < place), None),
        "next": next((near for near in draws.rounds if (near.date, near.sequence) > place), None),
    }


def history_of(found: Round) -> list[tuple[Event, list[str]]]:
    """Return what happened to the draw since it was published, oldest first, each with the names of its fields."""
    states = found.history.order_by("history_date", "history_id")
    names = Round._meta.get_field
    return [(event, [names(field).verbose_name for field in event.fields]) for event in events(states)]


def place_of(found: Round) -> Place:
    """Compare a draw with the others of its type."""
    earlier, later = [], []
    for other in public_draws().of(found.category):
        if other == found:
            continue
        before = (other.date, other.sequence) < (found.date, found.sequence)
        (earlier if before else later).append(other)
    previous = earlier[-1] if earlier else None
    standing = [*earlier, *([] if found.withdrawn_at else [found]), *later]
    return Place(
        previous=previous,
        next=later[0] if later else None,
        change=change(found, previous),
        change_in_a_year=change(found, year_before(found, earlier)),
        rank=rank(found.crs_cutoff, (other.crs_cutoff for other in [*earlier, *later])),
        figure=cutoff_figure(found.category, standing, found),
    )


def pool_of(found: Round) -> Pool | None:
    """Return the count that IRCC gave with the draw."""
    if found.pool is None:
        return None
    age = (found.date - found.pool.as_of).days
    return Pool(found.pool, pool_figure(found.pool.bands.all(), found.crs_cutoff), age)
