"""Accounts as an administrator handles them and as their people use them."""

from django.contrib.auth import get_user_model
from django.test import Client

from tests.html import Page

User = get_user_model()
PASSWORD = "seven long words of nobody's"


def url(person, page="change"):
    return f"/admin/auth/user/{person.pk}/{page}/"


def link_on(response):
    """The path of the link that a page shows, or None."""
    boxes = [box["value"] for box in Page(response.text).all("input") if box.get("id") == "handover"]
    assert all(box.startswith("http://testserver/") for box in boxes)
    return boxes[0].removeprefix("http://testserver") if boxes else None


def link_for(client, person):
    return link_on(client.post(url(person, "link"), follow=True))


def choose(link, password=PASSWORD, client=None):
    """Open a link as a stranger and choose a password there."""
    client = client or Client()
    page = client.get(link, follow=True)
    path = page.request["PATH_INFO"]
    return client.post(path, {"new_password1": password, "new_password2": password})


def may_log_in(username, password=PASSWORD):
    return Client().login(username=username, password=password)


def sent_form(client, person, **fields):
    """What a browser sends for the form of somebody, with some values changed."""
    form = client.get(url(person)).context["adminform"].form
    return {field.name: field.value() or "" for field in form} | fields
