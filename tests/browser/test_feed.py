"""An Atom feed opened in a browser."""


def test_a_feed_reads_as_a_page_and_its_links_lead_on(page, live_server, settings):
    settings.SITE_URL = live_server.url
    page.goto("/feeds/draws.atom")
    title = page.locator("feed > title")
    assert title.is_visible()
    assert title.evaluate("title => getComputedStyle(title).fontSize") == "32px"
    page.locator("entry a").first.click()
    page.wait_for_url("**/draws/447/")
