"""Entering a list in the newsroom: paste, look, save. Every list and version that is entered here is synthetic."""

from datetime import date

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.utils import timezone

from occupations.models import CategoryVersion, ListCorrection, Occupation
from tests.factories import make_awaited_version, make_occupation

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("editor")]

MISSPELT = "Automotive service technicians, truck and bus mechanics, and mechanical repairers"


def address(version, page="new-version"):
    return f"/admin/occupations/categoryversion/{version.pk}/{page}/"


def filled(client, url, **values):
    """Return what the form at `url` would send as it stands, with some values changed."""
    form = client.get(url).context["form"]
    sent = {field.html_name: field.value() for field in form if field.value() is not None}
    return {name: str(value) for name, value in (sent | values).items()}


def check(client, url, **values):
    return client.post(url, filled(client, url, **values) | {"check": ""})


def save(client, url, **values):
    """Check, and save just what was shown."""
    sent = filled(client, url, **values)
    form = client.post(url, sent | {"check": ""}).context["form"]
    assert form.errors == {}
    return client.post(url, sent | {"save": "", "checked": form.digest}, follow=True)


def told(response):
    return [str(message) for message in response.context["messages"]]


def on_the_list(version):
    return dict(version.listings.values_list("occupation__code", "title_as_published"))


def as_text(version):
    return "\n".join(f"{code}\t{title}" for code, title in on_the_list(version).items())


def test_the_form_starts_from_the_last_version(client, transport):
    form = client.get(address(transport)).context["form"]
    assert form.version.number == 3
    assert form["name_en"].value() == transport.name_en
    assert form["criteria_en"].value() == transport.criteria_en
    assert form["months_required"].value() == 12
    assert form["list_state"].value() == "published"
    assert form["rows"].value() == as_text(transport)
    assert form["valid_from"].value() == timezone.localdate()


def test_it_starts_from_the_last_version_wherever_it_is_asked_for(client, transport):
    first = CategoryVersion.objects.get(category__slug="transport", number=1)
    assert client.get(address(first)).context["form"].version.number == 3


def test_a_check_shows_what_would_change_and_saves_nothing(client, transport):
    rows = f"{as_text(transport)}\n73300 Transport truck drivers".replace(
        "72404\tAircraft", "72404\tAirplane"
    )
    rows = "\n".join(line for line in rows.splitlines() if not line.startswith("72410"))
    response = check(client, address(transport), rows=rows, valid_from="2026-11-20")
    page = " ".join(response.content.decode().split())
    assert "Transport occupations, version 3, is in force from 20 November 2026." in page
    assert "Transport occupations, version 2, in force until now, ends on 19 November 2026." in page
    assert '<span class="list-sign" aria-hidden="true">+</span> 73300 Transport truck drivers' in page
    assert f'<span class="list-sign" aria-hidden="true">−</span> 72410 {MISSPELT}' in page
    assert "“Airplane mechanics and aircraft inspectors”, until now “Aircraft" in page
    assert "Save the new version" in page
    assert transport.category.versions.count() == 2
    transport.refresh_from_db()
    assert transport.valid_to is None


def test_a_new_version_is_saved_as_it_was_shown(client, transport, editor):
    response = save(
        client, address(transport), rows="73300\n72410", valid_from="2026-11-20", months_required=6
    )
    version = transport.category.versions.get(number=3)
    assert told(response) == [
        "Transport occupations, version 3 is in the record. "
        "Transport occupations, version 2 ended on 19 November 2026."
    ]
    assert response.redirect_chain[0][0] == f"/admin/occupations/categoryversion/{version.pk}/change/"
    assert on_the_list(version) == {"73300": "Transport truck drivers", "72410": MISSPELT}
    assert (version.months_required, version.list_awaited) == (6, False)
    assert version.history.first().history_user == editor
    assert LogEntry.objects.get(object_id=version.pk).is_addition()


