"""The form in which draws are entered, filled in and sent by tests as a browser would."""

from occupations.models import Category

ADD = "/admin/draws/round/add/"
LIST = "/admin/draws/round/"


def typed(**values):
    """What an editor types for a draw, as a browser sends it; the four required fields and the type."""
    category = Category.objects.get(slug=values.pop("type", "trades"))
    return {
        "category": category.pk,
        "number": "448",
        "date": "2026-11-19",
        "invitations": "3,500",
        "crs_cutoff": "476",
        "_save": "",
    } | values


def change(client, round, **values):
    """Send the form of a round as it stands, with some values changed."""
    url = f"/admin/draws/round/{round.pk}/change/"
    sent = {"_save": ""}
    for field in client.get(url).context["adminform"].form:
        value = field.value()
        if value not in (None, False, ""):
            sent[field.name] = "on" if value is True else field.field.widget.format_value(value)
    return client.post(url, sent | values)


def errors(response):
    assert response.status_code == 200, "It was saved."
    return response.context["adminform"].form.errors


def messages(response):
    return [str(message) for message in response.context["messages"]]
