"""Password, then an app, a passkey or a recovery code; and that nothing is open before."""

from datetime import timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import Client
from django.utils import timezone
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from eedraws.signin import devices
from tests.addresses import address, names
from tests.eedraws.people import choose, link_for
from tests.eedraws.signin.journeys import (
    APP,
    CODE,
    CODES,
    LOGIN,
    WRONG,
    code_of,
    codes_on,
    come_in,
    give_password,
    is_in,
    secret_on,
)
from tests.factories import PASSWORD, make_app, make_person, make_superuser

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("required")]
WANTED = "/admin/articles/article/"


def later(seconds):
    return time_machine.travel(timezone.localtime() + timedelta(seconds=seconds), tick=False)


class TestSettingOneUp:
    def test_comes_right_after_the_password_and_leads_where_one_wanted_to_go(self, ann):
        client, answer = give_password("ann", to=WANTED)
        assert answer["Location"] == CODE
        page = client.get(CODE, follow=True)
        assert page.request["PATH_INFO"] == APP
        key = secret_on(page)
        picture = client.get("/admin/account/app/code.svg")
        assert picture["Content-Type"] == "image/svg+xml"
        assert b"<path" in picture.content
        shown = client.post(APP, {"code": code_of(key), "name": "my phone"}, follow=True)
        assert shown.request["PATH_INFO"] == CODES
        assert len(set(codes_on(shown))) == 10
        assert f'href="{WANTED}"' in shown.text
        assert client.get(WANTED).status_code == 200
        assert codes_on(client.get(CODES)) == []
        assert TOTPDevice.objects.get(user=ann).name == "my phone"

    def test_takes_the_right_code_only_and_tells_why(self, ann):
        client, _ = give_password("ann")
        key = secret_on(client.get(APP))
        page = client.post(APP, {"code": WRONG, "name": "phone"})
        assert "The app shows another code now." in page.text
        # The secret on the page is the one that the person has in the app already.
        assert secret_on(page) == key
        assert not is_in(client)

    def test_the_code_that_set_it_up_opens_nothing(self, ann):
        client, _ = give_password("ann")
        key = secret_on(client.get(APP))
        code = code_of(key)
        client.post(APP, {"code": code, "name": "phone"})
        other, _ = give_password("ann")
        assert "This code does not work." in other.post(CODE, {"code": code}).text

    def test_of_somebody_else_at_the_same_time_has_a_secret_of_its_own(self, ann):
        (one, _), (two, _) = give_password("ann"), give_password("ann")
        assert secret_on(one.get(APP)) != secret_on(two.get(APP))

    def test_codes_are_sent_back_as_a_file_and_nothing_else_is(self, ann, app):
        client = come_in("ann", app)
        answer = client.post("/admin/account/codes/file/", {"codes": "abcde-fghjk abcde-fghjm"})
        assert answer["Content-Disposition"].startswith("attachment")
        assert "abcde-fghjk\r\nabcde-fghjm\r\n" in answer.text
        assert client.post("/admin/account/codes/file/", {"codes": "<script>"}).status_code == 404


