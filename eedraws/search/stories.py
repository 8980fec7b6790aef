"""Articles as a search shows them: the words marked, in the headline and in the passage that has most of them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from articles.live import fill_passages
from articles.models import Article, FaqEntry
from articles.models.searched import prose
from eedraws.search.highlighting import Excerpt, Marker, Piece


class Story(NamedTuple):
    """An article with its headline and a passage in pieces; `question` is one that it answers, if that is what was found."""

    article: Article
    title: list[Piece]
    passage: list[Piece]
    excerpt: Excerpt
    question: list[Piece]


def stories(articles: Iterable[Article], marker: Marker) -> list[Story]:
    """Return each of `articles` with what of it was found. At most four queries."""
    articles = list(articles)
    excerpts = [_best(article, marker) for article in articles]
    passages = fill_passages(
        [(article, excerpt.text) for article, excerpt in zip(articles, excerpts, strict=True)]
    )
    silent = [
        article
        for article, excerpt in zip(articles, excerpts, strict=True)
        if not excerpt.words and not marker.count(article.title)
    ]
    questions = _questions(silent, marker) if silent else {}
    return [
        Story(
            article,
            marker.pieces(article.title),
            marker.pieces(" ".join(passage.split())),
            excerpt,
            marker.pieces(questions.get(article.pk, "")),
        )
        for article, excerpt, passage in zip(articles, excerpts, passages, strict=True)
    ]


def _best(article: Article, marker: Marker) -> Excerpt:
    """Return the passage of the standfirst, unless the text has one with more of the words."""
    standfirst = marker.excerpt(prose(article.standfirst_html).strip())
    if standfirst.words == len(marker.stems):
        return standfirst
    body = marker.excerpt(prose(article.body_html))
    return body if body.words > standfirst.words else standfirst


def _questions(articles: Sequence[Article], marker: Marker) -> dict[int, str]:
    """Return for each of `articles` the question of its own that has most of the words, if one has any."""
    best: dict[int, tuple[int, str]] = {}
    entries = FaqEntry.objects.filter(article__in=articles).in_order()
    for pk, question in entries.values_list("article", "question"):
        words = marker.count(question)
        if words > best.get(pk, (0, ""))[0]:
            best[pk] = words, question
    return {pk: question for pk, (_words, question) in best.items()}
