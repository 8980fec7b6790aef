import pytest

from articles.facts.model import Part, Status
from articles.facts.rules.occupations.occupations import find
from tests.articles.facts.rules.judging import accused, agreed, findings

FALSE = [
    # codes with titles
    ("2024-07-01", "Web developers and programmers (NOC 21233) are on the STEM list.", "Web developers and programmers (NOC 21233"),
    ("2024-07-01", "Welders (72160) are wanted.", "72160"),
    ("2024-07-01", "He is a chef (NOC 62220).", "62220"),
    ("2024-07-01", "Floor covering instalers (73113) are wanted.", "Floor covering instalers"),
    # membership
    ("2025-06-10", "Elevator constructors are still on the trades list.", "Elevator constructors are still on the trades list"),
    ("2024-06-01", "Registered nurses and pharmacists qualify for health care draws.", "pharmacists qualify"),
    ("2024-06-01", "The trades list excludes carpenters.", "excludes carpenters"),
    ("2025-03-05", "Carpenters (72310) lost their place on the trades list.", "Carpenters (72310) lost their place on the trades list"),
    ("2026-03-05", "Bakers (63202) replaced cooks (63200) on the trades list.", "Bakers (63202) replaced"),
    ("2026-03-20", "## Are cooks still eligible for trades draws?\n\nYes, with a year of experience.", "Yes"),
    ("2023-12-29", "Cooks (63200) look under trades.", "Cooks (63200) look under trades"),
    ("2026-03-05", "On the lists, railway traffic controllers sit with transport.", "railway traffic controllers sit with transport"),
    # sizes
    ("2025-06-10", "The agriculture category has three occupations.", "three"),
    ("2025-03-05", "The trades list grew from 12 to 25 occupations.", "12"),
    ("2023-09-10", "The 84 occupations of the five categories were published on May 31.", "84"),
    ("2025-03-20", "## How many occupations does the education list have?\n\nSeven.", "Seven"),
    ("2025-03-20", "| Category | Occupations |\n|---|---|\n| Healthcare | 39 |\n| STEM | 11 |", "39"),
    # lists
    ("2024-03-05", "# Trades on the list\n\n- Carpenters\n- Plumbers\n- Roofers\n- Electricians", "Roofers"),
    # beginnings
    ("2026-05-01", "The education category was introduced in May 2023.", "May 2023"),
    ("2026-05-01", "STEM, trades and health care have existed since 31 May 2024.", "31 May 2024"),
    ("2026-05-01", "The lists in force today date from 27 February 2025.", "27 February 2025"),
    ("2026-05-01", "The new criteria are in force since 8 February.", "8 February"),
    ("2026-05-01", "The transport category returned on 18 March 2026.", "18 March 2026"),
    ("2026-05-01", "Three categories are new. One has gone: education.", "education."),
    ("2026-08-10", "# Transport\n\nTruck drivers were on the list of 2023, and they are on it again.", "are on it"),
]  # fmt: skip
TRUE = [
    ("2026-03-10", "Cooks (NOC 63200) are no longer eligible in the trades category."),
    ("2026-03-10", "Cooks were on the trades list until February 2026."),
    ("2026-03-10", "Cooks were added to the trades list in February 2025 and removed a year later."),
    ("2025-06-10", "STEM: 11 occupations. Trades: 25 occupations. Agriculture: one occupation."),
    ("2025-06-10", "The agriculture category had three occupations in 2023, and now has one, butchers."),
    ("2026-04-10", "The lists of 2026 hold 94 listings of 91 codes."),
    ("2024-07-01", "In Ontario, 38 occupations in health are in demand, according to the province."),
    ("2024-07-01", "Truck drivers, unlike bus drivers, are on the transport list."),
    ("2024-07-01", "Tests cost 34500 rupees. The postal code is 90210."),
    ("2025-03-20", "## Occupations that left the STEM list\n\n- 20010 Engineering managers\n- 21200 Architects\n- 21233 Web designers"),
    ("2024-01-05", "Is a chef eligible for the trades category? No, chefs (62200) are not on the list."),
    ("2026-05-01", "Agriculture is gone since February 18, 2026."),
    # nothing is said of a list
    ("2020-07-27", "The draws have followed a pattern that any accountant would love."),
    ("2026-03-05", "He writes that cooks will be back on the trades list by summer."),
    ("2026-03-05", "The trades list has 25 occupations. When it replaced the former one, butchers came for cooks."),
    # the code of what follows
    ("2025-12-18", "It has both groups of specialists, and, as 31102, general practitioners and family physicians."),
    ("2024-03-05", "On it are deck officers and engineer officers, and for 93200, aircraft assemblers."),
    ("2026-03-05", "Welders (72106) look under trades, bakers (63202) under none."),
]  # fmt: skip


@pytest.mark.parametrize(("day", "text", "words"), FALSE)
def test_what_the_lists_contradict(day, text, words):
    assert accused(find, day, text) == [words]


@pytest.mark.parametrize(("day", "text"), TRUE)
def test_what_they_do_not(day, text):
    assert accused(find, day, text) == []


def test_the_list_in_force_on_the_day_spoken_of():
    text = "Truck drivers (NOC 73300) are eligible in the transport category."
    assert accused(find, "2024-06-01", text) == []
    assert accused(find, "2025-06-01", text) == [
        "Truck drivers (NOC 73300) are eligible in the transport category"
    ]


