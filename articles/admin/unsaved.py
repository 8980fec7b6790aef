"""An article as a form has it that was sent to be looked at: read as far as it can be read, never saved."""

from datetime import date

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles.checking import LONGEST_TEXT
from articles.facts.model import Part
from articles.models import Article, Author, FaqEntry
from articles.revisions import TEXTS, State
from articles.saving import words_of
from core import params
from draws.clock import FIRST_YEAR, LAST_YEAR

from .desk import form_parts

LINES = ("title", "description")
# More than any article has; a bound on what one look can ask for.
MOST_QUESTIONS = 200


def read_unsaved(admin, request, article: Article) -> tuple[State, list[str], list[Part]]:
    """Return the state that a sent form would save, what is wrong with it in sentences, and its parts as typed.

    `article` is the one that the form is about, or a new one. What is missing or wrong is shown as it was typed, or
    by words that say so.
    """
    public = Article.objects.filter(pk=article.pk).first() if article.pk else None
    there = article if article.pk else None
    form = admin.get_form(request, there, change=there is not None)(request.POST, instance=article)
    valid = form.is_valid()
    formsets, _inlines = admin._create_formsets(request, article, change=article.pk is not None)
    problems = [] if valid else _problems(form)
    entries: list[FaqEntry] = []
    for formset in formsets:
        if formset.total_form_count() > MOST_QUESTIONS:
            problems.append(_("These are more questions than an article can hold."))
            continue
        if not formset.is_valid():
            problems += _problems_of_questions(formset)
        entries += _entries(formset)
    tags = form.cleaned_data.get("tags")
    parts = form_parts(
        form, [formset for formset in formsets if formset.total_form_count() <= MOST_QUESTIONS]
    )
    _complete(article, form)
    entries.sort(key=lambda entry: entry.order)
    _date(article, entries, public)
    return State(article, entries, list(tags or ())), problems, parts


def _complete(article: Article, form) -> None:
    """Give an article what the form could not: words as typed, an author, no week out of reach."""
    for name in TEXTS:
        typed = form.data.get(name, "") if name in form.errors or not getattr(article, name) else ""
        text = typed or getattr(article, name)
        if name in form.errors and not typed:
            text = ""
        setattr(article, name, params.plain(text)[:300] if name in LINES else _readable(text))
    article.title = article.title or _("No headline yet")
    if article.author_id is None:
        article.author = Author(name=_("no author yet"), slug="none")
    if article.week_start and not _within_reach(article.week_start):
        article.week_start = None
    if article.published_at and not _within_reach(article.published_at):
        article.published_at = None


def _date(article: Article, entries: list[FaqEntry], public: Article | None) -> None:
    """Give an article the dates that saving and publishing would give it (articles/saving.py)."""
    if public and public.has_been_public():
        if words_of(article, entries) != words_of(public, public.faq_entries.all()):
            article.updated_at = timezone.now()
    elif article.published_at:
        day = timezone.localdate(article.published_at)
        article.year, article.month = day.year, day.month


def _within_reach(day: date) -> bool:
    """Whether the addresses and the arithmetic of the site know the day, or the moment."""
    return FIRST_YEAR <= day.year < LAST_YEAR


def _readable(text: str) -> str:
    return text.replace("\x00", "")[:LONGEST_TEXT]


def _entries(formset) -> list[FaqEntry]:
    """Return the questions as typed, without those that are to go, which only a valid formset knows by itself."""
    gone = {id(form.instance) for form in formset.forms if getattr(form, "cleaned_data", {}).get("DELETE")}
    entries = [entry for entry in formset.entries if id(entry) not in gone and entry.question]
    for entry in entries:
        entry.answer = _readable(entry.answer)
    return entries


def _problems(form) -> list[str]:
    problems = [str(message) for message in form.non_field_errors()]
    for name, messages in form.errors.items():
        if name in form.fields:
            label = capfirst(form.fields[name].label or name)
            problems += [_("%(field)s: %(problem)s") % {"field": label, "problem": text} for text in messages]
    return problems


def _problems_of_questions(formset) -> list[str]:
    problems = [str(message) for message in formset.non_form_errors()]
    return problems + [problem for form in formset.forms if form.errors for problem in _problems(form)]