class TestSigningIn:
    def test_asks_for_the_code_of_the_app(self, app):
        client, _ = give_password("ann", to=WANTED)
        assert not is_in(client)
        # The door leads on to what is missing.
        assert client.get(LOGIN)["Location"] == CODE
        code = code_of(app.bin_key)
        answer = client.post(CODE, {"code": f"{code[:3]} {code[3:]}"})
        assert answer["Location"] == WANTED
        assert client.get(WANTED).status_code == 200
        assert client.get(CODE).status_code == 302

    def test_takes_a_code_once(self, app):
        come_in("ann", app)
        client, _ = give_password("ann")
        page = client.post(CODE, {"code": code_of(app.bin_key)})
        assert "This code does not work." in page.text
        assert not is_in(client)

    def test_makes_wrong_codes_wait_longer_and_longer(self, app):
        client, _ = give_password("ann")
        client.post(CODE, {"code": WRONG})
        with later(2):
            client.post(CODE, {"code": WRONG})
            page = client.post(CODE, {"code": code_of(app.bin_key)})
        assert (page.status_code, page["Retry-After"]) == (429, "2")
        assert "Too many wrong codes. Wait 2 seconds" in page.text
        with later(10):
            assert client.post(CODE, {"code": code_of(app.bin_key)}).status_code == 302

    def test_with_one_app_makes_the_other_wait_for_nothing(self, ann, app):
        tablet = make_app(ann, "tablet")
        for minute in range(6):
            with later(60 * minute):
                come_in("ann", tablet)
        with later(360):
            assert is_in(come_in("ann", app))

    def test_by_a_recovery_code_works_once_however_it_is_typed(self, ann, app):
        code = devices.new_recovery_codes(ann)[0]
        assert not StaticToken.objects.filter(token__in=[code, code.replace("-", "")]).exists()
        for typed, comes_in in ((f" {code.upper().replace('-', ' ')}", True), (code, False)):
            client, _ = give_password("ann")
            page = client.post(f"{CODE}?recovery", {"code": typed}, follow=True)
            assert is_in(client) == comes_in
            assert ("9 recovery codes are left." in page.text) == comes_in
        assert devices.recovery_codes_left(ann) == 9

    def test_recovery_codes_of_before_end_with_new_ones(self, ann, app):
        old = devices.new_recovery_codes(ann)[0]
        client = come_in("ann", app)
        shown = client.post(CODES, follow=True)
        assert len(codes_on(shown)) == 10
        other, _ = give_password("ann")
        other.post(f"{CODE}?recovery", {"code": old})
        assert not is_in(other)

    def test_a_code_of_somebody_else_opens_nothing(self, app):
        other = make_app(make_person("Writer", "bob"))
        client, _ = give_password("ann")
        client.post(CODE, {"code": code_of(other.bin_key)})
        assert not is_in(client)

    @pytest.mark.parametrize(
        "answer", ["", "{}", "[]", "null", "{", '{"id": 5}', '{"id": "AA", "rawId": "AA"}']
    )
    def test_a_passkey_that_is_none_opens_nothing(self, app, answer):
        client, _ = give_password("ann")
        page = client.post(CODE, {"credential": answer})
        assert page.status_code == 200
        assert not is_in(client)

    def test_a_new_link_does_not_replace_it(self, ann, app):
        administrator = Client()
        administrator.force_login(make_person("Administrator"))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("django.conf.settings.SECOND_FACTOR", False)
            link = link_for(administrator, ann)
        choose(link, "seven long words of nobody's")
        client, answer = give_password("ann", "seven long words of nobody's")
        assert answer["Location"] == CODE
        assert client.get(CODE).status_code == 200
        assert not is_in(client)


class TestHalfWay:
    """The password was given, and nothing more."""

    @pytest.fixture
    def half(self, app):
        return give_password("ann")[0]

    @pytest.mark.parametrize(
        "path",
        [
            "/admin/",
            "/admin/articles/article/add/",
            "/admin/articles/article/picker/",
            "/admin/jsi18n/",
            "/admin/password_change/",
            "/admin/account/",
            "/admin/account/sessions/",
            CODES,
            "/styleguide/",
        ],
    )
    def test_is_nobody(self, half, path):
        for answer in (half.get(path), half.post(path)):
            assert answer.status_code in (302, 405)
            assert answer.get("Location", LOGIN).startswith(LOGIN)

    @pytest.mark.thorough
    def test_gets_at_every_address_what_a_stranger_gets(self, half):
        between = {"admin:login", "admin:logout", "admin:second_factor"}
        closed = [
            name for name in names() if name.startswith(("admin:", "styleguide")) and name not in between
        ]
        stranger = Client()
        for name in closed:
            with transaction.atomic():
                where = address(name)
                for method in ("get", "post"):
                    given = [getattr(client, method)(where) for client in (half, stranger)]
                    assert given[0].status_code == given[1].status_code, name
                    assert given[0].get("Location") == given[1].get("Location"), name
                # Addresses make what they lead to, and some of it can be there once.
                transaction.set_rollback(True)

    def test_adds_no_second_factor_beside_the_one_that_is_there(self, half, ann):
        assert half.get(APP).status_code == 302
        assert half.get("/admin/account/app/code.svg").status_code == 302
        assert half.post(APP, {"code": WRONG, "name": "mine"}).status_code == 302
        assert len(devices.factors(ann)) == 1

    def test_sees_no_name_of_anything_in_the_newsroom(self, half):
        page = half.get(CODE).text
        assert "/admin/articles/" not in page
        assert "password_change" not in page

    def test_is_over_after_ten_minutes(self, half, app):
        with later(11 * 60):
            assert half.post(CODE, {"code": code_of(app.bin_key)}).status_code == 302
            assert not is_in(half)

    def test_can_leave(self, half):
        half.post("/admin/logout/")
        assert half.get(CODE)["Location"] == "/admin/"
        assert half.get(LOGIN).status_code == 200


