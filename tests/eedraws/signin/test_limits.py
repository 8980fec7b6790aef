"""How often passwords may be tried, from where and for whom; and that nobody is locked out."""

import threading
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from eedraws.signin.checks import proxies_are_named
from eedraws.signin.limits import HERE, TooManyTries, begin_try
from eedraws.signin.models import Try
from tests.eedraws.signin.journeys import give_password, is_in
from tests.factories import PASSWORD, make_person

pytestmark = pytest.mark.django_db
HOME, CAFE = "198.51.100.7", "203.0.113.9"


def tries(username, count, address=HOME, password="not it"):
    """Try a password some times; return the last answer."""
    for _ in range(count):
        _client, answer = give_password(username, password, REMOTE_ADDR=address)
    return answer


def later(seconds):
    return time_machine.travel(timezone.localtime() + timedelta(seconds=seconds), tick=False)


class TestOneAccountFromOneNetwork:
    def test_waits_after_five_wrong_passwords_and_the_right_one_too(self, ann):
        assert tries("ann", 5).status_code == 200
        for password in ("not it", PASSWORD):
            answer = tries("ann", 1, password=password)
            assert (answer.status_code, answer["Retry-After"]) == (429, "60")
            assert "Too many wrong passwords were tried. Wait 1 minute, then try again." in answer.text

    def test_makes_the_owner_wait_nowhere_else(self, ann):
        tries("ann", 6)
        client, _ = give_password("ann", REMOTE_ADDR=CAFE)
        assert is_in(client)

    def test_waits_longer_with_each_and_at_most_an_hour(self):
        now = timezone.now()
        waits = [HERE.wait(wrong, now, now) for wrong in (*range(4, 13), 10_000)]
        assert waits == [0, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600]

    def test_waits_twice_as_long_when_the_next_is_wrong_too(self, ann):
        tries("ann", 5)
        with later(61):
            assert tries("ann", 1).status_code == 200
            assert tries("ann", 1)["Retry-After"] == "120"

    def test_begins_anew_after_the_right_password(self, ann):
        tries("ann", 4)
        assert tries("ann", 1, password=PASSWORD).status_code == 302
        assert tries("ann", 5).status_code == 200

    def test_is_forgotten_after_a_day(self, ann):
        tries("ann", 6)
        with later(24 * 3600 + 1):
            assert tries("ann", 1).status_code == 200
            assert Try.objects.count() == 1

    def test_counts_the_households_half_of_an_ipv6_address(self, ann):
        for last in range(5):
            tries("ann", 1, f"2001:db8:1:2::{last}")
        assert tries("ann", 1, "2001:db8:1:2:ffff::1").status_code == 429
        assert tries("ann", 1, "2001:db8:1:3::1").status_code == 200

    @pytest.mark.parametrize("name", ["ANN", "ann", "ＡＮＮ"])
    def test_knows_a_name_in_other_letters(self, ann, name):
        tries("ann", 5)
        assert tries(name, 1).status_code == 429


class TestOneNetworkAtManyAccounts:
    def test_waits_after_twenty_and_others_do_not(self, ann):
        for number in range(20):
            assert tries(f"somebody-{number}", 1).status_code == 200
        assert tries("ann", 1, password=PASSWORD).status_code == 429
        assert tries("ann", 1, CAFE, PASSWORD).status_code == 302


class TestOneAccountFromManyNetworks:
    def test_waits_where_it_has_never_come_in(self, ann):
        assert tries("ann", 1, HOME, PASSWORD).status_code == 302
        for number in range(10):
            assert tries("ann", 1, f"192.0.2.{number}").status_code == 200
        assert tries("ann", 1, CAFE, PASSWORD).status_code == 429
        assert tries("ann", 1, HOME, PASSWORD).status_code == 302
        with later(11):
            assert tries("ann", 1, CAFE, PASSWORD).status_code == 302


class TestAnAccountThatIsNotThere:
    def test_is_answered_like_one_that_is(self, ann):
        for _ in range(7):
            real, unreal = (tries(name, 1) for name in ("ann", "nobody"))
            assert real.status_code == unreal.status_code
            assert real.get("Retry-After") == unreal.get("Retry-After")
            assert real.context["form"].non_field_errors() == unreal.context["form"].non_field_errors()

    def test_costs_the_same_work(self, ann, monkeypatch):
        hashed, asked = [], []
        hasher = "django.contrib.auth.hashers.MD5PasswordHasher.encode"
        make_person("Writer", "gone", is_active=False)
        invited = make_person("Writer", "invited")
        invited.set_unusable_password()
        invited.save()

        def count(self, password, salt, encode=None):
            hashed[-1] += 1
            return f"md5${salt}$wrong"

        monkeypatch.setattr(hasher, count)
        for name in ("ann", "nobody", "gone", "invited"):
            hashed.append(0)
            with CaptureQueriesContext(connection) as queries:
                tries(name, 1)
            asked.append(len(queries))
        assert len(set(asked)) == 1
        assert set(hashed) == {1}


def test_neither_names_nor_addresses_are_kept(ann):
    tries("ann", 1)
    kept = Try.objects.get()
    assert "ann" not in kept.account
    assert HOME not in kept.network


def test_readers_of_a_proxy_are_told_apart(ann, settings):
    def by_proxy(address, password="not it"):
        return give_password("ann", password, REMOTE_ADDR="", HTTP_X_FORWARDED_FOR=address)[1]

    settings.TRUSTED_PROXIES = ["unix"]
    for _ in range(5):
        by_proxy(HOME)
    assert by_proxy(HOME).status_code == 429
    # What a visitor writes there before the proxy does changes nothing.
    assert by_proxy(f"{CAFE}, {HOME}", PASSWORD).status_code == 429
    assert by_proxy(CAFE, PASSWORD).status_code == 302


def test_without_a_trusted_proxy_nobody_names_their_own_address(ann):
    for number in range(5):
        give_password("ann", "not it", REMOTE_ADDR=HOME, HTTP_X_FORWARDED_FOR=f"192.0.2.{number}")
    assert tries("ann", 1).status_code == 429


@pytest.mark.thorough
@pytest.mark.django_db(transaction=True)
def test_tries_at_the_same_moment_count_each_other():
    let_through = []
    together = threading.Barrier(12)

    def ask():
        together.wait()
        try:
            begin_try(RequestFactory().post("/admin/login/", REMOTE_ADDR=HOME), "ann")
            let_through.append(1)
        except TooManyTries:
            pass
        finally:
            connection.close()

    threads = [threading.Thread(target=ask) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert 0 < len(let_through) <= 5
    assert Client().get("/admin/login/").status_code == 200


@pytest.mark.parametrize(
    ("https", "proxies", "warnings"), [(True, [], 1), (True, ["unix"], 0), (False, [], 0)]
)
def test_a_site_that_cannot_tell_visitors_apart_is_warned(settings, https, proxies, warnings):
    settings.HTTPS, settings.TRUSTED_PROXIES = https, proxies
    assert len(proxies_are_named(None)) == warnings
