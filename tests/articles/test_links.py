"""The addresses that a printed article lists at its end."""

from articles.links import Link, links_of

SITE = "https://example.org"


def test_each_address_stands_once_in_the_order_of_the_text():
    html = '<p><a href="/draws/255/">Draw 255</a>, <a href="https://a.test/?x=1&amp;y=2" rel="nofollow">A</a></p>'
    html += '<p><a href="/draws/255/">the same draw</a></p>'
    assert links_of(html, SITE) == [
        Link("https://example.org/draws/255/", "Draw 255"),
        Link("https://a.test/?x=1&y=2", "A"),
    ]


def test_places_on_the_page_and_addresses_that_are_their_own_words_are_told_apart():
    html = '<a href="#h-faq">below</a> <a href="mailto:a@b.test">a@b.test</a> <a href="/faq/#x"><em>FAQ</em> here</a>'
    assert links_of(html, SITE) == [
        Link("mailto:a@b.test", "a@b.test"),
        Link("https://example.org/faq/#x", "FAQ here"),
    ]


def test_a_text_without_links_has_none():
    assert links_of("<p>Nothing <b>here</b>: a href.</p>", SITE) == []
