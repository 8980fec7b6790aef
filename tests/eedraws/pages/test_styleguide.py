"""The style guide: every shared fragment of a page stands in it."""

from pathlib import Path

import pytest

from eedraws.pages.styleguide import COMPONENTS
from tests.factories import make_editor
from tests.html import Page

pytestmark = pytest.mark.django_db

TEMPLATES = Path(__file__).parents[3] / "templates"
NAMES = {component.name for component in COMPONENTS}
# What has no look of its own.
PARTS = {
    "includes/article_feeds.html": "stands in the head",
    "includes/awaited_lists.html": "a sentence of the standing of an occupation",
    "includes/draw_row.html": "a row of the table of draws",
    "includes/feed_links.html": "stands in the head",
    "includes/follow_articles.html": "links to feeds, in a sentence",
    "includes/footer.html": "on every page",
    "includes/funding_label.html": "a line above headlines",
    "includes/listed_since.html": "a part of the standing of an occupation",
    "includes/nomination_note.html": "in the caption of tables",
    "includes/occupation.html": "a code and a title, as text",
    "includes/open_graph.html": "stands in the head",
    "includes/shortened.html": "a sentence above tables",
    "includes/site_search.html": "the box of the page of search",
    "includes/written_out.html": "abbreviations in a sentence",
}


def test_every_shared_fragment_is_shown():
    fragments = {f"includes/{path.name}" for path in (TEMPLATES / "includes").glob("*.html")}
    assert fragments - set(PARTS) == {
        component.template for component in COMPONENTS if component.template.startswith("includes/")
    }
    assert set(PARTS) <= fragments


def test_every_state_shows_something(client, empty_record):
    client.force_login(make_editor())
    response = client.get("/styleguide/")
    page = Page(response.text)
    assert all(html.strip() for item in response.context["shown"] for _name, html in item.states)
    headings = [text for level, text in page.headings if level == 2]
    assert [component.name for component in COMPONENTS] == [name for name in headings if name in NAMES]
    assert {"name": "robots", "content": "noindex"} in page.all("meta")


def test_only_staff_sees_it(client, django_user_model):
    assert client.get("/styleguide/").url.startswith("/admin/login/")
    client.force_login(django_user_model.objects.create_user("reader"))
    assert client.get("/styleguide/").url.startswith("/admin/login/")


def test_synthetic_pictures_are_shown_to_staff_alone(client):
    assert client.get("/styleguide/draw-1200x630.png").url.startswith("/admin/login/")
    client.force_login(make_editor())
    response = client.get("/styleguide/draw-1200x630.png")
    assert (response["Content-Type"], response["Cache-Control"]) == ("image/png", "no-store")
    assert client.get("/styleguide/nothing-1200x630.png").status_code == 404
