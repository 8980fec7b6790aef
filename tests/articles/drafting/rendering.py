"""What readers get of a drafted article that is not saved."""

from django.utils import timezone
from django.utils.html import strip_tags

from articles.compiling import compile_unsaved
from articles.drafting.pins import fill
from articles.live import fill_article


def shown(state, now=None):
    """Return an unsaved state filled in as a page shows it."""
    for entry in state.entries:
        fill(entry, now)
    written = compile_unsaved(state.article, state.entries)
    return fill_article(state.article, state.entries, now or timezone.now(), written)


def words(html):
    return " ".join(strip_tags(html.replace("</p>", " ").replace("</h2>", ". ")).split())
