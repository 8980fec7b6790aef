"""Questions from the record as entries keep them: filled in, or pinned in an editor's words while the record moves on."""

from datetime import datetime
from typing import NamedTuple

from django.utils import timezone

from articles.drafting import answers
from articles.drafting.asked import Asked, read
from articles.fetching import Text, asked_of, clock_of, fetch
from articles.models import Article, FaqEntry
from articles.references import BadReference
from articles.resolving import Clock


class Answered(NamedTuple):
    """A question from the record: its words, its answer as Markdown with live figures, and as a line of text."""

    question: str
    answer: str
    plain: str


def answer(asked: Asked, article: Article | None = None, now: datetime | None = None) -> Answered:
    """Answer a question as of an article's clock, or as of now for the whole site. One query."""
    now = now or timezone.now()
    clock = clock_of(article, now) if article else Clock(now)
    return _answer(Text(FaqEntry(), clock, (), asked), now)


def fill(entry: FaqEntry, now: datetime | None = None) -> FaqEntry:
    """Give an entry the words of its question from the record; what is pinned only remembers them, once."""
    if asked := asked_of(entry):
        entry.question, entry.answer, _plain = answer(asked, entry.article, now)
        entry.computed = ""
    elif entry.pinned and not entry.computed:
        entry.computed = words_now(entry, now)
    elif not entry.template:
        entry.pinned, entry.computed = False, ""
    return entry


def words_now(entry: FaqEntry, now: datetime | None = None) -> str:
    """Return what the record answers for an entry, pinned or not; nothing where it is not asked."""
    try:
        return answer(read(entry.template), entry.article, now).plain
    except BadReference:
        return ""


def moved_on(now: datetime | None = None) -> list[FaqEntry]:
    """Return the pinned entries that readers see where the record answers otherwise by now. Two queries."""
    now = now or timezone.now()
    pinned = FaqEntry.objects.filter(pinned=True).exclude(template="").select_related("article").in_order()
    gone = (Article.Status.WITHDRAWN, Article.Status.REMOVED)
    texts = []
    for entry in pinned:
        if entry.article and entry.article.status in gone:
            continue
        try:
            asked = read(entry.template)
        except BadReference:
            continue
        texts.append(Text(entry, clock_of(entry.article, now) if entry.article else Clock(now), (), asked))
    if not texts:
        return []
    record = fetch(texts, now, lambda owner: "")
    return [text.owner for text in texts if text.owner.computed != _words(text, record)]


def _answer(text: Text, now: datetime) -> Answered:
    record = fetch([text], now, lambda owner: "")
    found = answers.compute(text.asked, text.clock, record)
    return Answered(*found, _words(text, record))


def _words(text: Text, record) -> str:
    found = answers.compute(text.asked, text.clock, record)
    return answers.plain(answers.filled(found.answer, text.clock, record))
