"""Loading of the authors, tags, articles and questions that come with the site."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import Model

from articles.content_files import Table, read_article, read_tables
from articles.desk.overriding import Contradicted
from articles.models import Article, Author, FaqEntry, Tag
from articles.saving import save_article, save_entry
from core.loading import Report
from core.writing import write
from draws.clock import Week

AUTHOR = ("name", "slug", "biography", "disclosure", "is_team")
TAG = ("name", "slug")
ENTRY = ("question", "answer")
ARTICLE = (
    *("title", "slug", "kind", "topic", "week", "standfirst", "description"),
    *("author", "tags", "published_at", "updated_at"),
)
# What is compared with an article that is there already.
COMPARED = (
    *("title", "kind", "topic", "week_start", "standfirst", "description", "body", "author", "published_at"),
)


def load_authors(path: Path, report: Report) -> None:
    known = {author.slug: author for author in Author.objects.all()}
    for table in read_tables(path, "author", AUTHOR):
        fresh = Author(
            name=table.text("name"),
            slug=table.text("slug"),
            biography=table.text("biography", required=False),
            disclosure=table.text("disclosure", required=False),
            is_team=table.flag("is_team"),
        )
        _take_in(table, known.get(fresh.slug), fresh, AUTHOR, report, write)


def load_tags(path: Path, report: Report) -> None:
    known = {tag.slug: tag for tag in Tag.objects.all()}
    for table in read_tables(path, "tag", TAG):
        fresh = Tag(name_en=table.text("name"), slug=table.text("slug"))
        _take_in(table, known.get(fresh.slug), fresh, ("name_en", "slug"), report, write)


def load_questions(path: Path, report: Report) -> None:
    """Load the questions of the whole site, in the order of the file."""
    known = {entry.question: entry for entry in FaqEntry.objects.site_wide()}
    for place, table in enumerate(read_tables(path, "faq", ENTRY), start=1):
        fresh = _entry(table, place)
        _take_in(table, known.get(fresh.question), fresh, ENTRY, report, save_entry)


def load_articles(folder: Path, report: Report) -> None:
    """Load the articles of a folder, each to be public at its own time."""
    authors = {author.slug: author for author in Author.objects.all()}
    tags = {tag.slug: tag for tag in Tag.objects.all()}
    known = {article.slug: article for article in Article.objects.select_related("author")}
    for path in sorted(folder.glob("*.md")):
        table, questions, body, body_line = read_article(path, ARTICLE, ENTRY)
        table = Table(table.file, table.values, {**table.lines, "body": body_line})
        fresh = _article(table, body, authors)
        fresh_tags = [table.among("tags", name, tags, "tag") for name in table.texts("tags")]
        entries = [_entry(question, place) for place, question in enumerate(questions, start=1)]
        existing = known.get(fresh.slug)
        save = partial(save_article, entries=entries, tags=fresh_tags)
        also = []
        if existing is not None:
            also = _other_parts(existing, fresh_tags, entries)
        _take_in(table, existing, fresh, COMPARED, report, save, also)


def _article(table: Table, body: str, authors: dict[str, Author]) -> Article:
    week = table.text("week", required=False)
    try:
        week_start = Week.parse(week).monday if week else None
    except ValueError:
        raise table.bad("week", "expected a week such as 2023-W27.") from None
    return Article(
        **{key: table.text(key) for key in ("title", "slug", "kind", "topic", "standfirst")},
        description=table.text("description", required=False),
        week_start=week_start,
        body=body,
        author=table.among("author", table.text("author"), authors, "author"),
        status=Article.Status.READY,
        published_at=table.moment("published_at"),
        updated_at=table.moment("updated_at", required=False),
    )


def _entry(table: Table, place: int) -> FaqEntry:
    return FaqEntry(question=table.text("question"), answer=table.text("answer"), order=10 * place)


def _other_parts(existing: Article, tags: Iterable[Tag], entries: Iterable[FaqEntry]) -> list[str]:
    """Name what differs beside the article's own fields."""
    here = [(entry.question, entry.answer) for entry in existing.faq_entries.in_order()]
    differs = {
        "tags": set(existing.tags.all()) != set(tags),
        "faq": here != [(entry.question, entry.answer) for entry in entries],
    }
    return [name for name, does in differs.items() if does]


def _take_in(
    table: Table,
    existing: Model | None,
    fresh: Any,
    compared: Iterable[str],
    report: Report,
    save: Callable[[Any], object],
    also: Iterable[str] = (),
) -> None:
    """Save what is new; compare what is there already, and leave it as it is.

    Texts are long, so what differs is named and not printed.
    """
    if existing is None:
        try:
            save(fresh)
        except Contradicted as error:
            raise _contradicted(table, error) from error
        except ValidationError as error:
            raise _bad(table, error) from error
        report.added += 1
        return
    differing = [name for name in compared if _plain(getattr(existing, name)) != _plain(getattr(fresh, name))]
    differing += also
    if differing:
        report.differing.append(f"{table.file}: {existing}: {', '.join(differing)}")
    else:
        report.unchanged += 1


def _plain(value: Any) -> Any:
    """A form sends its text areas with carriage returns."""
    return value.replace("\r\n", "\n").strip() if isinstance(value, str) else value


def _contradicted(table: Table, error: Contradicted) -> Exception:
    """Name the line on which the first claim stands, or that of the head where it is in a field of it."""
    finding = error.looked.contradictions[0].finding
    name = finding.part if finding.part in table.lines else ""
    if name == "body":
        source = next(part.source for part in error.looked.parts if part.name == "body")
        line = table.lines["body"] + source.count("\n", 0, finding.start)
        table = Table(table.file, table.values, {**table.lines, "body": line})
    return table.bad(name, " ".join(error.messages))


def _bad(table: Table, error: ValidationError) -> Exception:
    fields = error.message_dict if hasattr(error, "error_dict") else {NON_FIELD_ERRORS: error.messages}
    name, messages = next(iter(fields.items()))
    return table.bad("" if name == NON_FIELD_ERRORS else name, " ".join(messages))


# In the order in which each may refer to the ones before it.
SOURCES = {
    "authors.toml": load_authors,
    "tags.toml": load_tags,
    "news": load_articles,
    "guides": load_articles,
    "faq.toml": load_questions,
}
