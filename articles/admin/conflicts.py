"""Two people at one article: the second gets both texts with their differences, and loses neither."""

from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from articles.comparison import Changed, changes
from articles.models import Article, ArticleRevision
from articles.revisions import content_of, live_state
from articles.saving import STANDING

# What a form sends as one value, so that the other's can take its place where only they changed it.
SINGLE = {
    *("title", "standfirst", "body", "description", "slug", "kind", "topic", "week_start", "author"),
    *("image", "funding", "sponsor"),
}


class Conflict(NamedTuple):
    """What somebody saved meanwhile (None: not in the newsroom), and where it differs from what was typed here."""

    revision: ArticleRevision | None
    changes: list[Changed]


class ConflictMixin:
    """Answers 409 to a form that was opened before somebody else saved, with everything typed still in it."""

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        form = context["adminform"].form
        is_late = getattr(form, "is_late", False)
        if is_late:
            [questions] = context["inline_admin_formsets"]
            context["conflict"] = conflict(form, questions.formset.entries)
        response = super().render_change_form(request, context, *args, obj=obj, **kwargs)
        if is_late:
            response.status_code = 409
        return response


def conflict(form, entries) -> Conflict:
    """Compare what was typed with what was saved meanwhile, and make the form one that may be saved over it.

    What only the other has changed is taken into the form; so is where the article stands.
    """
    article = form.instance
    now = Article.objects.get(pk=article.pk)
    mine = content_of(article, entries, form.cleaned_data.get("tags", ()))
    theirs = form.meanwhile.content if form.meanwhile else content_of(*live_state(now))
    base = article.revisions.filter(number=form.cleaned_data.get("seen")).first()
    here, there = (
        {field.name for field in changes(base.content, other)} if base else set() for other in (mine, theirs)
    )
    found = [
        field._replace(whose=_whose(field.name, here, there) if base else "")
        for field in changes(theirs, mine)
    ]
    data = form.data.copy()
    data["seen"] = now.version
    for name in SINGLE & (there - here) & form.fields.keys():
        data[name] = theirs.get(name) or ""
    if "tags" in there - here:
        data.setlist("tags", theirs["tags"])
    for name in form.fields.keys() & set(STANDING):
        data[name] = _as_sent(form.fields[name], getattr(now, f"{name}_id", getattr(now, name)))
    form.data = data
    return Conflict(form.meanwhile, found)


def _as_sent(field, value) -> str:
    """Return a value as a browser would send it back."""
    if isinstance(value, date):
        return field.widget.format_value(field.prepare_value(value))
    return "" if value is None else str(value)


def _whose(name: str, here: set[str], there: set[str]) -> str:
    if name in here and name in there:
        return _("changed by both; yours is in the form")
    if name in here:
        return _("changed by you; yours is in the form")
    if name == "questions":
        return _("changed by them; the form has the old ones")
    return _("changed by them, and taken into the form")
