"""Which tables readers see, and when a page changes although nothing is written.

Every model is named here as public or private; a test fails on one that is not.
"""

from datetime import UTC, datetime, timedelta

from django.apps import apps
from django.utils import timezone

from articles.models import Article
from core.freshness import CURRENT, watch
from draws.clock import CHECK_MAX_AGE
from draws.models import Round, SyncRun

# What a public page, feed, file or answer of the API may show.
PUBLIC = {
    *(
        "articles.Article",
        "articles.Article_tags",
        "articles.ArticleCorrection",
        "articles.ArticleReference",
        "articles.Author",
    ),
    *("articles.Expectation", "articles.FaqEntry", "articles.Image", "articles.Redirect", "articles.Tag"),
    *("draws.HeldRow", "draws.HistoricalPoolDistribution", "draws.HistoricalRound", "draws.PoolBand"),
    *("draws.PoolDistribution", "draws.Round", "draws.RoundCorrection", "draws.SyncRun"),
    *("occupations.Category", "occupations.CategoryVersion", "occupations.HistoricalCategoryVersion"),
    *("occupations.ListCorrection", "occupations.Listing", "occupations.Occupation"),
    *("occupations.OccupationTitle", "occupations.SeriesLabel"),
}
# The newsroom's, its readers' and the machinery's.
PRIVATE = {
    *("alerts.ListsSeen", "alerts.Message", "alerts.Subscriber", "alerts.Subscriber_categories"),
    *("admin.LogEntry", "articles.ArticleCheck", "articles.ArticleRevision", "articles.FactCheck"),
    *("articles.Judgement", "articles.Override", "articles.StatedClaim", "articles.StatedRow"),
    *("articles.StopPhrase", "auth.Group", "auth.Group_permissions", "auth.Permission"),
    *("auth.User", "auth.User_groups", "auth.User_user_permissions", "contenttypes.ContentType"),
    *("core.ContentVersion", "core.LoadedFile", "draws.ProposedCorrection", "draws.SyncRun_added_rounds"),
    *("modelsearch.IndexEntry", "modelsearch.SQLiteFTSIndexEntry", "occupations.SearchMark"),
    *("readers.CountedLog", "readers.MissedAddress", "readers.MissedSearch", "readers.ReadCount"),
    *("readers.ReaderMessage", "sessions.Session"),
    *("django_otp_webauthn.WebAuthnAttestation", "django_otp_webauthn.WebAuthnCredential"),
    *("django_otp_webauthn.WebAuthnUserHandle", "otp_static.StaticDevice", "otp_static.StaticToken"),
    *("otp_totp.TOTPDevice", "signin.Session", "signin.SignIn", "signin.Try"),
}


def tables() -> list[str]:
    """Return the names of the tables of public models."""
    return [apps.get_model(label)._meta.db_table for label in PUBLIC]


def next_due(now: datetime) -> datetime:
    """Return when the next page changes by itself: an article or a draw appears, the day ends in Toronto, the record ages.

    Three queries.
    """
    tomorrow = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    checked = SyncRun.objects.checks().values_list("started_at", flat=True).first()
    moments = [
        tomorrow,
        Article.objects.scheduled(now)
        .order_by("published_at")
        .values_list("published_at", flat=True)
        .first(),
        Round.objects.filter(published_at__gt=now)
        .order_by("published_at")
        .values_list("published_at", flat=True)
        .first(),
        checked and checked + CHECK_MAX_AGE,
    ]
    return min(moment.astimezone(UTC) for moment in moments if moment is not None and moment > now)


def begin() -> None:
    """Watch the public tables: called once, when all apps are there."""
    watch(tables())
    CURRENT.due = next_due
