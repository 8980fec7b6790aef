"""What is not public is nowhere: no list, feed, file, search, API, related block, count or answer has it."""

from datetime import date

import pytest

from articles.models import Article, FaqEntry, Tag
from articles.saving import save_article
from tests.addresses import address, names
from tests.factories import make_article, make_round, toronto

pytestmark = pytest.mark.django_db

# Each address that readers may ask for; addresses made for one article or draw are asked for below.
ASKED = sorted(
    {name for name in names() if not name.startswith(("admin:", "api:")) and name != "shared-draft"}
    | {name for name in names() if name.startswith("api:")}
)
QUERIES = ["/?q=xylophone", "/occupations/?q=xylophone", "/draws/?year=2026", "/api/v1/rounds?year=2026"]
WORD = "xylophone"
FIGURES = ("9481", "43,219", "43219", "1,177", "1177")

STATES = {
    "draft": {"status": "draft", "published_at": None},
    "in review": {"status": "in-review", "published_at": toronto(2023, 7, 8)},
    "scheduled": {"status": "ready", "published_at": toronto(2090, 7, 8)},
    "withdrawn": {"status": "withdrawn", "withdrawn_reason": "It was wrong."},
    "removed": {"status": "removed"},
}


def hide(slug, **fields):
    """Write an article that every list, block and answer would have if it were public."""
    article = make_article(slug, **fields)
    article.title = article.standfirst = article.description = f"A {WORD}"
    article.body = f"A {WORD} on [[round 255 link]], [[draws week=2023-W27 total]], 73300."
    article.week_start = date(2023, 7, 3)
    entries = [FaqEntry(question=f"A {WORD}?", answer=f"A {WORD}.")]
    return save_article(article, entries=entries, tags=Tag.objects.all())


@pytest.fixture
def hidden(client):
    """An article in each state that readers must not see, changes that are not published, and a draw."""
    articles = [hide(f"hidden-{place}", **fields) for place, fields in enumerate(STATES.values())]
    public = save_article(make_article("public", kind="news"))
    public.title = public.standfirst = public.body = f"A {WORD}"
    save_article(public, entries=[FaqEntry(question=f"A {WORD}?", answer="Yes.")], live=False)
    make_round("9481", published_at=None, invitations=43_219, crs_cutoff=1177, day=date(2026, 10, 13))
    return articles


def content(response):
    return (
        b"".join(response.streaming_content).decode(errors="replace")
        if response.streaming
        else response.content.decode(errors="replace")
    )


def assert_unseen(response, name):
    text = content(response)
    assert WORD not in text, name
    for figure in FIGURES:
        assert figure not in text, name + text[max(0, text.index(figure) - 80) :][:160]


@pytest.mark.usefixtures("hidden")
def test_no_address_has_it(client):
    for name in ASKED:
        response = client.get(address(name), follow=True)
        assert response.status_code in (200, 404, 406), name
        assert_unseen(response, name)


@pytest.mark.usefixtures("hidden")
@pytest.mark.parametrize("path", QUERIES)
def test_no_question_finds_it(client, path):
    response = client.get(path)
    text = content(response).replace(f"q={WORD}", "").replace(f'value="{WORD}"', "").replace(f"“{WORD}”", "")
    assert f"A {WORD}" not in text
    assert not [figure for figure in FIGURES if figure in text]


def test_each_at_its_own_address_is_not_there_or_says_what_became_of_it(client, hidden):
    for article, state in zip(hidden, STATES, strict=True):
        path = f"/news/{article.year or 2026}/{article.month or 10:02}/{article.slug}/"
        response = client.get(path)
        assert response.status_code == {"withdrawn": 200, "removed": 410}.get(state, 404), state
        assert (f"A {WORD}" in response.text) == (state == "withdrawn")
        assert "255" not in response.text
    assert client.get("/draws/9481/").status_code == 404


def test_they_are_there_once_they_are_public(client, hidden):
    """What this file looks for would be found: the same article is on these pages when its time has come."""
    Article.objects.filter(slug="hidden-0").update(
        status="ready", published_at=toronto(2023, 7, 8), year=2023, month=7
    )
    for path in ("/news/", "/draws/255/", "/news/week/2023-w27/", "/news/tag/trades/"):
        assert WORD in client.get(path).text, path