def test_unknown_codes_duplicates_and_unread_lines_are_told_and_not_saved(client, transport):
    rows = "73300\n73999 Space pilots\n73300 Transport truck drivers\nTrade occupations\n12"
    response = check(client, address(transport), rows=rows)
    errors = list(response.context["form"].errors["rows"])
    assert errors[0].startswith(
        "Line 2: 73999 Space pilots is no code of NOC 2021. Near: 72999 Other technical"
    )
    assert errors[1:] == [
        "73300 Transport truck drivers is listed more than once: lines 1 and 3.",
        "Line 4 cannot be read: “Trade occupations”: there is no code of five digits.",
        "Line 5 cannot be read: “12”: a spreadsheet may have dropped the zeros in front of 00012.",
    ]
    page = response.content.decode()
    assert "Save the new version" not in page
    assert "Space pilots" in response.context["form"]["rows"].value()
    forced = filled(client, address(transport), rows=rows) | {
        "save": "",
        "checked": response.context["form"].digest,
    }
    assert client.post(address(transport), forced).status_code == 200
    assert transport.category.versions.count() == 2


def test_of_very_many_problems_the_first_are_told_and_the_others_counted(client, transport):
    response = check(client, address(transport), rows="word\n" * 10_000)
    errors = response.context["form"].errors["rows"]
    assert len(errors) == 21
    assert errors[-1] == "There are 9,980 more."
    (words,) = check(client, address(transport), rows="73300\n" * 10_000).context["form"].errors["rows"]
    assert words.endswith("19, 20 and 9,980 more.")


def test_too_long_a_paste_is_refused_whole_and_not_cut(client, transport):
    response = check(client, address(transport), rows="73300 Transport truck drivers\n" * 3_000)
    assert response.context["form"].errors["rows"] == [
        "This is 90,000 characters long, and a list is at most 60,000. Paste only its table."
    ]
    assert "maxlength" not in response.content.decode().split('name="rows"')[1].split(">")[0]


def test_characters_that_nobody_sees_do_no_harm(client, transport):
    save(
        client, address(transport), rows="73300\0 Transport\u00a0truck\u200b drivers", valid_from="2026-11-20"
    )
    assert on_the_list(transport.category.versions.get(number=3)) == {"73300": "Transport truck drivers"}


def test_a_title_of_another_spelling_is_shown_and_may_be_saved(client, transport):
    rows = "63201 Butchers- retail and wholesale\n73300 Transport truck driver\n73301 Transport truck drivers"
    page = " ".join(check(client, address(transport), rows=rows).content.decode().split())
    assert "3 titles are not spelt as in NOC 2021" in page
    assert "Only capitals, spaces or punctuation differ." in page
    assert "Transport truck <mark>driver</mark>" in page
    assert "Transport truck <mark>drivers</mark>" in page
    assert "This is the title of 73300. Is the code right?" in page
    save(client, address(transport), rows=rows)
    assert on_the_list(transport.category.versions.get(number=3))["73300"] == "Transport truck driver"


def test_what_was_changed_after_the_check_is_checked_again(client, transport):
    url = address(transport)
    sent = filled(client, url, rows="73300")
    digest = client.post(url, sent | {"check": ""}).context["form"].digest
    response = client.post(url, sent | {"rows": "73301", "save": "", "checked": digest})
    assert "Something has changed since this was checked" in response.content.decode()
    assert transport.category.versions.count() == 2


def test_a_list_that_another_editor_changed_meanwhile_is_checked_again(client, transport):
    url = address(transport)
    sent = filled(client, url, rows="73300")
    digest = client.post(url, sent | {"check": ""}).context["form"].digest
    transport.listings.first().delete()
    client.post(url, sent | {"save": "", "checked": digest})
    assert transport.category.versions.count() == 2