def test_a_size_has_a_replacement_in_its_own_form_and_a_live_reference():
    (finding,) = findings(find, "2024-03-05", "The transport category covers eight occupations.")
    assert (finding.expected, finding.replacement) == ("10", "ten")
    assert finding.live == "[[occupations category=transport on=2024-03-05 count]]"
    assert [(row.kind, row.key) for row in finding.rows] == [("version", "transport/1")]


def test_a_code_is_mended_where_the_title_is_on_the_list():
    text = "The trades list has welders (72106) and cabinetmakers (72302)."
    (finding,) = [
        one
        for one in findings(find, "2024-03-05", text)
        if one.status is Status.CONTRADICTED and "72302" in one.claim and one.replacement is not None
    ]
    assert "72311" in finding.replacement


def test_an_awaited_list_is_never_contradicted():
    from dataclasses import replace
    from datetime import date

    from articles.facts.reading import read
    from tests.articles.facts.labelled.record import shipped_record

    record = shipped_record()
    awaited = tuple(
        replace(version, codes=None) if version.category == "researchers" else version
        for version in record.versions
    )
    reading = read(
        [
            Part(
                "body",
                "The researchers’ category has 40 occupations. Bakers are on the researchers category’s list.",
            )
        ],
        date(2026, 4, 1),
    )
    found = list(find(reading, replace(record, versions=awaited)))
    assert not [finding for finding in found if finding.status is Status.CONTRADICTED]


def test_agreement_is_said_too():
    assert "25" in agreed(find, "2026-03-10", "The trades list still counts 25 occupations.")


@pytest.mark.parametrize(
    "text",
    [
        "Butchers moved to the STEM list, where they took the place of cooks.",
        "Butchers (63201) came onto the education list. That list still has 25 occupations.",
    ],
)
def test_what_rests_on_a_list_named_wrongly_is_not_accused_besides(text):
    (claim,) = [one for one in findings(find, "2026-03-08", text) if one.status is not Status.AGREES]
    assert claim.claim.startswith("Butchers")


@pytest.mark.parametrize(
    ("day", "text", "words"),
    [
        ("2026-07-30", "The trades list saw a single exchange: bakers (63202) out, butchers (63201) in.", ["bakers (63202) out"]),
        ("2026-07-30", "The trades list saw a single exchange: cooks (63200) out and butchers (63201) in.", []),
        ("2026-07-30", "On the trades list butchers (63201) left and cooks (63200) joined.", ["butchers (63201) left"]),
        ("2026-07-30", "On the trades list butchers (63201) joined and cooks (63200) left.", []),
        ("2025-03-01", "The lists have changed: teachers in, truck drivers out.", []),
        ("2026-07-30", "- **Trades:** 25 occupations. Butchers (63201) left and cooks (63200) joined.", ["Butchers (63201) left"]),
    ],
)  # fmt: skip
def test_two_that_change_places(day, text, words):
    assert accused(find, day, text) == words


@pytest.mark.parametrize(
    ("day", "text", "words"),
    [
        ("2025-07-30", "The healthcare list has grown: social workers are in, and so are dental assistants (33100).",
         ["dental assistants (33100)"]),
        ("2025-07-30", "The healthcare list has grown: social workers are in, and so are pharmacists (31120).", []),
        ("2026-10-05", "Butchers are new on the trades list. Until February they were listed under transport.",
         ["were listed under transport"]),
        ("2026-10-05", "Butchers are new on the trades list. Until February they were listed under agriculture.", []),
        ("2026-09-30", "The physicians' category is for surgeons (31101) and family physicians (31102). Dentists (31110) are covered"
         " too.", ["Dentists (31110) are covered"]),
        ("2026-09-30", "The physicians' category is for surgeons (31101) and family physicians (31102). On the healthcare list"
         " dentists (31110) are covered too.", []),
        ("2026-10-05", "The healthcare list is as it was. It takes in registered nurses (31301) and pharmacists (31120).", []),
    ],
)  # fmt: skip
def test_what_is_said_of_occupations_besides(day, text, words):
    assert accused(find, day, text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Senior managers come in four groups, with NOC codes from 00011 to 00014.", ["00011 to 00014"]),
        ("Senior managers come in four groups, with NOC codes from 00012 to 00014.", ["00014"]),
        ("Senior managers come in four groups, with NOC codes from 00012 to 00015.", []),
    ],
)
def test_a_row_of_codes_that_is_moved(text, words):
    assert accused(find, "2026-07-30", text) == words


@pytest.mark.parametrize(
    ("day", "text", "words"),
    [
        ("2025-03-07", "The government published new lists. We have laid them next to those of 28 June 2023.", ["28 June 2023"]),
        ("2025-03-07", "The government published new lists. We have laid them next to those of 31 May 2023.", []),
        ("2026-07-01", "Transport, which returned to the list in December 2025, had no draw.", ["December 2025"]),
        ("2026-07-01", "Transport came back as a category in February 2026.", []),
        ("2026-09-16", "## Physicians\n\nAnnounced on 18 February 2026, the category has had three draws.", ["18 February 2026"]),
        ("2026-09-16", "## Physicians\n\nAnnounced on 8 December 2025, the category has had three draws.", []),
        ("2026-08-01", "The military category, which was announced in March this year, has had a draw.", ["March"]),
        ("2025-09-22", "For trades it was the first draw since October 2024. The list grew from ten occupations to 25.", []),
        ("2026-04-10", "The trades list is long. Close to three in ten came last week.", []),
        ("2026-03-06", "The category for senior managers was announced in February, together with those for researchers. It covers"
         " four occupations.", []),
    ],
)  # fmt: skip
def test_days_and_sizes_of_categories_that_are_named_apart(day, text, words):
    assert accused(find, day, text) == words
