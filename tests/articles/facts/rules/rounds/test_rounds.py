"""Claims of single draws, against the record: draws 251 to 256 are those of 27 June to 7 July 2023."""

from datetime import date

import pytest

from articles.facts.model import Finding, Format, Part, Status
from articles.facts.reading import read
from articles.facts.rules.rounds import rounds
from tests.articles.facts.labelled.record import shipped_record

ON = date(2023, 7, 8)


def found(text: str, on: date = ON, name: str = "body", format: Format = Format.MARKDOWN) -> list[Finding]:
    return list(rounds.find(read([Part(name, text, format)], on), shipped_record()))


def wrong(text: str, on: date = ON) -> list[tuple[str, str]]:
    return [
        (text[finding.start : finding.end], finding.expected)
        for finding in found(text, on)
        if finding.status is Status.CONTRADICTED
    ]


TRUE = [
    "On 4 July 2023, IRCC issued 700 invitations in an all-program draw with a cut-off of 511.",
    "The all-program draw on July 4 invited 700 candidates with a CRS of 511, followed by a STEM draw on July 5 "
    "(500 invitations, 486), a healthcare draw on July 6 (1,500, 463) and a French draw on July 7 (2,300, 439).",
    "The draws of 4, 5, 6 and 7 July issued 700, 500, 1,500 and 2,300 invitations. "
    "The cut-offs were 511, 486, 463 and 439, respectively.",
    "On Thursday, 1,500 healthcare workers were invited at 463. The day before, 500 STEM candidates had been, at 486.",
    "The healthcare draw of 6 July had a cut-off of 463, down from 476 on 28 June.",
    "IRCC issued 5,000 invitations in four draws from 4 to 7 July 2023. Cut-offs ranged from 439 to 511.",
    "She has 480 points. On 6 July the cut-off was 463.",
    "If the cut-off falls to 400 in the next draw, 3,000 could be invited.",
    "Ontario invited 1,212 people in a stream of its own with scores of 302 and more.",
    "On 31 May 2023, IRCC announced six categories for its draws.",
    "More than 1,400 were invited on 6 July, at a cut-off of about 460.",
    "There was no draw on 8 July 2023.",
    "The pool had 55,867 candidates with scores between 451 and 500.",
    "A nomination is worth 600 points.",
]


@pytest.mark.parametrize("text", TRUE)
def test_what_is_true_is_not_accused(text: str) -> None:
    assert wrong(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 6 July 2023 a healthcare draw had 1,400 invitations at 463.", [("1,400", "1,500")]),
        (
            "The STEM draw of 5 July had a cut-off of 463 and the healthcare draw of 6 July 486.",
            [("463", "486"), ("486", "463")],
        ),
        (
            "On 6 July 2023 IRCC held a STEM draw with 1,500 invitations and a cut-off of 463.",
            [("STEM", "Healthcare")],
        ),
        (
            "Draw 255 was a STEM round. It had 1,600 invitations.",
            [("STEM", "Healthcare"), ("1,600", "1,500")],
        ),
        (
            "The healthcare draw of 3 July had 1,500 invitations and a cut-off of 463.",
            [("3 July", "6 July 2023")],
        ),
        ("On 8 July 2023 IRCC held a draw.", [("8 July 2023", "")]),
        ("On Thursday, 1,500 healthcare workers were invited at 493.", [("493", "463")]),
        (
            "The healthcare draw of 6 July was at 463, compared with 467 in the previous one.",
            [("467", "476")],
        ),
        ("All-program draws had cut-offs of 486 on 27 June and 521 on 4 July.", [("521", "511")]),
        (
            "## Healthcare (6 July 2023)\n\nThe cut-off was 463 and 1,400 candidates were invited.",
            [("1,400", "1,500")],
        ),
        (
            "The healthcare draw of 6 July 2023:\n\n- Invitations: 1,500\n- CRS cut-off: 436\n",
            [("436", "463")],
        ),
        ("- Date: 6 July 2023\n- Type: STEM\n- Invitations: 1,500\n- CRS: 463\n", [("STEM", "Healthcare")]),
        (
            "| Date | Type | Invitations | CRS |\n|---|---|---|---|\n| 5 July | STEM | 500 | 468 |\n",
            [("468", "486")],
        ),
        (
            "| | |\n|---|---|\n| Date | 6 July 2023 |\n| Invitations | 1,400 |\n| Cut-off | 463 |\n",
            [("1,400", "1,500")],
        ),
        ("**How many were invited on 6 July 2023?**\n\n1,400.", [("1,400", "1,500")]),
        (
            "In draw 255, the tie-break was 18 June 2023 at 06:41:05 UTC.",
            [("18 June 2023 at 06:41:05 UTC", "2023-06-19 06:41:05 UTC")],
        ),
        ("The draws of 5 and 6 July had cut-offs of 486 and 436, respectively.", [("436", "463")]),
    ],
)
def test_what_is_wrong_is_named_with_the_true_value(text: str, expected: list[tuple[str, str]]) -> None:
    assert wrong(text) == expected


