"""Every type of page, once, with the states in which it is met: what the tests of every page ask.

A new page joins all of them (structure, words, validity, layout, accessibility) by one line here; an address without
one fails. The ordinary state is the page at `tests.addresses.address(name)`. A further state is a query added to that
address, a path of its own, a function that makes what is shown and returns its path, or SENT_EMPTY: the page's own form
sent as it stands.
"""

from typing import NamedTuple

import pytest
from django.urls import reverse

from articles.drafting.making import make_flash
from articles.models import Article, FaqEntry
from articles.saving import save_article
from draws.models import Round
from tests.addresses import address
from tests.factories import (
    make_article,
    make_awaited_version,
    make_busy_newsroom,
    make_correction,
    make_list_correction,
    make_person,
    make_round,
    make_saved_article,
    make_superuser,
    make_untold_story,
)

SENT_EMPTY = "the form of the page, sent as it stands"
ORDINARY = "ordinary"

# Synthetic, and as long as a careless editor makes it.
LONG_WORD = "Donaudampfschifffahrtsgesellschaftskapitänspatentprüfung"
LONG_TEXT = f"A synthetic article with more to say than anyone asked for, {LONG_WORD} among it. "
LONG_BODY = f"""{LONG_TEXT * 2} STEM is science, technology, engineering and math.

## {LONG_WORD}

[[draws year=2023]]

[[occupations category=stem on=2023-07-07]]

### `{LONG_WORD}`

| Type | {LONG_WORD} | Third | Fourth | Fifth |
| --- | ---: | --- | --- | --- |
| {LONG_WORD} | 1 | {LONG_TEXT} | four | five |

1. {LONG_TEXT}
2. [{LONG_WORD}](/draws/255/)
   > {LONG_TEXT}
"""


def long_article():
    """Everything that an article can hold, at its longest."""
    story = make_article("long", kind="news", title=LONG_TEXT[:150], standfirst=LONG_TEXT * 3, body=LONG_BODY)
    questions = [FaqEntry(question=f"Why {LONG_WORD}, {n}?", answer=LONG_TEXT * 5) for n in range(3)]
    return save_article(story, entries=questions).get_absolute_url()


def removed_article():
    return make_article("gone", status="removed").get_absolute_url()


def withdrawn_article():
    reason = "The figures were another week's."
    return make_article("taken-back", status="withdrawn", withdrawn_reason=reason).get_absolute_url()


def saved_article_url(action):
    return reverse(f"admin:articles_article_{action}", args=[make_saved_article().pk])


def corrected_draw():
    return make_correction().round.get_absolute_url()


def draw_without_details():
    return make_round().get_absolute_url()


def public_draw_without_details():
    return reverse("admin:draws_round_confirm", args=[make_round().pk])


def correction():
    make_correction()
    return "/corrections/"


def list_correction():
    make_list_correction()
    return "/corrections/"


def corrected_change():
    make_list_correction()
    return "/categories/changes/"


def flash_made():
    round = Round.objects.get(number="255")
    make_flash(round, make_superuser("reporter"), publish=True)
    return reverse("admin:articles_article_flash", args=[round.pk])


def flash_of_nothing():
    return reverse("admin:articles_article_flash", args=[make_round(published_at=None).pk])


def grown_in_own_words():
    story = make_untold_story(standfirst=LONG_TEXT, body=LONG_BODY + "[[draws numbers=253,254,255]]")
    return reverse("admin:articles_article_grow", args=[story.pk])


def nothing_to_add():
    roundup = Article.objects.get(slug="5000-invitations-in-four-draws-4-to-7-july-2023")
    return reverse("admin:articles_article_grow", args=[roundup.pk])


def awaited_change():
    make_awaited_version()
    return "/categories/changes/"


def awaited_list():
    make_awaited_version()
    return "/categories/lists/?on=2026-11-03"


def awaited_occupations():
    make_awaited_version()
    return "/occupations/?list=trades"


def awaited_difference():
    make_awaited_version()
    return "/categories/trades/v3-to-v4/"


def busy_newsroom():
    make_busy_newsroom(times=3)
    return "/admin/"


def leaver():
    ann = make_person("Writer", "ann", first_name="Ann", last_name="Lee")
    for number in range(3):
        make_article(f"of-ann-{number}", title=LONG_TEXT, owner=ann)
    return f"/admin/auth/user/{ann.pk}/leave/"


