"""Draws and articles that nobody held or wrote, as many as the site may have in years: to measure what grows.

Draws are numbered s1, s2 ..., articles are titled "Synthetic 1: ..."; neither is ever mixed with what readers see.
"""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import batched

from articles.models import Article, ArticleReference, Author, Tag
from articles.searching.indexing import index_missing
from draws.models import Round
from draws.numbers import sequence

AT_A_TIME = 1000
# In words and days: about as long as the shipped articles, and as old as the record.
WORDS, TITLE_WORDS, STANDFIRST_WORDS = 600, 8, 40
DAYS = 4000
TAGS = 2
# Of so many articles one refers to the draws of a week, the others to a draw.
A_WEEK_OF = 10


def make_rounds(count: int) -> None:
    """Make draws like those of the record, on days of the record."""
    chance = random.Random(1)
    models = list(Round.objects.public_record().exclude(number__startswith="s").order_by("date", "sequence"))
    first, last = models[0].date, models[-1].date
    rounds = (
        _round(number, chance, chance.choice(models), first + (last - first) * number / count)
        for number in range(1, count + 1)
    )
    for batch in batched(rounds, AT_A_TIME):
        Round.objects.bulk_create(batch)


def _round(number: int, chance: random.Random, model: Round, day) -> Round:
    moment = datetime.combine(day, datetime.min.time(), UTC) + timedelta(hours=16)
    return Round(
        number=f"s{number}",
        sequence=sequence(f"s{number}"),
        version=model.version,
        date=day,
        invitations=max(1, model.invitations + chance.randint(-200, 200)),
        crs_cutoff=min(1200, max(1, model.crs_cutoff + chance.randint(-20, 20))),
        programs=model.programs,
        source="Synthetic: nobody held this draw.",
        published_at=moment,
    )


def make_articles(count: int) -> None:
    """Make articles of about the length and the words of the shipped ones, and take them into the index."""
    chance = random.Random(1)
    shipped = " ".join(Article.objects.order_by("pk").values_list("body", flat=True))
    words = [word for word in shipped.split() if word.isalpha()]
    author = Author.objects.order_by("pk")[0]
    tags = list(Tag.objects.order_by("pk"))
    rounds = list(Round.objects.public_record().order_by("date", "sequence").select_related("version"))
    articles = (_article(number, count, chance, words, author) for number in range(1, count + 1))
    for batch in batched(articles, AT_A_TIME):
        made = Article.objects.bulk_create(batch)
        through = Article.tags.through
        through.objects.bulk_create(
            through(article=article, tag=tag) for article in made for tag in chance.sample(tags, TAGS)
        )
        ArticleReference.objects.bulk_create(_references(made, rounds, chance))
    index_missing()


def _article(number: int, count: int, chance: random.Random, words: list[str], author: Author) -> Article:
    moment = datetime(2026, 9, 30, 12, tzinfo=UTC) - timedelta(days=DAYS) * (count - number) / count
    paragraphs = [" ".join(chance.choices(words, k=WORDS // 6)) for _ in range(6)]
    return Article(
        slug=f"synthetic-{number}",
        kind=Article.Kind.NEWS,
        title=f"Synthetic {number}: {' '.join(chance.choices(words, k=TITLE_WORDS))}",
        standfirst_html=f"<p>{' '.join(chance.choices(words, k=STANDFIRST_WORDS))}</p>",
        body_html="\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs),
        author=author,
        status=Article.Status.READY,
        published_at=moment,
        year=moment.year,
        month=moment.month,
        version=1,
        live_version=1,
    )


def _references(
    articles: list[Article], rounds: list[Round], chance: random.Random
) -> Iterator[ArticleReference]:
    for article in articles:
        round = chance.choice(rounds)
        if chance.randrange(A_WEEK_OF):
            yield ArticleReference(article=article, index=0, text=f"round {round.number} cutoff", round=round)
            continue
        monday = round.date - timedelta(days=round.date.weekday())
        yield ArticleReference(
            article=article,
            index=0,
            text=f"draws week={monday:%G-W%V}",
            date_from=monday,
            date_to=monday + timedelta(days=6),
        )