def test_a_change_takes_the_form_of_what_it_replaces() -> None:
    (finding,) = [
        one
        for one in found("The July 4, 2023 draw had 7,000 invitations.")
        if one.status is Status.CONTRADICTED
    ]
    assert (finding.replacement, finding.live) == ("700", "[[round 253 invitations]]")
    assert [(row.kind, row.key, row.address) for row in finding.rows] == [("round", "253", "/draws/253/")]
    (finding,) = [
        one
        for one in found("The healthcare draw was held on July 3, 2023, with 1,500 invitations at 463.")
        if one.status is Status.CONTRADICTED
    ]
    assert finding.replacement == "July 6, 2023"


def test_headlines_take_no_live_reference() -> None:
    (finding,) = [
        one
        for one in found("STEM draw of 5 July: cut-off 468", name="title")
        if one.status is Status.CONTRADICTED
    ]
    assert (finding.replacement, finding.live) == ("486", None)


def test_a_draw_that_the_record_lacks_is_not_in_it_yet() -> None:
    text = "On 15 October 2026 IRCC issued 2,000 invitations in a CEC draw."
    statuses = {text[one.start : one.end]: one.status for one in found(text, date(2026, 10, 20))}
    assert statuses == {"15 October 2026": Status.NOT_IN_RECORD, "2,000": Status.NOT_IN_RECORD}


def test_a_row_that_is_not_verified_says_so() -> None:
    (finding,) = [
        one for one in found("Draw 445 had a cut-off of 725.", date(2026, 10, 3)) if one.claim == "725"
    ]
    assert finding.status is Status.AGREES
    assert "verified" in finding.message


def test_a_live_reference_is_no_claim_and_says_which_draw_is_spoken_of() -> None:
    text = "The cut-off of [[round 255 link]] was [[round 255 cutoff]]. It had 1,400 invitations."
    assert wrong(text) == [("1,400", "1,500")]


def test_a_figure_of_no_draw_in_sight_is_left_to_a_human() -> None:
    assert [one.status for one in found("The cut-off was 498.")] == [Status.NEEDS_HUMAN]


def test_draws_after_the_article_are_not_its_latest() -> None:
    text = "The latest healthcare draw had a cut-off of 463."
    assert wrong(text, ON) == []
    assert wrong("The latest STEM draw had a cut-off of 481.", ON) == [("481", "486")]


def test_tables_of_pasted_text() -> None:
    text = "Date\tType\tITAs\tCRS\n4 July\tAll programs\t700\t511\n5 July\tSTEM\t500\t468\n"
    findings = found(text, format=Format.PLAIN)
    assert [text[one.start : one.end] for one in findings if one.status is Status.CONTRADICTED] == ["468"]


@pytest.mark.parametrize("tie", ["Tie-break", "Tie-breaking rule", "Tie"])
def test_a_tie_break_in_a_table_is_what_its_heading_says(tie):
    text = f"""| Date | Draw | Invitations | Cut-off | {tie} |
|---|---|---|---|---|
| 10 June | Nominees | 341 | 743 | {{}} |
| 24 June | Nominees | 392 | 696 | {{}} |
"""
    right = text.format("14 April 2020", "23 April 2020")
    assert not wrong(right, date(2020, 7, 3))
    mistaken = text.format("14 May 2020", "23 June 2020")
    assert {claim for claim, _expected in wrong(mistaken, date(2020, 7, 3))} == {
        "14 May 2020",
        "23 June 2020",
    }
