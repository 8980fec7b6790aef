"""Cards as a test wants them. Synthetic."""

from eedraws.cards.saying import Card, Figure, Row

LONG = (
    "L’anticonstitutionnellement longue manchette d’une rédaction consciencieuse, qui raconte quatre rondes "
    "d’invitations et ne veut rien omettre du tout, ni Québec"
)
WORD = "Donaudampfschifffahrtsgesellschaftskapitänspatentprüfung" * 2


def make_card(**fields) -> Card:
    """The picture of a draw that never was."""
    values = {
        "kind": "draw",
        "key": "s1",
        "site": "Express Entry, Canada",
        "kicker": "Draw s1, Tuesday 4 July 2023",
        "title": "All programs",
        "as_of": "as of 12:41, 4 July 2023 (Toronto)",
        "source": "Source: IRCC",
        "band": ("general",),
        "figures": (Figure("511", "CRS cut-off", "CRS cut-off 511"), Figure("1,500", "invitations")),
    }
    return Card(**(values | fields))


NOMINATED = "The cut-off includes 600 points for the nomination."
DRAW = make_card()
NOMINEES = make_card(
    band=("pnp",),
    title="Provincial Nominee Program",
    figures=(Figure("1100", "CRS cut-off", "CRS cut-off 1100"), Figure("125,000", "invitations")),
    notes=(NOMINATED, "Not yet confirmed against IRCC’s page.", "Corrected on 5 July 2023."),
)
WEEK = make_card(
    kind="week",
    key="2023-w27",
    kicker="",
    title="Week of 3 to 9 July 2023",
    band=("general", "pnp", "stem", "of-no-colour"),
    columns=("CRS cut-off", "invitations"),
    rows=tuple(
        Row(type, LONG[:80], "1100", "125,000", "includes 600 points for the nomination; not yet confirmed")
        for type in ("general", "pnp", "stem", "french", "of-no-colour")
    ),
    more="and 3 more draws",
    figures=(Figure("125,000", "invitations in 7 draws"), Figure("1", "to provincial nominees in 1 draw")),
)
ARTICLE = make_card(
    kind="article", key="1", title=LONG, text=LONG * 2, label="Sponsored by " + WORD, band=(), figures=()
)
UNBROKEN = make_card(
    title=WORD, kicker=WORD, notes=(WORD,), figures=(Figure("1" * 30, WORD), Figure("2", WORD))
)
CARDS = [DRAW, NOMINEES, WEEK, ARTICLE, UNBROKEN]
