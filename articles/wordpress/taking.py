"""Posts of a WordPress export written as articles, each by the one write path, and a report of what became of them.

A post is known again by its number, whose old address leads to its article: taking a file in twice adds nothing and
changes nothing. A post that cannot be taken in is left out whole, and the others are not kept from coming.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from articles.models import Article, Redirect
from articles.saving import save_article
from draws.clock import FIRST_YEAR, LAST_YEAR

from .filing import Filing, lead_once
from .pictures import Pictures
from .reading import Export, Item, plain
from .turning import Turned, escaped, path_of, turn

STATUSES = {
    "publish": Article.Status.READY,
    "future": Article.Status.READY,
    "pending": Article.Status.IN_REVIEW,
    "draft": Article.Status.DRAFT,
    "private": Article.Status.DRAFT,
}
# What WordPress keeps beside what authors write.
SILENT = {"attachment", "revision", "nav_menu_item", "wp_global_styles", "wp_navigation", "custom_css"}
MOST_STANDFIRST = 400
NOTE = "Taken in from WordPress"
# Readers had it already; the desk's list of such publications names it.
DESPITE = "Published by the site that it was taken in from"


class LeftOut(Exception):
    """A post that is not taken in; says why."""


@dataclass
class Told:
    """One item of the export in the report: what became of it, and what of it could not be converted."""

    item: Item
    outcome: str
    notes: list[str] = field(default_factory=list)
    article: Article | None = None

    def __str__(self) -> str:
        name = f"{self.item.type} {self.item.number}, “{self.item.title or 'without a headline'}”"
        return "\n".join([f"{name}: {self.outcome}", *(f"    {note}" for note in self.notes)])


class Taking:
    """Takes one export in. `topic` is that of every article; `media` a copy of wp-content/uploads, or None."""

    def __init__(self, export: Export, *, topic: str = Article.Topic.DRAWS, media: Path | None = None):
        self.export = export
        self.topic = topic
        self.filing = Filing(export)
        self.pictures = Pictures(media, export.attachments)
        self.address_of = path_of(export.root, export.hosts)
        self.count: Counter[str] = Counter()

    def run(self) -> Iterator[Told]:
        """Take the posts in, the oldest first, and tell of each; then let the old pages of lists lead to those here."""
        others = Counter(item.type for item in self.export.items if item.type not in ("post", *SILENT))
        for item in sorted(self.export.items, key=lambda item: int(item.number or 0)):
            if item.type == "post":
                told = self._tell(item)
                self.count[told.outcome.partition(" ")[0]] += 1
                yield told
            elif item.type == "page":
                yield Told(item, "left out: pages are not taken in; write a guide")
        for kind, number in others.items():
            if kind != "page":
                self.export.notes.append(f"{number} of the type “{kind}” were left out")
        self.filing.lead_addresses()

    def _tell(self, item: Item) -> Told:
        known = Redirect.objects.filter(old_path=self._numbered(item)).select_related("article").first()
        if known is not None:
            self._show(item, known.article)
            return Told(item, "there already, left as it is", article=known.article)
        turned = Turned()
        try:
            with transaction.atomic():
                article = self._take(item, turned)
        except (LeftOut, ValidationError) as error:
            self.filing.forget()
            reason = " ".join(error.messages) if isinstance(error, ValidationError) else str(error)
            return Told(item, f"left out: {reason}", turned.notes)
        self._show(item, article)
        state = "scheduled" if article.is_scheduled() else str(article.get_status_display()).lower()
        if article.has_been_public():
            state = "public"
        where = f" at {article.get_absolute_url()}" if article.published_at else ""
        return Told(item, f"taken in as {state}{where}", turned.notes, article)

    def _show(self, item: Item, article: Article | None) -> None:
        if article is not None and article.has_been_public():
            self.filing.shown.append(item)

    def _numbered(self, item: Item) -> str:
        return f"{self.export.root}/?p={item.number}"

    def _take(self, item: Item, turned: Turned) -> Article:
        if item.status not in STATUSES or not item.number:
            raise LeftOut(f"its status is “{item.status}”" if item.number else "it has no number")
        text = turn(item.content, self.address_of)
        turned.notes += text.notes
        text.notes = turned.notes
        title = self._cut(item.title, 160, "headline", turned)
        if not title:
            raise LeftOut("it has no headline")
        status, moment = self._standing(item, turned)
        image = self.pictures.lead(item.meta.get("_thumbnail_id", ""), turned)
        body = self.pictures.put_in(text)
        standfirst, body = self._words(item, body, turned)
        article = Article(
            kind=Article.Kind.NEWS,
            topic=self.topic,
            title=title,
            slug=self._slug(item, turned),
            standfirst=standfirst,
            body=body,
            description=plain(item.excerpt)[:200] if len(plain(item.excerpt)) <= 200 else "",
            author=self.filing.author(item.author),
            image=image,
            status=status,
            published_at=moment,
        )
        save_article(article, tags=self.filing.tags_of(item), note=NOTE, despite=DESPITE)
        if kept := article.overrides.first():
            turned.note(f"claims that contradict the record: {len(kept.findings)}")
        lead_once(self._numbered(item), article=article)
        if item.path and item.path != article.get_absolute_url():
            problem = lead_once(item.path, article=article)
            turned.notes += [problem] if problem else []
        return article

    def _standing(self, item: Item, turned: Turned) -> tuple[str, datetime | None]:
        """Return the status, and the moment of publication for what is or will be public."""
        status = STATUSES[item.status]
        if item.has_password:
            turned.note("it had a password, which is gone: taken in as a draft")
            return Article.Status.DRAFT, None
        if item.status == "private":
            turned.note("it was private: taken in as a draft")
        if status != Article.Status.READY:
            return status, None
        moment = item.published_at
        if moment is None and item.local:
            moment = timezone.make_aware(item.local)
            turned.note("its date has no zone and was read as Toronto time")
        if moment is None:
            turned.note("it has no date: taken in as a draft")
            return Article.Status.DRAFT, None
        if not FIRST_YEAR <= timezone.localdate(moment).year < LAST_YEAR:
            raise LeftOut(
                f"it is of {moment.astimezone(UTC).year}; addresses of news begin with {FIRST_YEAR}"
            )
        return status, moment

    def _words(self, item: Item, body: str, turned: Turned) -> tuple[str, str]:
        """Return standfirst and text. A post without an excerpt gives its first paragraph, if it has another."""
        if not body:
            raise LeftOut("it has no text")
        if excerpt := turn(item.excerpt, self.address_of).markdown:
            return excerpt, body
        first, _, rest = body.partition("\n\n")
        if rest.strip() and len(first) <= MOST_STANDFIRST and _is_paragraph(first):
            turned.note("it has no excerpt: its first paragraph became the standfirst")
            return first, rest.strip()
        turned.note("it has no excerpt: write a standfirst; the headline stands there")
        return escaped(item.title), body

    def _slug(self, item: Item, turned: Turned) -> str:
        """Return an address that nothing else has: the old one, in plain letters."""
        wanted = (slugify(item.slug) or slugify(item.title))[:90].strip("-") or f"post-{item.number}"
        taken = set(Article.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
        slug = next(
            slug
            for slug in (wanted, *(f"{wanted}-{number}" for number in range(2, len(taken) + 3)))
            if slug not in taken
        )
        if item.slug and slug != item.slug:
            turned.note(f"the end of its address became “{slug}”")
        return slug

    def _cut(self, text: str, most: int, what: str, turned: Turned) -> str:
        if len(text) <= most:
            return text
        turned.note(f"the {what} was longer than {most} characters and was cut: “{text}”")
        return text[: most - 1].rstrip() + "…"


def _is_paragraph(text: str) -> bool:
    """Say whether a block of Markdown is words, and no heading, list, table, quotation, code or picture."""
    return not re.match(r"#|>|\||`{3}|\[\[|- |[0-9]+\. |---", text)
