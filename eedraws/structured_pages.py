"""From the context of a page to what it tells machines (eedraws/structured): the same values, no query of its own."""

import re
from collections.abc import Mapping
from html import unescape
from typing import Any

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import get_language, gettext

from articles.correcting import note_in_words
from core.outside import for_machines, without_controls, words_of
from draws.clock import RECORD_BEGINS
from eedraws.api import LICENCE_URL
from eedraws.structured.articles import Story, article
from eedraws.structured.datasets import File, Table, dataset
from eedraws.structured.questions import faq_page
from eedraws.structured.site import organization, website
from eedraws.structured.writing import Node

# Above a figure or beside it: "The figures of draw 255 were corrected on ...". Our own HTML is regular.
_CORRECTION = re.compile(r'<(p|span) class="correction">(.*?)</\1>', re.DOTALL)
IRCC = (
    "https://www.canada.ca/en/immigration-refugees-citizenship/services/immigrate-canada/express-entry/"
    "rounds-invitations.html"
)


def publisher() -> Node:
    return organization(settings.SITE_URL, settings.SITE_URL + static("icons/icon-512.png"))


def site_nodes(context: Mapping[str, Any]) -> list[Node]:
    language = get_language() or settings.LANGUAGE_CODE
    return [website(settings.SITE_URL, text_of(context, "page_description"), language), publisher()]


def article_nodes(context: Mapping[str, Any]) -> list[Node]:
    story, filled = context["article"], context["filled"]
    corrections = [words_of(text) for _tag, text in _CORRECTION.findall(filled.standfirst + filled.body)]
    notes = [without_controls(note_in_words(note)) for note in context["corrections"]]
    card = context.get("card")
    told = Story(
        kind="Article" if story.is_guide else "NewsArticle",
        page=context["page_address"],
        headline=story.title,
        description=text_of(context, "page_description"),
        published=localtime(story.published_at),
        modified=filled.updated_at and localtime(filled.updated_at),
        author=story.author.name,
        author_page=settings.SITE_URL + story.author.get_absolute_url(),
        author_is_team=story.author.is_team,
        language=story.language,
        section=str(story.get_topic_display()),
        tags=[tag.name_en for tag in context["tags"]],
        corrections=[*(unescape(text).strip("()") for text in corrections), *notes],
        card=card and {name: getattr(card, name) for name in ("url", "width", "height")},
        sponsor=story.sponsor if story.funding == story.Funding.SPONSORED else "",
    )
    return [article(told, publisher()), *questions_nodes(context | {"entries": filled.answers})]


def questions_nodes(context: Mapping[str, Any]) -> list[Node]:
    page = context["page_address"]
    pairs = [(entry.question, for_machines(entry.answer_html)) for entry in context["entries"]]
    return [faq_page(pairs, page)] if pairs else []


def open_data_nodes(context: Mapping[str, Any]) -> list[Node]:
    files = [
        File(
            f"{found.title} ({format.upper()})",
            settings.SITE_URL + reverse("dataset", args=[found.name, format]),
            format,
        )
        for found in context["datasets"]
        for format in ("csv", "json")
    ]
    names = [str(found.title) for found in context["datasets"]]
    return _dataset(context, files, names, RECORD_BEGINS, _complete_to(context))


def record_nodes(context: Mapping[str, Any]) -> list[Node]:
    files = _files(gettext("Draws"), "filtered-rounds")
    names = [gettext(name) for name in ("Number", "Date", "Type of draw", "Invitations", "Cut-off")]
    return _dataset(context, files, names, RECORD_BEGINS, _complete_to(context))


def list_nodes(context: Mapping[str, Any]) -> list[Node]:
    version = context["version"]
    if not version.has_list or version.list_awaited:
        return []
    files = _files(version.name, "category-version-list", version.category.slug, version.number)
    names = [gettext(name) for name in ("Code", "Occupation")]
    return _dataset(context, files, names, version.valid_from, version.valid_to)


KINDS = {
    "site": site_nodes,
    "article": article_nodes,
    "questions": questions_nodes,
    "open data": open_data_nodes,
    "record": record_nodes,
    "list": list_nodes,
}


def text_of(context: Mapping[str, Any], name: str) -> str:
    """Return text of the page's head, which stands in the context as HTML."""
    return unescape(str(context.get(name, "")))


def _complete_to(context: Mapping[str, Any]):
    return context["record"].complete_to


def _files(name: str, address: str, *args: object) -> list[File]:
    return [
        File(
            f"{name} ({format.upper()})",
            settings.SITE_URL + reverse(address, args=[*args, format]),
            format,
        )
        for format in ("csv", "json")
    ]


def _dataset(context, files, names, first, last) -> list[Node]:
    """Return the files as a data set; none while the record is empty."""
    changed = _complete_to(context)
    if changed is None or first is None:
        return []
    table = Table(
        page=context["page_address"],
        name=text_of(context, "page_title"),
        description=text_of(context, "page_description"),
        files=files,
        first=first,
        last=last,
        changed=changed,
        variables=names,
        sources=[IRCC],
        keywords=[
            gettext("Express Entry"),
            gettext("immigration to Canada"),
            gettext("rounds of invitations"),
        ],
    )
    return [dataset(table, publisher(), LICENCE_URL)]
