"""What a browser sends for the form of an article."""

from django.urls import reverse

from articles.models import Author
from articles.revisions import newest_state

ADD = "/admin/articles/article/add/"
BODY = "Hello\r\n\r\n[[draws week=2026-W40]]\r\n\r\nCut-off [[round 447 cutoff]]."


def change_url(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def posted(entries=(), **fields):
    """A new roundup; `entries` are dicts of the inline questions."""
    data = {
        "kind": "roundup",
        "topic": "draws",
        "week_start": "2026-10-01",
        "title": "Trades again",
        "slug": "",
        "standfirst": "In all [[draws week=2026-W40 total]].",
        "body": BODY,
        "author": Author.objects.get(slug="eedraws-desk").pk,
        "status": "ready",
        "published_at": "2026-10-02T09:00:00",
        "description": "",
        "withdrawn_reason": "",
        "faq_entries-TOTAL_FORMS": len(entries) + 1,
        "faq_entries-INITIAL_FORMS": 0,
        "faq_entries-MIN_NUM_FORMS": 0,
        "faq_entries-MAX_NUM_FORMS": 1000,
        f"faq_entries-{len(entries)}-order": 10,
    }
    for place, entry in enumerate(entries):
        data |= {f"faq_entries-{place}-{name}": value for name, value in ({"order": 10} | entry).items()}
    return data | fields


def opened(article, **fields):
    """The form of an article as it was opened, with `fields` typed over."""
    state = newest_state(article)
    names = (
        "kind",
        "topic",
        "title",
        "slug",
        "standfirst",
        "body",
        "description",
        "status",
        "withdrawn_reason",
    )
    data = {name: getattr(article, name) for name in names}
    moment = article.published_at
    data |= {
        "week_start": article.week_start or "",
        "author": article.author_id,
        "tags": [tag.pk for tag in state.tags],
        "published_at": moment.astimezone().strftime("%Y-%m-%dT%H:%M:%S") if moment else "",
        "seen": article.version,
    }
    entries = [{"question": e.question, "answer": e.answer, "order": e.order} for e in state.entries]
    return posted(entries, **data | fields)
