"""A browser brought before any page of tests/pages/, in any of its states."""

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client

from tests.factories import make_superuser
from tests.pages import NEWSROOM, SENT_EMPTY

# Pages of the newsroom for those who are not logged in: they have no navigation.
FOR_STRANGERS = {"admin:login", "admin:welcome"}

SEND = """() => {
  const form = document.querySelector("main form[method=post]") ?? document.querySelector("main form");
  form.noValidate = true;
  form.requestSubmit(form.querySelector("[type=submit]"));
}"""


def let_in(page):
    """Log the browser in, without the form, as someone who may do everything."""
    client = Client()
    client.force_login(get_user_model().objects.filter(is_superuser=True).first() or make_superuser())
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies(
        [{"name": cookie.key, "value": cookie.value, "url": f"http://{page.watch.host}/"}]
    )


def visit(new_page, shown, **options):
    """Return a new page of the browser that shows a page of the site."""
    return show(new_page(reduced_motion="reduce", **options), shown)


def show(page, shown):
    """Bring a page of the browser before a page of the site, and return it."""
    if shown.name in NEWSROOM and shown.name not in FOR_STRANGERS:
        let_in(page)
    if shown.status != 200:
        page.watch.expect(str(shown.status))
    response = page.goto(shown.path())
    assert (response.status, response.request.redirected_from) == (shown.status, None), shown
    if shown.where is SENT_EMPTY:
        with page.expect_navigation():
            page.evaluate(SEND)
    return page


def hold(found):
    """Fail on what is found: lists of places by fault, of which a few are shown."""
    if found:
        faults = [f"{fault}: {place}" for fault, places in found.items() for place in places[:5]]
        pytest.fail("\n".join(faults), pytrace=False)