class TestLookingAfterThem:
    @pytest.fixture
    def client(self, app):
        return come_in("ann", app)

    def test_a_second_one_is_added_and_named_anew(self, client, ann):
        key = secret_on(client.get(APP))
        page = client.post(APP, {"code": code_of(key), "name": "tablet"}, follow=True)
        assert page.request["PATH_INFO"] == "/admin/account/"
        assert "tablet" in page.text
        tablet = TOTPDevice.objects.get(name="tablet")
        client.post(f"/admin/account/app/{tablet.pk}/", {"name": "old tablet"})
        tablet.refresh_from_db()
        assert tablet.name == "old tablet"

    def test_the_last_one_stays(self, client, ann, app):
        page = client.post(f"/admin/account/app/{app.pk}/", {"remove": "yes"}, follow=True)
        assert "It is your only second factor" in page.text
        assert devices.has_factor(ann)

    def test_the_last_one_goes_where_none_is_needed_and_the_codes_with_it(self, client, ann, app, settings):
        devices.new_recovery_codes(ann)
        settings.SECOND_FACTOR = False
        client.post(f"/admin/account/app/{app.pk}/", {"remove": "yes"})
        assert not devices.has_factor(ann)
        assert devices.recovery_codes_left(ann) == 0

    def test_one_of_two_goes_and_who_came_in_with_it_gives_the_other(self, client, ann, app):
        make_app(ann, "tablet")
        client.post(f"/admin/account/app/{app.pk}/", {"remove": "yes"})
        assert [device.name for device in devices.factors(ann)] == ["tablet"]
        assert not is_in(client)
        assert client.get(LOGIN)["Location"] == CODE

    def test_one_of_somebody_else_is_not_there(self, client):
        other = make_app(make_person("Writer", "bob"))
        assert client.get(f"/admin/account/app/{other.pk}/").status_code == 404
        assert client.post(f"/admin/account/app/{other.pk}/", {"remove": "yes"}).status_code == 404

    def test_a_quarter_of_an_hour_after_the_password_it_is_asked_again(self, client, ann, app):
        tablet = make_app(ann, "tablet")
        path = f"/admin/account/app/{tablet.pk}/"
        with later(16 * 60):
            for data in ({"remove": "yes"}, {"remove": "yes", "password": "not it"}):
                client.post(path, data)
                assert len(devices.factors(ann)) == 2
            client.post(path, {"remove": "yes", "password": PASSWORD})
        assert len(devices.factors(ann)) == 1

    def test_passkeys_are_not_offered_where_browsers_have_none(self, client):
        assert "passkey" not in client.get("/admin/account/").text
        assert client.get("/admin/account/passkey/").status_code == 404


class TestLostByAColleague:
    @pytest.fixture
    def administrator(self, db):
        return come_in("administrator", make_app(make_person("Administrator")))

    def test_are_taken_away_by_an_administrator_and_set_up_anew(self, administrator, ann, app):
        devices.new_recovery_codes(ann)
        hers = come_in("ann", app)
        page = administrator.post(f"/admin/auth/user/{ann.pk}/signin/", {"factors": "remove"}, follow=True)
        assert "At the next sign-in Ann sets up a new one." in page.text
        assert not is_in(hers)
        client, _ = give_password("ann")
        assert client.get(CODE)["Location"] == APP
        assert devices.recovery_codes_left(ann) == 0
        history = administrator.get(f"/admin/auth/user/{ann.pk}/history/").text
        assert "Second factors taken away." in history

    def test_of_superusers_are_a_superusers(self, administrator):
        chief = make_superuser()
        make_app(chief)
        assert administrator.post(f"/admin/auth/user/{chief.pk}/signin/", {"factors": "x"}).status_code == 403
        assert devices.has_factor(chief)

    def test_ones_own_are_on_ones_own_page(self, administrator):
        pk = administrator.session["_auth_user_id"]
        assert administrator.get(f"/admin/auth/user/{pk}/signin/")["Location"] == "/admin/account/"


class TestOnTheServer:
    def test_they_are_taken_away_where_no_administrator_can(self, ann, app, caplog):
        client = come_in("ann", app)
        with caplog.at_level("INFO", "eedraws.signin"):
            call_command("remove_second_factors", "ann", stdout=StringIO())
        assert '"account": "ann", "address": null, "by": "manage.py"' in caplog.text
        assert not devices.has_factor(ann)
        assert not is_in(client)

    def test_a_name_that_nobody_has_is_told(self):
        with pytest.raises(CommandError, match="nobody"):
            call_command("remove_second_factors", "nobody")


def test_where_none_is_required_the_password_is_enough(settings, app):
    settings.SECOND_FACTOR = False
    client, answer = give_password("ann", to=WANTED)
    assert answer["Location"] == WANTED
    assert is_in(client)


def test_no_list_shows_secrets(client, settings):
    settings.SECOND_FACTOR = False
    client.force_login(make_superuser())
    assert client.get("/admin/otp_totp/totpdevice/").status_code == 404
    assert client.get("/admin/otp_static/staticdevice/").status_code == 404
