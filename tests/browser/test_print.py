"""Paper: answers open, the site's frame gone, addresses and dates at the end."""

import pytest

from articles.models import Article

pytestmark = pytest.mark.thorough

ROUNDUP = "5000-invitations-in-four-draws-4-to-7-july-2023"


@pytest.fixture
def paper(page, db):
    page.goto(Article.objects.get(slug=ROUNDUP).get_absolute_url())
    page.emulate_media(media="print")
    return page


def test_every_answer_is_printed(paper):
    answers = paper.locator("details .prose")
    assert answers.count() > 3
    assert all(answers.nth(number).is_visible() for number in range(answers.count()))


def test_nothing_of_the_frame_is_printed(paper):
    for frame in (".site-header", ".site-footer", ".contents", ".theme-switch", ".skip-link"):
        assert paper.locator(frame).count() > 0
        assert not paper.locator(frame).first.is_visible(), frame


def test_the_end_says_where_the_links_lead_what_page_this_is_and_as_of_when(paper):
    addresses = paper.locator(".link-list li").all_inner_texts()
    assert len(addresses) == len(set(addresses)) > 1
    assert "Search the occupations: http://testserver/occupations/" in addresses
    colophon = paper.locator(".colophon").inner_text()
    assert f"/news/2023/07/{ROUNDUP}/" in colophon
    assert "Figures as of: 8 July 2023" in colophon


def test_heads_of_tables_are_repeated_and_rows_stay_whole(paper):
    head, row = paper.locator(".prose thead").first, paper.locator(".prose tbody tr").first
    assert head.evaluate("head => getComputedStyle(head).display") == "table-header-group"
    assert row.evaluate("row => getComputedStyle(row).breakInside") == "avoid"


def test_the_screen_shows_none_of_what_is_for_paper(page):
    page.goto("/faq/")
    assert not page.locator(".colophon").is_visible()
