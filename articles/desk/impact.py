"""What a change of the record changes in what readers have: typed words that rest on its rows, and references that follow."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from django.db.models import Q

from articles.models import Article, ArticleCorrection, ArticleReference, FaqEntry, StatedClaim
from draws.models import Round
from occupations.models import CategoryVersion, Occupation

type Row = tuple[str, str]


@dataclass(frozen=True)
class Stated:
    """What one text states: the claims that are wrong by now, one of each other sentence, and notes drafted for readers."""

    owner: Article | FaqEntry
    wrong: list[StatedClaim]
    right: list[StatedClaim]
    notes: list[ArticleCorrection] = field(default_factory=list)

    @property
    def is_article(self) -> bool:
        return isinstance(self.owner, Article)


@dataclass(frozen=True)
class Impact:
    """Texts that rest on rows of the record, those with something wrong first, and texts with live references to them.

    `unchecked` counts claims that have not been held against the record since it moved.
    """

    stated: list[Stated]
    articles: list[Article]
    entries: list[FaqEntry]
    unchecked: int = 0

    @property
    def wrong(self) -> list[Stated]:
        return [text for text in self.stated if text.wrong]

    @property
    def right(self) -> list[Stated]:
        return [text for text in self.stated if not text.wrong]


def rows_of_round(round: Round) -> list[Row]:
    """Return the rows under which claims about a draw are remembered: its number, and the one that it had before."""
    numbers = [round.number, *round.corrections.filter(name="number").values_list("old", flat=True)]
    return [("round", number) for number in dict.fromkeys(numbers)]


def rows_of_version(version: CategoryVersion) -> list[Row]:
    """Return the row of a version, and of the one before it: the next one ends it."""
    slug, number = version.category.slug, version.number
    return [("version", f"{slug}/{each}") for each in (number, number - 1) if each]


def rows_of_occupation(occupation: Occupation) -> list[Row]:
    return [("occupation", occupation.code)]


def impact_of_round(round: Round) -> Impact:
    """Return what readers are told of a draw. As many queries for many texts as for one."""
    about = Q(round=round) | (
        Q(date_from__lte=round.date, date_to__gte=round.date)
        & (Q(category=None) | Q(category=round.version.category_id))
    )
    return _impact(rows_of_round(round), about, round.figures_changed_at)


def impact_of_version(version: CategoryVersion) -> Impact:
    """Return what readers are told of a version of a type: its dates, its criteria, its list."""
    newest = version.corrections.newest_first().values_list("made_at", flat=True).first()
    return _impact(rows_of_version(version), Q(version=version), newest)


def impact_of_occupation(occupation: Occupation) -> Impact:
    """Return what readers are told of an occupation, and of the lists that it is or was on."""
    on_list = Q(version__listings__occupation=occupation)
    return _impact(rows_of_occupation(occupation), on_list, None)


def all_wrong() -> Impact:
    """Return everything that readers have and that is wrong by now."""
    claims = StatedClaim.objects.wrong().for_readers().in_order().select_related("article", "faq_entry")
    return Impact(_by_text(claims), [], [])


def _impact(rows: list[Row], about: Q, moved_at) -> Impact:
    claims = StatedClaim.objects.resting_on(rows).for_readers().in_order()
    claims = list(claims.select_related("article", "faq_entry"))
    references = ArticleReference.objects.filter(about)
    articles = Article.objects.published().filter(references__in=references).distinct().newest_first()
    entries = FaqEntry.objects.site_wide().filter(references__in=references).distinct().in_order()
    return Impact(
        _by_text(claims),
        list(articles.defer("body", "body_html")),
        list(entries),
        sum(moved_at is not None and claim.checked_at < moved_at for claim in claims),
    )


def _by_text(claims: Iterable[StatedClaim]) -> list[Stated]:
    """Put claims together, text by text, with the notes that were drafted for them."""
    texts = []
    for owner, found in groupby(claims, key=lambda claim: claim.owner):
        found = list(found)
        wrong = [claim for claim in found if claim.is_wrong]
        told = {(claim.part, claim.sentence_start) for claim in wrong}
        right: dict[tuple[str, int], StatedClaim] = {}
        for claim in found:
            place = (claim.part, claim.sentence_start)
            if not claim.is_wrong and place not in told:
                right.setdefault(place, claim)
        texts.append(Stated(owner, wrong, list(right.values())))
    drafted: dict[int, list[ArticleCorrection]] = {}
    articles = [text.owner.pk for text in texts if text.is_article and text.wrong]
    for note in ArticleCorrection.objects.drafts().filter(article__in=articles):
        drafted.setdefault(note.article_id, []).append(note)
    for text in texts:
        if text.is_article:
            text.notes.extend(drafted.get(text.owner.pk, ()))
    return sorted(texts, key=lambda text: not text.wrong)