PUBLIC = {
    "home": {},
    "news-list": {"beyond the end": "?page=99"},
    "news-tag": {},
    "news-author": {},
    "article": {"long": long_article, "withdrawn": withdrawn_article},
    "week": {"one draw": "/news/week/2015-w05/", "newest": "/news/week/2026-w40/"},
    "shared-draft": {},
    "guide-list": {},
    "guide": {},
    "faq": {},
    "round-list": {
        "second page": "?kind=program&year=2023&page=2",
        "nothing found": "?year=2016&kind=category-based",
        "error": "?date_from=never",
    },
    "draw-year": {"first": "/draws/2015/", "long": "/draws/2025/"},
    "draw-month": {},
    "round": {
        "first": "/draws/1/",
        "cancelled": "/draws/91a/",
        "newest": "/draws/445/",
        "corrected": corrected_draw,
        "without details": draw_without_details,
    },
    "pool-list": {},
    "pool": {"known discrepancy": "/pool/2023-04-26/", "newest": "/pool/2026-09-27/"},
    "category-list": {},
    "category": {
        "program": "/categories/cec/",
        "nominees": "/categories/pnp/",
        "long list": "/categories/stem/",
        "no list": "/categories/french/",
        "no draws": "/categories/researchers/",
    },
    "category-version": {
        "no list": "/categories/french/v1/",
        "long list": "/categories/stem/v3/",
        "sorted": "?sort=-teer&q=technicians",
        "nothing found": "?q=zzzzz",
        "others left": "/categories/transport/v2/",
        "awaited": lambda: make_awaited_version().get_absolute_url(),
        "corrected": lambda: make_list_correction().version.get_absolute_url(),
    },
    "category-difference": {
        "no list": "/categories/french/v1-to-v2/",
        "nothing removed": "/categories/healthcare/v2-to-v3/",
        "awaited": awaited_difference,
    },
    "lists-on-day": {
        "2023": "?on=2023-07-07",
        "before all": "?on=2023-05-30",
        "error": "?on=never",
        "awaited": awaited_list,
    },
    "list-changes": {"beyond the end": "?page=99", "awaited": awaited_change, "corrected": corrected_change},
    "occupation-list": {
        "found": "?q=truck+driver",
        "nothing found": "?q=driver+of+unicorns",
        "on a day": "?q=engineer&on=2025-06-01&page=2",
        "browsed": "?list=stem&teer=2",
        "nothing left": "?q=welder&list=transport&on=2025-06-01",
        "filter with problems": "?q=m%C3%A9canicien&teer=9&on=never",
        "awaited": awaited_occupations,
    },
    "occupation": {
        "on a list": "/occupations/21231/",
        "never on a list": "/occupations/00010/",
        "two lists, many draws": "/occupations/31102/",
        "titles found": "?title=routier",
        "no title found": "?title=zzzzz",
    },
    "occupation-of": {},
    "bulk-check": {},
    "would-i-have-been-invited": {
        "answered": "?score=491&submitted=2023-01-01&program=CEC&job=73300&months=12&since=2023-01-01",
        "nominated": "?score=950&submitted=2026-09-28&program=FST&nominated=on&french=7",
        "error": "?score=9999&job=teacher&since=never",
    },
    "correction-list": {"one correction": correction, "one of a list": list_correction},
    "data": {},
    "glossary": {},
    "about": {},
    "privacy": {},
    "accessibility": {},
}

NEWSROOM = {
    "styleguide": {},
    "admin:login": {"error": SENT_EMPTY},
    "admin:index": {"busy": busy_newsroom},
    "admin:welcome": {},
    "admin:app_list": {},
    "admin:password_change": {"error": SENT_EMPTY},
    "admin:password_change_done": {},
    "admin:articles_article_preview": {},
    "admin:articles_article_compare": {},
    "admin:articles_article_revision": {},
    "admin:draws_round_confirm": {"public": public_draw_without_details},
    "admin:draws_round_week": {
        "draws in it": "?week=2026-W40",
        "no such week": "?week=2026-W60",
        "error": SENT_EMPTY,
    },
    "admin:articles_article_add_preview": {},
    "admin:articles_article_picker": {"asked": "?q=trades+7+July+2023", "nothing found": "?q=zzzzzz"},
    "admin:articles_article_flash": {"made already": flash_made, "not public": flash_of_nothing},
    "admin:articles_article_roundups": {},
    "admin:articles_article_roundup": {
        "written already": "/admin/articles/article/roundup/2023-w27/",
        "no draws": "/admin/articles/article/roundup/2090-w01/",
    },
    "admin:articles_article_grow": {"own words": grown_in_own_words, "nothing to add": nothing_to_add},
    "admin:occupations_categoryversion_next": {"error": SENT_EMPTY},
    "admin:occupations_categoryversion_correct": {"error": SENT_EMPTY},
    "admin:occupations_categoryversion_publish": {"error": SENT_EMPTY},
    "admin:occupations_categoryversion_verify": {},
    "admin:auth_user_password_change": {"error": SENT_EMPTY},
    "admin:auth_user_link": {},
    "admin:auth_user_leave": {"with articles": leaver},
}
ENTERED = (
    *("articles_article", "articles_author", "articles_faqentry", "articles_tag", "draws_pooldistribution"),
    *("draws_round", "occupations_category", "occupations_categoryversion", "occupations_occupation"),
    *("occupations_serieslabel", "auth_group", "auth_user"),
)
# Made by the program: neither added nor deleted by hand.
READ = (
    *("draws_syncrun", "draws_heldrow", "draws_proposedcorrection", "draws_roundcorrection"),
    *("occupations_listing", "occupations_listcorrection"),
)
for model in ENTERED + READ:
    NEWSROOM[f"admin:{model}_changelist"] = {"nothing found": "?q=zzzzz"}
    NEWSROOM[f"admin:{model}_change"] = NEWSROOM[f"admin:{model}_history"] = {}
