"""What is to be done about articles. Writers are told of those in their own hands, editors of all."""

from datetime import timedelta

from django.db.models import F, OuterRef, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timesince import timesince
from django.utils.translation import gettext as _

from articles.drafting.pins import moved_on
from articles.models import Article, ArticleRevision
from core.people import name_of
from eedraws.newsroom.lines import SHOWN, Item, Line, first_few

Status = Article.Status


def _within_reach(user, articles):
    """Leave what the person may work on, with whose it is and when it was last saved; the list's filter for it."""
    revisions = ArticleRevision.objects.filter(article=OuterRef("pk")).order_by("-number")
    articles = articles.select_related("owner").annotate(saved_at=Subquery(revisions.values("made_at")[:1]))
    if user.has_perm("articles.change_any_article"):
        return articles, ""
    return articles.filter(owner=user), "&hands=mine"


def _line(title, nothing, user, articles, query, note):
    """Return a line about `articles`, in their order; `note` says of each what there is to know."""
    articles, mine = _within_reach(user, articles)
    found, count = first_few(articles)
    items = [
        Item(article.title, reverse("admin:articles_article_change", args=[article.pk]), note(article))
        for article in found
    ]
    return Line(title, nothing, count, items, f"{reverse('admin:articles_article_changelist')}?{query}{mine}")


def _whose(article):
    return name_of(article.owner) if article.owner else _("in nobody's hands")


def _whose_and_age(article):
    saved_at = article.saved_at or article.created_at
    if timezone.now() - saved_at < timedelta(minutes=1):
        return _("%(name)s, saved just now") % {"name": _whose(article)}
    age = timesince(saved_at, depth=1)
    return _("%(name)s, saved %(age)s ago") % {"name": _whose(article), "age": age}


def drafts(user):
    if not user.has_perm("articles.change_article"):
        return None
    articles = Article.objects.filter(status=Status.DRAFT).order_by("-created_at", "-pk")
    title, nothing = _("Drafts"), _("No draft is being written.")
    return _line(title, nothing, user, articles, "state=draft", _whose_and_age)


def in_review(user):
    if not user.has_perm("articles.change_article"):
        return None
    articles = Article.objects.filter(status=Status.IN_REVIEW).order_by("created_at", "pk")
    title, nothing = _("Articles in review"), _("No article waits for a review.")
    return _line(title, nothing, user, articles, "state=in-review", _whose_and_age)


def scheduled(user):
    if not user.has_perm("articles.publish_article"):
        return None

    def note(article):
        moment = date_format(timezone.localtime(article.published_at), "DATETIME_FORMAT")
        return _("appears on %(moment)s; %(name)s") % {"moment": moment, "name": _whose(article)}

    articles = Article.objects.scheduled().order_by("published_at", "pk")
    title, nothing = _("Scheduled articles"), _("No article is scheduled.")
    return _line(title, nothing, user, articles, "state=scheduled", note)


def changed(user):
    """Articles that readers see in an older state than the newsroom's."""
    if not user.has_perm("articles.publish_article"):
        return None
    articles = Article.objects.changed_unseen().order_by("-published_at", "-pk")
    title = _("Changes that readers do not have yet")
    nothing = _("Readers have every change of a published article.")
    return _line(title, nothing, user, articles, "state=changed", _whose_and_age)


def unchecked(user):
    """Articles that the fact desk could not read, or not wholly, when they were last saved."""
    if not user.has_perm("articles.change_article"):
        return None
    articles = (
        Article.objects.exclude(status__in=(Status.WITHDRAWN, Status.REMOVED))
        .filter(fact_check__isnull=False)
        .exclude(fact_check__failure="")
        .select_related("fact_check")
        .order_by("-fact_check__checked_at", "pk")
    )
    title = _("Articles that the fact desk could not check")
    nothing = _("The fact desk has read every article.")
    return _line(
        title,
        nothing,
        user,
        articles,
        "facts=failed",
        lambda article: (
            _("%(failure)s; %(name)s")
            % {"failure": article.fact_check.get_failure_display(), "name": _whose(article)}
        ),
    )


def reviews_due(user):
    """Articles of which somebody said: look at it again by this day."""
    if not user.has_perm("articles.change_article"):
        return None
    today = timezone.localdate()
    articles = Article.objects.filter(review_by__lte=today).exclude(
        status__in=(Status.WITHDRAWN, Status.REMOVED)
    )
    title, nothing = _("Reviews due"), _("No article is due for a review.")
    return _line(
        title,
        nothing,
        user,
        articles.order_by(F("review_by"), "pk"),
        f"review_by__lte={today.isoformat()}",
        lambda article: (
            _("review by %(day)s; %(name)s")
            % {"day": date_format(article.review_by), "name": _whose(article)}
        ),
    )


def pinned(user):
    """Answers in an editor's own words that the record has moved past."""
    if not user.has_perm("articles.change_faqentry"):
        return None
    found = moved_on()
    items = [
        Item(
            entry.question,
            reverse(
                f"admin:articles_{'article' if entry.article else 'faqentry'}_change",
                args=[entry.article_id or entry.pk],
            ),
            entry.article.title if entry.article else _("on the page of questions"),
        )
        for entry in found[:SHOWN]
    ]
    return Line(
        _("Answers that the record has moved past"),
        _("Every answer in words of its own still agrees with the record."),
        len(found),
        items,
        reverse("admin:articles_faqentry_changelist"),
    )
