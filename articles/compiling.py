"""Markdown compiled and references listed: what articles/saving.py does with every text that readers get."""

from collections.abc import Iterable

from articles.markup import render
from articles.models import Article, ArticleReference, FaqEntry
from articles.references import BadReference, parse
from articles.targets import NotInTheRecord, Targets


def compile_article(article: Article, entries: Iterable[FaqEntry]) -> None:
    """Turn the stored Markdown of an article and its questions into stored HTML and references."""
    entries = list(entries)
    own, *answers = compile_unsaved(article, entries)
    article.save(update_fields=["standfirst_html", "body_html", "updated_at"])
    _list_references({"article": article}, own, Targets(article.as_of))
    for entry, references in zip(entries, answers, strict=True):
        _save_compiled(entry, references)


def compile_unsaved(article: Article, entries: Iterable[FaqEntry]) -> list[tuple[str, ...]]:
    """Give an article and its questions their HTML without saving it; return the references of each of them."""
    standfirst = render(article.standfirst)
    body = render(article.body, first_index=len(standfirst.references))
    article.standfirst_html, article.body_html = standfirst.html, body.html
    return [standfirst.references + body.references, *(_compile(entry) for entry in entries)]


def compile_entry(entry: FaqEntry) -> None:
    """Turn the stored Markdown of an answer into stored HTML and references."""
    _save_compiled(entry, _compile(entry))


def _compile(entry: FaqEntry) -> tuple[str, ...]:
    answer = render(entry.answer)
    entry.answer_html = answer.html
    return answer.references


def _save_compiled(entry: FaqEntry, references: Iterable[str]) -> None:
    entry.save(update_fields=["answer_html"])
    _list_references({"faq_entry": entry}, references, Targets(entry.as_of))


def _list_references(owner: dict, texts: Iterable[str], targets: Targets) -> None:
    ArticleReference.objects.filter(**owner).delete()
    ArticleReference.objects.bulk_create(
        ArticleReference(**owner, index=index, part=part, text=text, **target)
        for index, text in enumerate(texts)
        for part, target in enumerate(_targets(text, targets))
    )


def _targets(text: str, targets: Targets) -> list[dict]:
    """Return what a reference refers to; for one that has left the record since it was written, nothing."""
    try:
        return targets.of(parse(text))
    except (BadReference, NotInTheRecord):
        return [{}]
