"""What texts with tokens need from the database: their references, draws and lists, a query each at most."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import F, Q
from django.utils import timezone

from articles.drafting.asked import Asked, read
from articles.markup import TOKEN
from articles.models import Article, ArticleReference, FaqEntry
from articles.references import (
    BadReference,
    CategoryFigure,
    DrawsFigure,
    DrawsTable,
    GapsTable,
    LatestTable,
    OccupationsCount,
    Reference,
    RoundFigure,
    parse,
)
from articles.resolving import GAPS_OVER, Clock, Record
from draws.clock import Span
from draws.models import Round
from occupations.models import CategoryVersion, Listing, Occupation

# Databases bear so many conditions in one question and no more; beyond them the whole record is read, a few hundred rows.
MOST_CONDITIONS = 200


@dataclass
class Text:
    """An article or a question, the clock it speaks by, and its references by token; None for a bad one.

    `written` are the references of a text that is not saved, as its tokens count them; None where rows have them.
    `asked` is what the record is to answer; then what is saved does not count.
    """

    owner: Article | FaqEntry
    clock: Clock
    written: Sequence[str] | None = None
    asked: Asked | None = None
    references: dict[int, Reference | None] = field(default_factory=dict)


def clock_of(article: Article, now: datetime) -> Clock:
    """Return the moment an article speaks of: its publication; today for a guide, or before a time is set."""
    if article.is_guide or article.published_at is None:
        return Clock(now)
    return Clock(article.as_of, max(article.updated_at or article.as_of, article.as_of))


def asked_of(entry: FaqEntry) -> Asked | None:
    """Return what the record answers for an entry; None where it stays as written."""
    if not entry.template or entry.pinned:
        return None
    try:
        return read(entry.template)
    except BadReference:
        return None


def fetch(
    texts: Sequence[Text],
    now: datetime,
    html_of: Callable[[Article | FaqEntry], str],
    week: Span | None = None,
) -> Record:
    """Give the texts their references and return the record that they need, with the draws of `week`."""
    _fetch_references(texts, html_of)
    pairs = [(ref, text.clock) for text in texts for ref in text.references.values() if ref]
    asked = [_asks(text.asked, text.clock, now) for text in texts if text.asked]
    if week:
        asked.append(Q(date__range=week))
    return Record(_rounds(pairs, now, asked), now, *_lists(pairs))


def _fetch_references(texts: Sequence[Text], html_of: Callable[[Article | FaqEntry], str]) -> None:
    for text in texts:
        text.references = {index: _parsed(source) for index, source in enumerate(text.written or ())}
    wanted = {
        (type(text.owner), text.owner.pk): text for text in texts if text.written is None and not text.asked
    }
    indices = {int(index) for text in wanted.values() for index in TOKEN.findall(html_of(text.owner))}
    if not indices:
        return
    owners = Q(article__in=[pk for kind, pk in wanted if kind is Article]) | Q(
        faq_entry__in=[pk for kind, pk in wanted if kind is FaqEntry]
    )
    rows = ArticleReference.objects.filter(owners, index__in=indices, part=0)
    for article, entry, index, source in rows.values_list("article", "faq_entry", "index", "text"):
        text = wanted[(Article, article) if article else (FaqEntry, entry)]
        text.references[index] = _parsed(source)


def _parsed(source: str) -> Reference | None:
    try:
        return parse(source)
    except BadReference:
        return None


def _rounds(pairs: Sequence[tuple[Reference, Clock]], now: datetime, also: Sequence[Q]) -> Sequence[Round]:
    """Return the draws that references may need, later ones left in: the clock sorts them out."""
    public = Round.objects.public_record(now)
    needed = [needs for reference, clock in pairs if (needs := _needs(reference, clock, now))]
    needed += also
    if not needed:
        return []
    if len(needed) > MOST_CONDITIONS:
        needed = [Q(pk__isnull=False)]
    # The newest of all says where the record ends.
    filters = Q(pk__in=public.newest_first().values("pk")[:1])
    for needs in needed:
        filters |= needs
    return public.filter(filters).oldest_first().for_list()


def _needs(reference: Reference, clock: Clock, now: datetime) -> Q | None:
    match reference:
        case RoundFigure(number=number, figure="change"):
            return Q(version__category__in=Round.objects.filter(number=number).values("version__category"))
        case RoundFigure(number=number):
            return Q(number=number)
        case DrawsTable(selection=selection) | DrawsFigure(selection=selection):
            return Q(date__range=selection.span) if selection.span else Q(number__in=selection.numbers)
        case CategoryFigure(category=slug):
            return Q(version__category__slug=slug)
        case LatestTable() | GapsTable() if reference.now or isinstance(reference, LatestTable):
            return Q(pk__isnull=False)
        case GapsTable():
            end = timezone.localdate(clock.moment)
            return Q(date__range=(end - 2 * GAPS_OVER, end + timedelta(days=1)))
    return None


def _asks(asked: Asked, clock: Clock, now: datetime) -> Q:
    """Return the draws that an answer is made of."""
    of_type = Q(version__category__slug=asked.category) if asked.category else Q()
    if asked.span:
        return of_type & Q(date__range=asked.span)
    held = Round.objects.public_record(now).held_by(clock.moment).filter(of_type)
    return of_type & Q(date__in=held.newest_first().values("date")[:1])


def _lists(
    pairs: Sequence[tuple[Reference, Clock]],
) -> tuple[Sequence[Listing], Sequence[CategoryVersion]]:
    """Return every place on a list, past ones too, of the occupations on the lists asked for, and their versions.

    Versions that await their list come along without places: one query, from the versions to the places.
    """
    slugs = {
        slug
        for reference, _clock in pairs
        if isinstance(reference, OccupationsCount)
        for slug in reference.categories
    }
    if not slugs:
        return [], []
    asked = Listing.objects.filter(version__category__slug__in=slugs).values("occupation")
    rows = CategoryVersion.objects.annotate(
        place=F("listings"),
        title=F("listings__title_as_published"),
        occupation=F("listings__occupation"),
        classification=F("listings__occupation__classification"),
        code=F("listings__occupation__code"),
    ).filter(Q(occupation__in=asked) | Q(list_awaited=True))
    rows = list(
        rows.order_by("code", "classification", "category__order", "number").select_related("category")
    )
    listings = [_listing(row) for row in rows if row.place]
    return listings, list({row.pk: row for row in rows}.values())


def _listing(row: CategoryVersion) -> Listing:
    """Return the place on its list that came with a version, with as much of the occupation as a table shows."""
    values = (row.occupation, row.classification, row.code)
    occupation = Occupation.from_db(row._state.db, ("id", "classification", "code"), values)
    return Listing(pk=row.place, version=row, occupation=occupation, title_as_published=row.title)
