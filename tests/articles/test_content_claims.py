"""What the articles that come with the site say in words, proved from the record. No database."""

from datetime import date

import pytest

from draws.clock import Week
from tests.articles.record import draw, draws, listed_on


def before(number, *categories):
    """Draws of some types before a draw; of all types but nominees where none is given."""
    until = draw(number)
    return [
        other
        for other in draws()[: draws().index(until)]
        if (other.category in categories if categories else other.category != "pnp")
    ]


def invitations(*numbers):
    return [draw(number).invitations for number in numbers]


def week_totals(until):
    totals = {}
    for other in draws():
        if other.date < until:
            totals[Week.of(other.date)] = totals.get(Week.of(other.date), 0) + 1
    return totals


CLAIMS = {
    "no all-programs draw is smaller than 253": lambda: (
        draw("253").invitations == min(d.invitations for d in draws() if d.category == "general")
    ),
    "253 has the highest all-programs cut-off of 2023 so far": lambda: all(
        d.cutoff < draw("253").cutoff for d in before("253", "general") if d.date.year == 2023
    ),
    "249 and 250 have as many invitations": lambda: len(set(invitations("249", "250"))) == 1,
    "no week before had four draws": lambda: max(week_totals(date(2023, 7, 3)).values()) < 4,
    "no draw since 202 was lower than 256": lambda: (
        draw("202").cutoff < draw("256").cutoff
        and all(d.cutoff > draw("256").cutoff for d in before("256") if d.date > draw("202").date)
    ),
    "255 is three times 252": lambda: draw("255").invitations == 3 * draw("252").invitations,
    "254 has the cut-off of 251": lambda: draw("254").cutoff == draw("251").cutoff,
    "trades, transport and agriculture had no draw": lambda: (
        not before("257", "trades", "transport", "agriculture")
    ),
    "STEM and French had their first draws": lambda: (
        not before("254", "stem") and not before("256", "french")
    ),
    "252 is the first category-based draw": lambda: (
        {d.category for d in before("252")}
        <= {
            "general",
            "cec",
            "fsw",
            "fst",
        }
    ),
    "251 and 252 have as many invitations as 250": lambda: (
        sum(invitations("251", "252")) == sum(invitations("250"))
    ),
    "251 repeats the cut-off of 250": lambda: draw("251").cutoff == draw("250").cutoff,
    "344 is the first for education": lambda: not before("344", "education"),
    "two French draws were held in March 2025": lambda: (
        len([d for d in before("344", "french") if (d.date.year, d.date.month) == (2025, 3)]) == 2
    ),
    "no list of 27 February 2025 was used before 344": lambda: (
        {d.category for d in before("344") if d.date >= date(2025, 2, 27)} == {"french"}
    ),
    "345 has the highest healthcare cut-off so far": lambda: (
        draw("345").cutoff > max(d.cutoff for d in before("345", "healthcare"))
    ),
    "327 is the healthcare draw before 345, six times as large": lambda: (
        before("345", "healthcare")[-1] == draw("327")
        and draw("327").invitations == 6 * draw("345").invitations
    ),
    "341 is the last draw before points for a job offer ended": lambda: (
        before("344")[-1] == draw("341") and draw("341").date < date(2025, 3, 25)
    ),
    "321 and 335 are the last of their types": lambda: (
        before("344", "trades")[-1] == draw("321") and before("344", "cec")[-1] == draw("335")
    ),
    "42203 went from healthcare to education": lambda: (
        "42203" in listed_on("healthcare", date(2025, 2, 26)) - listed_on("healthcare", date(2025, 2, 27))
        and "42203" in listed_on("education", date(2025, 2, 27))
    ),
    "447 is the largest trades draw": lambda: (
        draw("447").invitations > max(d.invitations for d in before("447", "trades"))
    ),
    "447 is the second trades draw of 2026": lambda: (
        [d.number for d in before("447", "trades") if d.date.year == 2026] == ["408"]
    ),
    "321 is the largest trades draw before 2026": lambda: (
        draw("321").invitations == max(d.invitations for d in before("408", "trades"))
    ),
    "368 has the highest trades cut-off": lambda: (
        draw("368").cutoff == max(d.cutoff for d in draws() if d.category == "trades")
    ),
    "three draws of September 2026 have as many invitations": lambda: (
        [d.number for d in draws() if d.category == "cec" and d.date.isoformat()[:7] == "2026-09"]
        == ["439", "443", "446"]
        and len(set(invitations("439", "443", "446"))) == 1
    ),
    "transport kept two of its occupations": lambda: (
        listed_on("transport", date(2023, 7, 7)) & listed_on("transport", date(2026, 2, 18))
        == {"72404", "72600"}
    ),
    "new on the transport list": lambda: (
        listed_on("transport", date(2026, 2, 18)) - listed_on("transport", date(2023, 7, 7))
        == {"22313", "72410"}
    ),
    "trades changed by cooks and butchers": lambda: (
        listed_on("trades", date(2026, 2, 17)) ^ listed_on("trades", date(2026, 2, 18)) == {"63200", "63201"}
    ),
    "only butchers were left on the agriculture list": lambda: (
        listed_on("agriculture", date(2026, 2, 17)) == {"63201"}
        and not listed_on("agriculture", date(2026, 2, 18))
    ),
    "four lists stay as they were": lambda: all(
        listed_on(category, date(2026, 2, 17)) == listed_on(category, date(2026, 2, 18))
        for category in ("healthcare", "stem", "education", "physicians")
    ),
    "physicians are on the healthcare list too": lambda: (
        listed_on("physicians", date(2026, 2, 18)) < listed_on("healthcare", date(2026, 2, 18))
    ),
    "77 has the first tie-break": lambda: next(d for d in draws() if d.tie_break) == draw("77"),
    "the last all-programs draw was long ago": lambda: (
        max(d.date for d in draws() if d.category == "general").year == 2024
    ),
}


@pytest.mark.parametrize("claim", CLAIMS)
def test_what_is_said_in_words_holds_in_the_record(claim):
    assert CLAIMS[claim]()
