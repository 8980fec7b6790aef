"""The grid of a week, filled in and sent by tests as a browser would."""

from draws.models import Round
from occupations.models import Category

WEEK = "/admin/draws/round/week/?week=2026-W41"
ROWS = 8


def row(type="trades", **values):
    """What an editor types in a row, by the names of its fields."""
    return {
        "category": Category.objects.get(slug=type).pk,
        "crs_cutoff": "476",
        "invitations": "3,500",
    } | values


def sent(*rows, **values):
    """Return the whole form with these rows on top, the others as they come: Monday 5 October 2026 first."""
    data = {"row-TOTAL_FORMS": ROWS, "row-INITIAL_FORMS": 0} | values
    for place in range(ROWS):
        data[f"row-{place}-date"] = f"2026-10-{place + 5:02}" if place < 5 else ""
        typed = rows[place] if place < len(rows) else {}
        data |= {f"row-{place}-{name}": value for name, value in typed.items()}
    return data | {"check": ""} if not values else data


NEW = [str(number) for number in range(448, 456)]


def new_rounds():
    return list(Round.objects.filter(number__in=NEW).order_by("sequence").select_related("version__category"))


def check(client, *rows, week=WEEK):
    """Send rows to be checked; nothing may be saved by that."""
    response = client.post(week, sent(*rows))
    assert response.status_code == 200
    assert new_rounds() == []
    return response


def errors(response, place):
    return {name: list(found) for name, found in response.context["rows"].forms[place].errors.items()}


def confirm(client, *rows, button="publish", **values):
    """Send rows with the button that stands below their check."""
    digest = check(client, *rows).context["rows"].digest
    return client.post(WEEK, sent(*rows, checked=digest, **{button: ""}, **values), follow=True)
