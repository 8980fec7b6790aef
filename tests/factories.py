"""Rows for tests that the shipped record does not have. Each gives what is required, and takes the rest."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission

from articles.models import Article, Author
from draws.models import Round
from occupations.models import CategoryVersion

TORONTO = ZoneInfo("America/Toronto")


def toronto(*args) -> datetime:
    return datetime(*args, tzinfo=TORONTO)


def make_round(number="448", category="cec", *, day=date(2026, 10, 13), **fields) -> Round:
    """A published draw, by default the one that would follow the shipped record."""
    version = CategoryVersion.objects.filter(category__slug=category).order_by("-number")[0]
    values = {"crs_cutoff": 517, "invitations": 2000, "published_at": toronto(day.year, day.month, day.day)}
    return Round.objects.create(number=number, version=version, date=day, **(values | fields))


def publish_record(at=datetime(2026, 10, 1, 18, tzinfo=TORONTO)):
    """Publish the shipped record at `at`, as if it had been followed: loading publishes it when it is loaded."""
    Round.objects.update(published_at=at)


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


def make_editor(username="editor", *apps):
    """Someone who may log in to the admin and do everything in `apps` (all that an editor works with)."""
    editor = get_user_model().objects.create_user(username, password="a long password", is_staff=True)
    apps = apps or ("articles", "draws", "occupations")
    editor.user_permissions.set(Permission.objects.filter(content_type__app_label__in=apps))
    return editor


def make_superuser(username="chief"):
    return get_user_model().objects.create_superuser(username, password="a long password")
