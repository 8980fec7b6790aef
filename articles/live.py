"""Compiled articles and answers, their tokens filled in: one function, a query for the references (articles/fetching).

What cannot be resolved says so; a published page never breaks on a reference.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from typing import NamedTuple

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import escape, strip_tags
from django.utils.safestring import SafeString, mark_safe

from articles import blocks, figures
from articles.clock import was_held
from articles.drafting import answers as computing
from articles.fetching import Text, asked_of, clock_of, fetch
from articles.markup import BLOCK_TOKEN, HEADING_PREFIX, TOKEN
from articles.models import Article, FaqEntry
from articles.references import DrawsTable, FaqBlock, Reference, RoundFigure
from articles.resolving import Clock, Record, Unresolved
from draws.models import Round

# An article of so many sections has a list of contents; so many draws at most stand under it.
CONTENTS_FROM = 4
RELATED_DRAWS = 8

_HEADING = re.compile(rf'<h2 id="({HEADING_PREFIX}[^"]*)">(.*?)</h2>', re.DOTALL)


class Answer(NamedTuple):
    """A question with its answer as shown."""

    question: str
    answer_html: SafeString


@dataclass(frozen=True)
class Filled:
    """An article as shown.

    `contents` are pairs of id and heading; `faq_placed`: the text has a place for the questions; `rounds` are
    the draws told of one by one, newest first; `week` those of a roundup's week; `updated_at` is when words
    or figures last changed after publication, or None.
    """

    standfirst: SafeString
    body: SafeString
    answers: list[Answer]
    contents: list[tuple[str, str]]
    faq_placed: bool
    rounds: list[Round]
    week: list[Round]
    updated_at: datetime | None


def fill_article(
    article: Article,
    entries: Sequence[FaqEntry],
    now: datetime | None = None,
    written: Sequence[Sequence[str]] | None = None,
) -> Filled:
    """Fill in an article and its questions; `written` are the references of each, where they are not saved."""
    now = now or timezone.now()
    texts = _texts_of(article, entries, now, written)
    record = fetch(texts, now, _compiled)
    return _filled(article, texts, record)


def fill_articles(
    articles: Sequence[tuple[Article, Sequence[FaqEntry]]], now: datetime | None = None
) -> list[Filled]:
    """Fill in articles, each with its questions, with the queries of one."""
    now = now or timezone.now()
    texts = [_texts_of(article, entries, now) for article, entries in articles]
    record = fetch([text for own in texts for text in own], now, _compiled)
    return [_filled(article, own, record) for (article, _entries), own in zip(articles, texts, strict=True)]


def _texts_of(
    article: Article,
    entries: Sequence[FaqEntry],
    now: datetime,
    written: Sequence[Sequence[str]] | None = None,
) -> list[Text]:
    """Return the text of an article, then those of its questions."""
    clock = clock_of(article, now)
    own_source, *sources = written or [None] * (1 + len(entries))
    questions = zip(entries, sources, strict=True)
    answers = [Text(entry, clock, source, asked_of(entry)) for entry, source in questions]
    return [Text(article, clock, own_source), *answers]


def _filled(article: Article, texts: Sequence[Text], record: Record) -> Filled:
    own = texts[0]
    answers = [_answer(text, record, place) for place, text in enumerate(texts[1:])]
    body = _fill(article.body_html, own, record, answers=answers)
    pairs = [(reference, text.clock) for text in texts for reference in text.references.values() if reference]
    span = article.week.span if article.week else None
    return Filled(
        standfirst=_fill(article.standfirst_html, own, record),
        body=body,
        answers=answers,
        contents=_contents(body),
        faq_placed=any(isinstance(reference, FaqBlock) for reference in own.references.values()),
        rounds=_told_one_by_one(pairs, record),
        week=[round for round in record.draws.between(*span) if was_held(round, own.clock.moment)]
        if span
        else [],
        updated_at=_updated_at(article, pairs, record),
    )


def fill_answers(entries: Sequence[FaqEntry], now: datetime | None = None) -> list[Answer]:
    """Fill in questions of the whole site, which speak of today."""
    now = now or timezone.now()
    texts = [Text(entry, Clock(now), asked=asked_of(entry)) for entry in entries]
    record = fetch(texts, now, _compiled)
    return [_answer(text, record, place) for place, text in enumerate(texts)]


def fill_standfirsts(articles: Iterable[Article], now: datetime | None = None) -> list[Article]:
    """Give each article of a list its `standfirst_live`, without looking at its text."""
    now = now or timezone.now()
    texts = [Text(article, clock_of(article, now)) for article in articles]
    record = fetch(texts, now, lambda article: article.standfirst_html)
    for text in texts:
        text.owner.standfirst_live = _fill(text.owner.standfirst_html, text, record)
    return [text.owner for text in texts]


def fill_passages(passages: Sequence[tuple[Article, str]], now: datetime | None = None) -> list[str]:
    """Return passages of articles, one of each, as plain text: figures of the record stand where their tokens were."""
    now = now or timezone.now()
    texts = [Text(article, clock_of(article, now)) for article, _passage in passages]
    of_article = {article.pk: passage for article, passage in passages}
    record = fetch(texts, now, lambda article: of_article[article.pk])
    filled = (_fill(escape(of_article[text.owner.pk]), text, record) for text in texts)
    return [unescape(strip_tags(html)) for html in filled]


def _compiled(owner: Article | FaqEntry) -> str:
    return owner.answer_html if isinstance(owner, FaqEntry) else owner.standfirst_html + owner.body_html


def _answer(text: Text, record: Record, place: int) -> Answer:
    if text.asked:
        found = computing.compute(text.asked, text.clock, record)
        text.references = dict(enumerate(computing.references(found.answer)))
        return Answer(found.question, computing.filled(found.answer, text.clock, record))
    return Answer(text.owner.question, _fill(text.owner.answer_html, text, record, f"answer-{place}-"))


def _fill(
    html: str, text: Text, record: Record, owner: str = "", answers: Sequence[Answer] = ()
) -> SafeString:
    """Put what each token stands for into compiled HTML, which is safe by articles/markup."""

    def block(match: re.Match[str]) -> str:
        reference = text.references.get(int(match[1]))
        if isinstance(reference, FaqBlock):
            return render_to_string("includes/faq.html", {"entries": answers})
        try:
            return blocks.block(reference, text.clock, record, f"table-{owner}{match[1]}")
        except Unresolved:
            return blocks.missing(reference)

    def figure(match: re.Match[str]) -> str:
        try:
            return figures.figure(text.references.get(int(match[1])), text.clock, record)
        except Unresolved:
            return figures.missing()

    return mark_safe(TOKEN.sub(figure, BLOCK_TOKEN.sub(block, html)))


def _contents(body: str) -> list[tuple[str, str]]:
    """Return the sections of a long article."""
    headings = [(name, unescape(strip_tags(heading))) for name, heading in _HEADING.findall(body)]
    return headings if len(headings) >= CONTENTS_FROM else []


def _behind(
    pairs: Iterable[tuple[Reference, Clock]], record: Record
) -> Iterable[tuple[Reference, list[Round]]]:
    """Yield each reference that draws stand behind, with them."""
    for reference, clock in pairs:
        try:
            yield reference, record.rounds_of(reference, clock)
        except Unresolved:
            continue


def _told_one_by_one(pairs: Iterable[tuple[Reference, Clock]], record: Record) -> list[Round]:
    rounds = {
        round
        for reference, rounds in _behind(pairs, record)
        if isinstance(reference, RoundFigure | DrawsTable)
        for round in rounds
    }
    return sorted(rounds, key=lambda round: (round.date, round.sequence), reverse=True)[:RELATED_DRAWS]


def _updated_at(
    article: Article, pairs: Iterable[tuple[Reference, Clock]], record: Record
) -> datetime | None:
    """Return the later of the last change of the words and of the figures, if it is after publication."""
    changes = [round.figures_changed_at for _reference, rounds in _behind(pairs, record) for round in rounds]
    moments = [moment for moment in (article.updated_at, *changes) if moment]
    if article.published_at is None or not moments or max(moments) <= article.published_at:
        return None
    return max(moments)
