"""Accounts of the newsroom, and readers."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice

from alerts.models import Subscriber
from eedraws.signin.models import SignIn
from occupations.models import Category, Occupation
from readers.models import MissedAddress, MissedSearch, ReadCount, ReaderMessage
from tests.factories.days import toronto

PASSWORD = "a long password"


def make_editor(username="editor", *apps):
    """Someone who may log in to the admin and do everything in `apps` (all that an editor works with)."""
    editor = get_user_model().objects.create_user(username, password=PASSWORD, is_staff=True)
    apps = apps or ("articles", "draws", "occupations")
    editor.user_permissions.set(Permission.objects.filter(content_type__app_label__in=apps))
    return editor


def make_person(role, username=None, **fields):
    """Someone of the newsroom with a role of eedraws/roles.py."""
    username = username or role.lower().replace(" ", "-")
    person = get_user_model().objects.create_user(username, password=PASSWORD, is_staff=True, **fields)
    person.groups.set([Group.objects.get(name=role)])
    return person


def make_superuser(username="chief"):
    return get_user_model().objects.create_superuser(username, password=PASSWORD)


def make_app(account, name="phone") -> TOTPDevice:
    """An authenticator app that somebody has set up."""
    return TOTPDevice.objects.create(user=account, name=name)


def make_sign_in(account=None) -> SignIn:
    account = account or get_user_model().objects.create_user("signed-in")
    return SignIn.objects.create(account=account, how=SignIn.How.APP, browser="Firefox on Linux")


def make_message(message="The cut-off of draw 255 is another on IRCC's page.", **fields) -> ReaderMessage:
    """What somebody wrote about a draw. Synthetic."""
    values = {"about": "figure", "path": "/draws/255/", "page_title": "Draw 255"}
    return ReaderMessage.objects.create(message=message, **(values | fields))


def make_counts(times=1, day=None):
    """Reading of today: `times` pages, searches that found nothing and missed addresses. Synthetic."""
    day = day or timezone.localdate()
    for number in range(times):
        path = f"/draws/{255 - number}/"
        ReadCount.objects.add({(day, path, 200, "search.example"): 1204 - number, (day, path, 200, ""): 1})
        MissedAddress.objects.add({(day, f"/old-story-{number}/", "forum.example"): 17 + number})
        MissedSearch.objects.add({(day, f"gold digger {number}"): 3 + number})


def make_subscriber(address="ann@reader.example", *, types=("french",), job=None, **fields) -> Subscriber:
    """Somebody who confirmed on 2 October 2026 that they follow something. Synthetic."""
    confirmed_at = fields.pop("confirmed_at", toronto(2026, 10, 2))
    if job:
        fields["occupation"] = Occupation.objects.get(code=job)
    subscriber = Subscriber.objects.create(
        address=address, confirmed_at=confirmed_at, chosen_at=confirmed_at, **fields
    )
    subscriber.categories.set(Category.objects.filter(slug__in=types))
    return subscriber