@pytest.mark.parametrize(
    ("values", "field", "words"),
    [
        ({"valid_from": "2026-02-18"}, "valid_from", "This overlaps with version 2"),
        ({"valid_from": ""}, "valid_from", "This field is required."),
        ({"valid_from": "soon"}, "valid_from", "Enter a valid date."),
        ({"name_en": ""}, "name_en", "This field is required."),
        ({"rows": " \n"}, "rows", "Paste the list, or say that it is not published yet."),
        ({"list_state": "maybe"}, "list_state", "Select a valid choice."),
        ({"list_state": ""}, "list_state", "This field is required."),
        ({"months_required": "-1"}, "months_required", "greater than or equal to 0"),
        ({"rows": f"73300 {'a' * 201}"}, "rows", "the title is longer than 200 characters"),
    ],
)
def test_what_breaks_a_rule_is_told_at_its_field(client, transport, values, field, words):
    response = check(client, address(transport), **values)
    assert words in response.context["form"].errors[field][0]
    assert "Save the new version" not in response.content.decode()


def test_a_type_without_a_list_gets_a_new_version_without_one(client):
    french = CategoryVersion.objects.get(category__slug="french", number=2)
    save(client, address(french), valid_from="2026-11-20")
    version = french.category.versions.get(number=3)
    assert (version.has_list, version.list_published, version.listings.count()) == (False, None, 0)


def test_a_version_is_announced_without_its_list_whatever_stands_in_the_box(client, transport):
    url = address(transport)
    page = check(client, url, list_state="awaited").content.decode()
    assert "Its list is not published yet" in page
    save(client, url, list_state="awaited", valid_from="2026-11-20")
    version = transport.category.versions.get(number=3)
    assert (version.has_list, version.list_awaited, version.list_published) == (True, True, None)
    assert version.listings.count() == 0


def test_the_list_of_an_announced_version_is_published_later(client):
    version = make_awaited_version("transport")
    url = address(version, "publish-list")
    assert client.get(url).context["form"]["rows"].value() is None
    page = check(client, url, rows="73300", list_published="2026-11-20").content.decode()
    assert "1 occupation, beside 4 of Transport occupations, version 2." in page
    response = save(client, url, rows="73300\n73301", list_published="2026-11-20")
    assert told(response) == ["The list of Transport occupations, version 3 is public, with 2 occupations."]
    version.refresh_from_db()
    assert (version.list_awaited, version.list_published) == (False, date(2026, 11, 20))
    assert sorted(on_the_list(version)) == ["73300", "73301"]
    again = client.get(url, follow=True)
    assert told(again) == ["The list of this version is not awaited."]


def test_the_day_on_which_a_list_came_out_is_asked_for_and_proposed_as_today(client):
    """The timeline and its feed tell of a list on that day."""
    url = address(make_awaited_version("transport"), "publish-list")
    assert client.get(url).context["form"]["list_published"].value() == timezone.localdate()
    form = check(client, url, rows="73300", list_published="").context["form"]
    assert form.errors["list_published"] == ["This field is required."]


def test_after_an_awaited_version_the_next_is_compared_with_the_last_known_list(client):
    version = make_awaited_version("transport")
    form = client.get(address(version)).context["form"]
    assert (form.version.number, form.base.number) == (4, 2)


def test_a_slip_is_corrected_with_kind_and_reason_and_readers_are_told(client, transport, editor):
    url = address(transport, "correct-list")
    rows = as_text(transport).replace("72404\tAircraft", "72404\tAirplane") + "\n73300"
    missing = check(client, url, rows=rows).context["form"].errors
    assert set(missing) == {"kind", "reason"}
    response = save(client, url, rows=rows, kind="ours", reason="A row was left out.")
    assert told(response) == [
        "The list is corrected, and readers see 2 corrections.",
        "Published texts state what the record no longer says.",
    ]
    made = ListCorrection.objects.filter(version=transport)
    assert {(row.occupation.code, row.kind, row.reason, row.made_by) for row in made} == {
        ("73300", "ours", "A row was left out.", editor),
        ("72404", "ours", "A row was left out.", editor),
    }
    assert transport.category.versions.count() == 2
    assert client.get(f"/admin/occupations/listcorrection/{made[0].pk}/change/").status_code == 200


