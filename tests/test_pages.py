"""The table of pages is whole."""

from tests.addresses import names
from tests.pages import NEWSROOM, NO_PAGE, PUBLIC


def test_every_address_is_a_page_or_says_why_it_is_none():
    known = PUBLIC.keys() | NO_PAGE.keys()
    addresses = {name for name in names() if not name.startswith("api:") or name in known}
    assert addresses == PUBLIC.keys() | NEWSROOM.keys() | NO_PAGE.keys()
    assert len(addresses) == len(PUBLIC) + len(NEWSROOM) + len(NO_PAGE)
