"""What Today tells of reading: sums of seven days, small ones hidden. Synthetic counts."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from readers.fewer import told
from readers.models import MissedAddress, MissedSearch, ReadCount
from tests.factories import make_counts, make_message, make_person

pytestmark = pytest.mark.django_db


def section(client):
    page = client.get("/admin/").text
    start = page.index('class="today-reading"')
    return re.sub(r"\s+", " ", page[start : page.index('class="today-everything"')])


@pytest.fixture
def writer(client):
    writer = make_person("Writer")
    client.force_login(writer)
    return writer


@pytest.mark.parametrize(
    ("times", "words"), [(0, "fewer than 5"), (4, "fewer than 5"), (5, "5"), (1204, "1,204")]
)
def test_small_counts_are_not_told(times, words):
    assert told(times) == words


def test_adds_up_the_last_seven_days_the_most_read_first(client, writer):
    today = timezone.localdate()
    for days, times in ((0, 3), (6, 4), (7, 100)):
        day = today - timedelta(days=days)
        ReadCount.objects.add({(day, "/faq/", 200, ""): times, (day, "/faq/", 304, "a.example"): 2})
    ReadCount.objects.add({(today, "/about/", 200, ""): 12, (today, "/gone/", 301, ""): 99})
    shown = section(client)
    assert shown.index("/about/") < shown.index("/faq/")
    assert "11 times" in shown
    assert "/gone/" not in shown


def test_a_missed_address_leads_to_its_redirect(client):
    client.force_login(make_person("Editor"))
    MissedAddress.objects.add({(timezone.localdate(), "/old story/&x", ""): 2})
    shown = section(client)
    assert "/old story/&amp;x" in shown
    assert "fewer than 5 times" in shown
    assert 'href="/admin/articles/redirect/add/?old_path=%2Fold+story%2F%26x"' in shown


def test_who_may_not_begin_a_redirect_has_no_button(client, writer):
    make_counts()
    assert "/old-story-0/" in section(client)
    assert "old_path" not in section(client)


def test_an_address_that_leads_on_by_now_is_missed_no_more(client, writer):
    make_counts(2)
    ReadCount.objects.add({(timezone.localdate(), "/old-story-0/", 301, ""): 1})
    shown = section(client)
    assert "/old-story-0/" not in shown
    assert "/old-story-1/" in shown


def test_says_so_where_nothing_was_counted(client, writer):
    shown = section(client)
    for words in ("Nothing was counted.", "Every search found something.", "Nobody asked for an address"):
        assert words in shown


def test_who_has_no_role_is_not_told(client, writer):
    writer.groups.clear()
    assert 'class="today-reading"' not in client.get("/admin/").text


def test_lists_hide_small_counts(client, writer):
    make_counts()
    MissedSearch.objects.update(times=1)
    assert "fewer than 5" in client.get("/admin/readers/missedsearch/").text


def test_an_editor_sets_the_state_and_not_the_text(client):
    client.force_login(make_person("Editor"))
    message = make_message("A <b>message</b>")
    address = f"/admin/readers/readermessage/{message.pk}/change/"
    assert "A &lt;b&gt;message&lt;/b&gt;" in client.get(address).text
    client.post(address, {"state": "kept", "note": "Asked IRCC", "message": "Another"})
    message.refresh_from_db()
    assert (message.state, message.note, message.message) == ("kept", "Asked IRCC", "A <b>message</b>")