def test_a_correction_that_changes_nothing_is_told_so(client, transport):
    url = address(transport, "correct-list")
    form = check(client, url, kind="ours", reason="None.").context["form"]
    assert form.non_field_errors() == ["Nothing on the list is changed."]


def test_only_a_published_list_is_corrected(client):
    version = make_awaited_version("transport")
    response = client.get(address(version, "correct-list"), follow=True)
    assert told(response) == ["This version has no published list to correct."]


def test_a_list_is_of_one_classification_and_is_asked_for_where_there_are_several(client, transport):
    assert "classification" not in client.get(address(transport)).context["form"].fields
    make_occupation("NOC 2026", "73300", title_en="Synthetic drivers")
    form = client.get(address(transport)).context["form"]
    assert form["classification"].value() == "NOC 2021"
    save(client, address(transport), rows="73300", classification="NOC 2026", valid_from="2026-11-20")
    listed = transport.category.versions.get(number=3).listings.get().occupation
    assert (listed.classification, listed.title_en) == ("NOC 2026", "Synthetic drivers")
    errors = check(client, address(transport), rows="73301", classification="NOC 2026").context["form"].errors
    assert "Line 1: 73301 is no code of NOC 2026." in errors["rows"][0]


@pytest.mark.parametrize("page", ["new-version", "publish-list", "correct-list", "verify-list"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_whoever_may_not_change_versions_gets_none_of_these_pages(client, transport, page, method):
    user = get_user_model().objects.create_user("viewer", password="a long password", is_staff=True)
    user.user_permissions.set(
        Permission.objects.filter(
            codename__in=["view_categoryversion", "add_categoryversion", "view_listing"]
        )
    )
    client.force_login(user)
    assert getattr(client, method)(address(transport, page)).status_code == 403
    listed = client.get("/admin/occupations/categoryversion/").content.decode()
    assert "new-version" not in listed
    assert page not in client.get(address(transport, "change")).content.decode()


def test_versions_lead_to_what_is_done_next(client, transport):
    page = client.get("/admin/occupations/categoryversion/?q=transport").content.decode()
    assert page.count("/new-version/") == 1
    change = client.get(address(transport, "change")).content.decode()
    for name in ("new-version", "correct-list", "verify-list"):
        assert address(transport, name) in change
    awaited = make_awaited_version("transport")
    page = client.get("/admin/occupations/categoryversion/?q=transport").content.decode()
    assert address(awaited, "publish-list") in page
    assert "not known yet" in page
    assert address(awaited, "publish-list") in client.get(address(awaited, "change")).content.decode()


@pytest.mark.parametrize("page", ["new-version", "publish-list", "correct-list", "verify-list"])
def test_a_program_has_no_versions_to_enter(client, page):
    program = CategoryVersion.objects.get(category__slug="cec")
    assert client.get(address(program, page)).status_code == 404
    assert "New version" not in client.get(address(program, "change")).content.decode()


def test_the_first_version_of_a_new_type_begins_as_awaited(client):
    url = "/admin/occupations/categoryversion/add/"
    category = CategoryVersion.objects.get(category__slug="transport", number=2).category
    values = {"category": category.pk, "number": 9, "name_en": "Synthetic", "valid_from": "2029-01-01"}
    errors = client.post(url, values | {"has_list": "on"}).context["adminform"].form.errors
    assert "publish the list then" in errors["list_awaited"][0]


def test_codes_of_a_spreadsheet_are_held_against_516_occupations_in_few_queries(
    client, transport, django_assert_max_num_queries
):
    url = address(transport)
    sent = filled(client, url, rows="73999\n" * 500)
    with django_assert_max_num_queries(20):
        client.post(url, sent | {"check": ""})
    assert Occupation.objects.filter(classification="NOC 2021").count() == 516
