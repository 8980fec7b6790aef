"""Pictures at their addresses."""

from io import BytesIO

import pytest
from PIL import Image

from draws.correcting import save_corrected
from draws.models import Round
from eedraws.cards import store
from eedraws.cards.finding import find, path_of, picture
from eedraws.cards.saying import LINK, SIZES, STORY
from eedraws.cards.words import article_card, round_card
from tests.factories import make_article, make_round

pytestmark = pytest.mark.django_db

ZEROS = "0" * 12


def path(kind, key, digest=ZEROS, size="1200x630"):
    return f"/cards/{kind}/{key}-{digest}-{size}.png"


def published(**fields):
    return round_card(make_round(**fields))


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_a_draw_has_a_picture_of_each_size(client, size):
    response = client.get(path_of(find("draw", "255"), size))
    assert response.status_code == 200
    assert response["Content-Type"] == "image/png"
    assert Image.open(BytesIO(response.content)).size == size
    assert len(response.content) < 300_000


def test_weeks_articles_and_the_site_have_pictures(client):
    story = make_article()
    for card in (find("week", "2023-w27"), find("article", str(story.pk)), find("site", "home")):
        response = client.get(path_of(card))
        assert Image.open(BytesIO(response.content)).size == LINK
        assert len(response.content) < 300_000


def test_a_picture_may_be_kept_for_ever_and_shown_elsewhere(client):
    response = client.get(path_of(published()))
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert response.headers["ETag"]
    assert not response.cookies
    assert client.head(path_of(published(number="449"))).status_code == 200


def test_a_correction_gives_another_address_and_the_old_one_leads_to_it(client):
    found = make_round()
    old = path_of(round_card(found), STORY)
    assert client.get(old).status_code == 200
    found.crs_cutoff = 516
    save_corrected(found, kind="ours", reason="A slip.")
    new = path_of(round_card(Round.objects.get(pk=found.pk)), STORY)
    assert new != old
    response = client.get(old)
    assert (response.status_code, response["Location"], response["Cache-Control"]) == (302, new, "no-cache")
    assert client.get(new).status_code == 200


def test_an_unknown_digest_leads_to_the_picture(client):
    assert client.get(path("draw", "255"))["Location"] == path_of(find("draw", "255"))


@pytest.mark.parametrize(
    "address",
    [
        path("draw", "9999"),
        path("week", "2015-w01"),
        path("week", "2023-w99"),
        path("week", "2023-W27"),
        path("week", "nonsense"),
        path("article", "999999999"),
        path("article", "9" * 5000),
        path("article", "news"),
        path("pool", "255"),
        path("draw", "255", "short"),
        path("draw", "255", size="1x1"),
        path("draw", "255", size="1200x631"),
    ],
)
def test_what_is_unknown_is_not_found_and_nothing_is_drawn(client, monkeypatch, address):
    monkeypatch.setattr(store.drawing, "draw", None)
    assert client.get(address).status_code == 404


def test_what_is_not_public_has_no_picture(client, monkeypatch):
    monkeypatch.setattr(store.drawing, "draw", None)
    hidden = make_round("s1", published_at=None)
    withdrawn = make_round(
        "s2", withdrawn_at=hidden.history.first().history_date, withdrawn_reason="Never held."
    )
    draft = make_article("draft", status="draft")
    taken_back = make_article("taken-back", status="withdrawn", withdrawn_reason="Wrong.")
    for address in (
        path("draw", hidden.number),
        path("draw", withdrawn.number),
        path("article", draft.pk),
        path("article", taken_back.pk),
    ):
        assert client.get(address).status_code == 404


def test_a_picture_costs_one_query(django_assert_num_queries):
    story = make_article()
    for kind, key in (("draw", "255"), ("week", "2023-w27"), ("article", str(story.pk))):
        with django_assert_num_queries(1):
            assert find(kind, key)


def test_when_too_many_are_drawn_a_reader_is_told_to_come_again(client, monkeypatch):
    def busy(card, size):
        raise store.Busy

    monkeypatch.setattr("eedraws.pages.cards.kept", busy)
    response = client.get(path_of(find("draw", "255")))
    assert (response.status_code, response["Retry-After"]) == (503, "5")
    assert response["Cache-Control"] == "no-store"


def test_a_page_gets_the_whole_address_the_pixels_and_the_words():
    card = article_card(make_article())
    shown = picture(card)
    assert shown.url == "http://testserver" + path_of(card)
    assert (shown.width, shown.height) == (1200, 630)
    assert shown.alt == card.alt
    assert picture(None) is None
