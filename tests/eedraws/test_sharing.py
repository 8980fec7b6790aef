"""The ways to pass a page on and to cite it, exactly, on the pages of draws, weeks and articles."""

from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import pytest

from articles.models import Article
from eedraws.cards.finding import find, path_of
from tests.factories import make_article, make_round, toronto
from tests.html import Page

pytestmark = pytest.mark.django_db

HELD = datetime(2026, 10, 13, 16, 41, tzinfo=UTC)
SAID = "Draw 448, Tuesday 13 October 2026: Canadian Experience Class. CRS cut-off 517, 2,000 invitations."
URL = "http://testserver/draws/448/"


def draw(**fields):
    return make_round(**({"held_at": HELD, "verified": True} | fields))


def sharing_of(client, path):
    return client.get(path).context["sharing"]


def cited(client, path):
    return [text for _form, text in sharing_of(client, path).citations]


def test_addresses_are_encoded_to_the_last_sign(client):
    sharing = sharing_of(client, draw().get_absolute_url())
    said = (
        "Draw%20448%2C%20Tuesday%2013%20October%202026%3A%20Canadian%20Experience%20Class.%20"
        "CRS%20cut-off%20517%2C%202%2C000%20invitations."
    )
    url = "http%3A%2F%2Ftestserver%2Fdraws%2F448%2F"
    assert sharing.url == URL
    assert sharing.whatsapp == f"https://wa.me/?text={said}%20{url}"
    assert sharing.telegram == f"https://t.me/share/url?url={url}&text={said}"
    assert sharing.mail == (
        f"mailto:?subject=Express%20Entry%20draw%20448%3A%20Canadian%20Experience%20Class&body={said}%20{url}"
    )


def test_signs_that_mean_something_in_an_address_arrive_as_they_are(client):
    title = "A & B: 50 % more? #1 «é» + 2=2"
    sharing = sharing_of(
        client, make_article(title=title, published_at=toronto(2026, 10, 2, 9)).get_absolute_url()
    )
    for address in (sharing.whatsapp, sharing.telegram):
        assert title in parse_qs(urlsplit(address).query)["text"][0]
    assert parse_qs(urlsplit(sharing.mail).query)["subject"] == [title]


@pytest.mark.parametrize("path", ["/draws/255/", "/news/week/2023-w27/", "article", "guide"])
def test_the_row_stands_on_the_page_with_its_picture(client, path):
    if path in ("article", "guide"):
        path = make_article(kind="news" if path == "article" else "guide").get_absolute_url()
    response = client.get(path)
    page = Page(response.text)
    links = {link["href"]: link for link in page.all("a") if "href" in link}
    sharing = response.context["sharing"]
    for address in (sharing.whatsapp, sharing.telegram):
        assert links[address]["rel"] == "noopener nofollow"
    assert sharing.mail in links
    assert sharing.url == f"http://testserver{path}"
    card = response.context["card"]
    assert (card.width, card.height) == (1200, 630)
    assert client.get(card.url).status_code == 200
    # What needs a script is not shown without one.
    assert all("hidden" in button for button in page.all("button") if button.get("class") == "button--quiet")


def test_a_draw_is_cited_with_its_figures_its_address_and_as_of_when(client):
    assert cited(client, draw().get_absolute_url()) == [
        "eedraws. (2026, October 13). Express Entry draw 448: Canadian Experience Class. "
        f"As of 12:41, 13 October 2026 (Toronto). {URL}",
        f"{SAID} eedraws, as of 12:41, 13 October 2026 (Toronto). {URL}",
    ]


def test_what_must_be_known_of_a_figure_is_cited_with_it(client):
    found = draw(category="pnp", crs_cutoff=1100, verified=False)
    plain = cited(client, found.get_absolute_url())[1]
    assert (
        "The cut-off includes 600 points for the nomination. Not yet confirmed against IRCC’s page." in plain
    )


def test_a_week_is_cited_by_its_days(client):
    apa, plain = cited(client, "/news/week/2023-w27/")
    assert apa.startswith("eedraws. (2023, July 7). Express Entry draws, week of 3 to 9 July 2023. As of ")
    assert plain.startswith("Week of 3 to 9 July 2023. 5,000 invitations in 4 draws. eedraws, as of ")


def test_an_article_is_cited_by_its_author(client):
    story = make_article(published_at=toronto(2026, 10, 2, 23, 30))
    apa, plain = cited(client, story.get_absolute_url())
    url = f"http://testserver{story.get_absolute_url()}"
    assert apa == (
        f"{story.author.name}. (2026, October 2). A week of draws. eedraws. "
        f"As of 23:30, 2 October 2026 (Toronto). {url}"
    )
    assert plain == (
        "Weekly roundup, 2 October 2026: A week of draws. eedraws, "
        f"as of 23:30, 2 October 2026 (Toronto). {url}"
    )


def test_what_has_no_picture_has_no_row(client):
    withdrawn = draw(withdrawn_at=HELD, withdrawn_reason="Never held.")
    for path in (withdrawn.get_absolute_url(), "/news/week/2015-w01/"):
        response = client.get(path)
        assert response.status_code == 200
        assert "card" not in response.context
        assert "wa.me" not in response.text


def test_a_preview_has_no_row(client, editor):
    story = make_article(status=Article.Status.DRAFT)
    response = client.get(f"/admin/articles/article/{story.pk}/preview/")
    assert response.status_code == 200
    assert "wa.me" not in response.text


def test_the_picture_of_a_page_costs_it_no_query(client, django_assert_max_num_queries):
    client.get("/draws/255/")
    with django_assert_max_num_queries(12):
        response = client.get("/draws/255/")
    assert response.context["card"].url == f"http://testserver{path_of(find('draw', '255'))}"
