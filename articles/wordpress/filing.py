"""What stands around the posts of a WordPress site: people as authors, categories and tags as tags, and their addresses."""

from collections.abc import Iterator
from unicodedata import normalize

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.urls import reverse
from django.utils.text import slugify

from articles.models import Article, Author, Redirect, Tag
from articles.moving import lead
from core.writing import write

from .reading import Export, Item, Person, Term

# The category of posts that nobody filed.
UNFILED = "uncategorized"


class Filing:
    """Finds or makes the authors and tags of one export. What is there by its address or name is taken as it is.

    `shown` are the posts of the export that readers have here.
    """

    def __init__(self, export: Export):
        self.export = export
        self.shown: list[Item] = []
        self.forget()

    def forget(self) -> None:
        """Know nothing of what was made for a post that did not come in after all."""
        self.authors: dict[str, Author] = {}
        self.tags: dict[tuple[str, str], Tag] = {}

    def author(self, login: str) -> Author:
        """Return the author for an account of the old site."""
        if login not in self.authors:
            self.authors[login] = self.known_author(login) or write(Author(**self._author(login)))
        return self.authors[login]

    def known_author(self, login: str) -> Author | None:
        names = self._author(login)
        known = Author.objects.filter(Q(slug=names["slug"]) | Q(name__iexact=names["name"]))
        return known.order_by("pk").first()

    def _author(self, login: str) -> dict[str, str]:
        person = self.export.people.get(login) or Person(login, login)
        name = person.name[:80] or "WordPress"
        return {"name": name, "slug": _slug(login, name, 80) or "author"}

    def tags_of(self, item: Item) -> list[Tag]:
        """Return the tags of a post, each once: of its tags and its categories."""
        return list(dict.fromkeys(self.tag(term) for term in item.terms if term.slug != UNFILED))

    def tag(self, term: Term) -> Tag:
        key = (term.kind, term.slug)
        if key not in self.tags:
            self.tags[key] = self.known_tag(term) or write(Tag(**self._tag(term)))
        return self.tags[key]

    def known_tag(self, term: Term) -> Tag | None:
        names = self._tag(term)
        known = Tag.objects.filter(Q(slug=names["slug"]) | Q(name_en__iexact=names["name_en"]))
        return known.order_by("pk").first()

    def _tag(self, term: Term) -> dict[str, str]:
        name = term.name[:60] or term.slug[:60]
        return {"name_en": name, "slug": _slug(term.slug, name, 60) or f"topic-{term.number}".rstrip("-")}

    def lead_addresses(self) -> None:
        """Let the pages of the old site's categories, tags and authors lead to those here; the empty ones to the news."""
        news = reverse("news-list")
        shown = {term for item in self.shown for term in item.terms if term.slug != UNFILED}
        for term in {**self.export.terms, **{(term.kind, term.slug): term for term in shown}}.values():
            tag = self.known_tag(term) if term in shown else None
            for path in self._paths(term):
                self._lead(path, tag.get_absolute_url() if tag else news)
        writing = {item.author for item in self.shown}
        for login in [*self.export.people, *sorted(writing - self.export.people.keys())]:
            author = self.known_author(login) if login in writing else None
            for name in filter(None, dict.fromkeys((login, slugify(login)))):
                path = f"{self.export.root}/author/{name}/"
                self._lead(path, author.get_absolute_url() if author else news)

    def _lead(self, path: str, new_path: str) -> None:
        if problem := lead_once(path, new_path):
            self.export.notes.append(problem)

    def _paths(self, term: Term) -> Iterator[str]:
        root = self.export.root
        if term.kind == "post_tag":
            yield f"{root}/tag/{term.slug}/"
            return
        yield f"{root}/category/{'/'.join(self._line(term))}/"
        if term.number:
            yield f"{root}/?cat={term.number}"

    def _line(self, term: Term) -> list[str]:
        """Return the slugs of a category and those above it, the uppermost first."""
        line = [term.slug]
        while (above := self.export.terms.get(("category", term.parent))) and above.slug not in line:
            line.insert(0, above.slug)
            term = above
        return line


def lead_once(path: str, new_path: str = "", article: Article | None = None) -> str:
    """Make a redirect where there is none: an editor may have changed the one of an earlier import.

    Returns what keeps an address from leading anywhere, or nothing.
    """
    path = normalize("NFC", path)
    if path == new_path or Redirect.objects.filter(old_path=path).exists():
        return ""
    try:
        lead(path, new_path=new_path, article=article)
    except ValidationError as error:
        return f"the old address {path[:80]} cannot lead here: {' '.join(error.messages)}"
    return ""


def _slug(slug: str, name: str, longest: int) -> str:
    return (slugify(slug) or slugify(name))[:longest].strip("-")
