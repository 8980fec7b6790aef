"""Articles, their pictures, and what the fact desk keeps of them."""

from datetime import date, datetime

from django.utils import timezone
from PIL import Image as Pillow

from articles.models import (
    Article,
    ArticleCheck,
    ArticleCorrection,
    Author,
    Expectation,
    Image,
    Judgement,
    Override,
    StatedClaim,
)
from articles.pictures.keeping import files_of, keep_pixels, store
from articles.saving import save_article
from core.writing import write
from occupations.models import Category
from tests.factories.days import TORONTO, toronto


def make_article(slug="a-week-of-draws", *, published_at=datetime(2026, 10, 2, 9, tzinfo=TORONTO), **fields):
    """A published roundup by the newsroom, which is made where it is missing."""
    author, _ = Author.objects.get_or_create(slug="newsroom", defaults={"name": "The newsroom"})
    values = {
        "title": "A week of draws",
        "standfirst": "What was drawn.",
        "body": "Text.",
        "description": "What was drawn in a week.",
        "author": fields.pop("author", author),
        "status": Article.Status.READY,
        "published_at": published_at,
        "year": published_at and published_at.year,
        "month": published_at and published_at.month,
    }
    return Article.objects.create(slug=slug, **(values | fields))


def make_expectation(category="cec", *, other=None, **fields) -> Expectation:
    """A forecast that a page bearing the day 2 October 2026 makes of the next draw: 505 to 510."""
    values = {
        "source_name": "A site",
        "source_title": "What comes next",
        "source_url": "https://example.org/next",
        "source_date": date(2026, 10, 2),
        "source_note": "Printed below the headline.",
        "category": Category.objects.get(slug=category),
        "other_category": other and Category.objects.get(slug=other),
        "window_from": date(2026, 10, 3),
        "kind": "range",
        "low": 505,
        "high": 510,
        "text": "The next cut-off will be between 505 and 510.",
    }
    if fields.get("article"):
        values |= {
            "source_name": "",
            "source_title": "",
            "source_url": "",
            "source_date": None,
            "source_note": "",
        }
    return write(Expectation(**(values | fields)))


def make_saved_article(slug="saved", **fields):
    """A news story that the newsroom saved twice, of which readers have the first state."""
    article = make_article(slug, **{"kind": "news", "title": "A week, told early"} | fields)
    save_article(article, note="As it was told first")
    article.title, article.body = "A week of draws", "Text, and some more."
    return save_article(article, live=False)


def make_untold_story(**fields) -> Article:
    """A roundup of the first week of July 2023 that does not tell of its last draw, 256."""
    fields = {"body": "[[round 253 cutoff]] [[round 254 cutoff]] [[round 255 cutoff]]"} | fields
    story = make_article(
        "untold", published_at=toronto(2023, 7, 6, 18), week_start=date(2023, 7, 3), **fields
    )
    return save_article(story)


def make_note(article=None, *, published=False, **fields) -> ArticleCorrection:
    """A correction note of an article, which is made where it is missing, not published yet. Synthetic."""
    values = {
        "article": article or make_article("noted", kind="news", title="A story with a slip"),
        "part": "body",
        "source": "The cut-off was 460.",
        "said": "The cut-off was 460.",
        "right": "463",
        "kind": ArticleCorrection.Kind.OURS,
        "reason": "A slip of the hand.",
        "is_published": published,
    }
    return ArticleCorrection.objects.create(**(values | fields))


def make_stated(article, words="460", expected="463", **fields) -> StatedClaim:
    """A claim of a published article that the record contradicts by now, resting on draw 255. Synthetic."""
    sentence = f"The cut-off of draw 255 was {words}."
    start = sentence.index(words)
    values = {
        "article": article, "version": article.live_version if article else 0, "part": "body", "sentence": sentence,
        "sentence_start": 0, "start": start, "end": start + len(words), "rule": "rounds", "claim": words,
        "expected": expected, "replacement": expected, "standing": StatedClaim.Standing.CONTRADICTED,
    }  # fmt: skip
    claim = StatedClaim.objects.create(**(values | fields))
    claim.rows.create(kind="round", key="255")
    return claim


def make_image(colour="#b5562b", size=(900, 600), **words) -> Image:
    """A picture of one colour with its files in the storage, whatever becomes of the transaction. Synthetic."""
    words = {"alt": "A synthetic picture, all of one colour."} | words
    picture = Pillow.new("RGB", size, colour)
    image = keep_pixels(picture, **words)
    store(image, files_of(picture))
    return image


def make_failed_check(article, failure="error") -> ArticleCheck:
    """A look of the fact desk that came to nothing."""
    return ArticleCheck.objects.create(
        article=article, checked_at=timezone.now(), version=article.version, failure=failure
    )


def make_judgement(**fields) -> Judgement:
    """A claim of no article that somebody judged right. Synthetic."""
    values = {
        "rule": "rounds",
        "digest": "0" * 64,
        "sentence": "He is 35.",
        "claim": "35",
        "reason": "An age.",
    }
    return Judgement.objects.create(**(values | fields))


def make_override(article, **fields) -> Override:
    """A publication despite the fact desk. Synthetic."""
    said = {"claim": "493", "message": "The record has 463.", "sentence": "It was 493.", "digest": "0" * 64}
    values = {"reason": "IRCC corrected itself.", "version": 1, "findings": [said], "made_by_name": "ann"}
    return Override.objects.create(article=article, **(values | fields))
