"""A change of an article that the record asks for: wrong words replaced in a draft of it, and a note for its readers."""

from collections.abc import Iterable, Sequence
from copy import copy
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.compiling import compile_unsaved
from articles.desk.parts import FIELDS, QUESTION, parts_of
from articles.live import fill_article
from articles.models import Article, ArticleCorrection, FaqEntry, StatedClaim
from articles.revisions import newest_state
from articles.saving import save_article
from core.outside import words_of


class Mended(NamedTuple):
    """What was drafted: the notes, how many words were replaced, and the claims that are left to an editor."""

    notes: list[ArticleCorrection]
    replaced: int
    left: list[StatedClaim]


@transaction.atomic
def draft_correction(
    article: Article, *, kind: str, reason: str, by, keys: Iterable[int] | None = None
) -> Mended:
    """Replace, in the newest state of an article, what the record contradicts, and draft a note for each sentence.

    `keys` are those of the claims to be corrected for this reason; None for all that are wrong.

    Readers get both when the changes are published; of an article that they have not seen there is no note. Raises ValidationError, SavedMeanwhile among them, and saves
    nothing then: such as where nothing is wrong, or notes are drafted already.
    """
    wrong = article.stated_claims.wrong().order_by("pk")
    claims = list(wrong if keys is None else wrong.filter(pk__in=keys))
    if not claims:
        raise ValidationError(_("The record contradicts nothing in this article."))
    if article.corrections.drafts().exists():
        raise ValidationError(_("Notes of this article are drafted already. Publish them, or delete them."))
    seen = article.version
    sentences = by_sentence(claims)
    seen_by_readers = article.has_been_public()
    told = [note_of(article, each, kind, reason, by) for each in sentences if seen_by_readers]
    state = newest_state(article)
    sources = {part.name: part.source for part in parts_of(article, state.entries)}
    left = [claim for sentence in sentences for claim in mend(sources, sentence)]
    take(article, state.entries, sources)
    save_article(
        article,
        entries=state.entries,
        tags=state.tags,
        live=False,
        seen=seen,
        by=by,
        note=_("What the record corrected, and a note for readers"),
    )
    for note in told:
        note.full_clean()
        note.save()
    return Mended(told, len(claims) - len(left), left)


def by_sentence(claims: Iterable[StatedClaim]) -> list[list[StatedClaim]]:
    """Put claims of one sentence together, in the order in which they stand."""
    found: dict[tuple[str, int], list[StatedClaim]] = {}
    for claim in sorted(claims, key=lambda claim: (claim.start, claim.end)):
        found.setdefault((claim.part, claim.sentence_start), []).append(claim)
    return list(found.values())


def note_of(article: Article, claims: Sequence[StatedClaim], kind: str, reason: str, by) -> ArticleCorrection:
    """Return a note on a sentence, not saved: the words of the sentence, and what is right in place of its figures."""
    part, sentence = claims[0].part, claims[0].sentence
    values = list(dict.fromkeys(claim.replacement or claim.expected or claim.claim for claim in claims))
    return ArticleCorrection(
        article=article,
        part=part,
        source=sentence,
        said=plain(article, sentence)[:1000],
        right=_(" and ").join(values)[:300],
        kind=kind,
        reason=" ".join(reason.split()),
        made_by=by,
    )


def plain(article: Article, source: str) -> str:
    """Return Markdown of an article as its readers read it, in one line of text."""
    passage = copy(article)
    passage.standfirst, passage.body = "", source
    written = compile_unsaved(passage, [])
    return words_of(fill_article(passage, [], timezone.now(), written).body) or source


def mend(sources: dict[str, str], claims: Sequence[StatedClaim]) -> list[StatedClaim]:
    """Put what is right in the place of wrong words of one sentence, in the part that has it; return what is left.

    The newsroom may have changed the text since readers got it: the sentence has to stand there once, as it was.
    """
    part, sentence = claims[0].part, claims[0].sentence
    mended, left, end = sentence, [], len(sentence)
    for claim in reversed(claims):
        before, words, _after = claim.pieces
        if claim.replacement is None or len(before) + len(words) > end:
            left.append(claim)
            continue
        end = len(before)
        mended = before + claim.replacement + mended[len(before) + len(words) :]
    # A caption is the picture's, and stands with it in other articles too.
    written = [name for name in (part, *sources) if not name.startswith("caption-")]
    place = next((name for name in written if sources.get(name, "").count(sentence) == 1), None)
    if place is None:
        return list(claims)
    sources[place] = sources[place].replace(sentence, mended)
    return left


def take(article: Article, entries: Sequence[FaqEntry], sources: dict[str, str]) -> None:
    """Give an article and its questions the sources of their parts."""
    for name in FIELDS:
        setattr(article, name, sources[name])
    for place, entry in enumerate(entries):
        for name in QUESTION:
            if f"{name}-{place}" in sources:
                setattr(entry, name, sources[f"{name}-{place}"])
