"""A reader looks at an occupation: finds a job title in the page, unfolds draws, copies the link, prints."""

import pytest

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.thorough]


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_reader_finds_a_job_title_and_stays_at_the_titles(new_page, script):
    page = new_page(java_script_enabled=script)
    page.goto("/occupations/73300/")
    assert not page.get_by_text("Routier/routière", exact=True).is_visible()
    page.get_by_label("Words of a job title, in English or French").fill("ROUTIERE")
    page.get_by_role("search", name="Job titles of this occupation").get_by_role("button").click()
    page.get_by_text("Routier/routière", exact=True).wait_for()
    assert page.url.endswith("/occupations/73300/?title=ROUTIERE#titles")
    heading = page.get_by_role("heading", name="Job titles of this occupation").bounding_box()
    assert 0 <= heading["y"] < 720
    page.get_by_role("link", name="Show all").click()
    page.wait_for_url("**/occupations/73300/#titles")
    assert page.get_by_role("button", name="Copy link").is_visible() == script


def test_the_timeline_fits_a_phone_and_says_what_it_shows(new_page):
    page = new_page(viewport={"width": 320, "height": 640})
    page.goto("/occupations/63201/")
    drawing = page.get_by_role(
        "img", name="Agriculture and agri-food occupations: on the list from 31 May 2023"
    )
    room = drawing.bounding_box()
    assert room["x"] >= 0
    assert room["x"] + room["width"] <= 320
    for text in drawing.locator("text").all():
        box = text.bounding_box()
        if box:
            assert box["y"] + box["height"] <= room["y"] + room["height"] + 1
            assert box["x"] + box["width"] <= 320
            assert box["height"] >= 12


def test_draws_and_titles_that_are_folded_away_are_printed(page):
    page.goto("/occupations/31301/")
    page.emulate_media(media="print")
    assert page.get_by_role("link", name="252", exact=True).is_visible()
    assert page.get_by_text("Infirmier autorisé/infirmière autorisée", exact=True).is_visible()
    assert not page.get_by_role("link", name="Link to this page").is_visible()