NEWSROOM["admin:articles_article_history"] = {"states": lambda: saved_article_url("history")}
for model in ENTERED:
    NEWSROOM[f"admin:{model}_add"] = {"error": SENT_EMPTY}
    NEWSROOM[f"admin:{model}_delete"] = {}

# Pages of no address: what is shown in place of one, and its status.
ERRORS = {
    "not found": ("/nothing/", 404),
    "refused": (f"/?q={'a' * 5000}", 414),
    "removed": (removed_article, 410),
    "link that has ended": ("/draft/nothing/", 404),
}

# Addresses without a page of their own.
NO_PAGE = {
    "latest-round": "leads to the newest draw",
    "occupation-of-noc-2021": "leads to the bare address of the code",
    "filtered-rounds": "a file",
    "dataset": "a file",
    "draw-feed-atom": "a feed",
    "draw-feed-json": "a feed",
    "correction-feed": "a feed",
    "list-changes-feed": "a feed",
    "category-version-list": "a file",
    "lists-on-day-file": "a file",
    "api:openapi-json": "a document for programs",
    "api:openapi-view": "django-ninja's own page around it, in its own look",
    "no-api": "an answer to programs",
    "manifest": "a file",
    "favicon": "leads to the icon",
    "admin:logout": "is only sent",
    "admin:articles_article_restore": "is only sent",
    "admin:articles_article_share": "is only sent",
    "admin:jsi18n": "a script",
    "admin:autocomplete": "an answer to a script",
    "admin:view_on_site": "leads to the public page",
    "admin:draws_syncrun_check": "is only sent",
    **{f"admin:{model}_add": "is refused" for model in READ},
    **{f"admin:{model}_delete": "is refused" for model in READ},
    **{
        f"admin:{model}_simple_history": "is not opened: old states are listed"
        for model in ("draws_pooldistribution", "draws_round", "occupations_categoryversion")
    },
    "admin:<path:object_id>/": "leads to the form",
    "admin:(?P<url>.*)$": "the answer to an unknown address",
}


class Shown(NamedTuple):
    """A page in one of its states."""

    name: str
    state: str = ORDINARY

    @property
    def status(self):
        return ERRORS[self.name][1] if self.name in ERRORS else 200

    @property
    def where(self):
        """What the tables say of it."""
        if self.name in ERRORS:
            return ERRORS[self.name][0]
        return "" if self.state == ORDINARY else (PUBLIC | NEWSROOM)[self.name][self.state]

    def path(self):
        """Return where it is shown, and make what it shows."""
        where = self.where
        if callable(where):
            return where()
        if where is SENT_EMPTY:
            return address(self.name)
        return where if where.startswith("/") else address(self.name) + where


def states(name):
    """Return a page in each of its states."""
    return [Shown(name, state) for state in (ORDINARY, *(PUBLIC | NEWSROOM).get(name, ()))]


def shown(*tables):
    """Return every page of the tables in each of its states, as parameters of a test."""
    pages = [page for table in tables for name in table for page in states(name)]
    return [pytest.param(page, id=f"{page.name}: {page.state}") for page in pages]


_READ = {}
_PARSED = {}


def read(client, shown):
    """Return what is sent for a page, asked for once by all tests that only read it."""
    if shown not in _READ:
        response = client.get(shown.path())
        assert response.status_code == shown.status
        _READ[shown] = response.text
    return _READ[shown]


def parsed(client, shown, parser):
    """Return what `parser` makes of a page, read and parsed once for all tests that only look."""
    if (shown, parser) not in _PARSED:
        _PARSED[shown, parser] = parser(read(client, shown))
    return _PARSED[shown, parser]
