"""Figures told in other sentences than the one that names their draw: answers, dialogues, "the second", "its predecessor".

In `{true|false}` stands what is right and what is wrong in its place; each is tried with all else right.
"""

import re
from datetime import date

import pytest

from articles.facts.checking import check
from articles.facts.model import Format, Part, Status
from tests.articles.facts.labelled.record import shipped_record

_EITHER = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")


def contradicted(text: str, on: str) -> list[tuple[str, str]]:
    part = Part("body", text, Format.MARKDOWN)
    found = check([part], shipped_record(), date.fromisoformat(on))
    return [
        (text[one.start : one.end], one.expected or "") for one in found if one.status is Status.CONTRADICTED
    ]


@pytest.mark.parametrize(
    ("on", "text"),
    [
        # Answers.
        (
            "2025-05-06",
            "TEACHER: When did the education draw take place?\n\nSTUDENT: On 1 May, miss.\n\n"
            "TEACHER: How many people?\n\nSTUDENT: {1,000|2,500}.\n\nTEACHER: And the lowest score?\n\nSTUDENT: {479|462}, miss.",
        ),
        (
            "2025-05-06",
            "**mod_hana**: education draw on May 1, finally\n\n**tariq88**: how many?\n\n**mod_hana**: {1000|1400}\n\n"
            "**tariq88**: and the score?\n\n**mod_hana**: {479|499}. Not bad for the first one.",
        ),
        (
            "2025-11-20",
            "**When was the last CEC draw?** On 12 November. **How many were invited?** {1,000|1,500}. "
            "**What was the score?** {533|553}.",
        ),
        (
            "2025-08-25",
            "Q: When was the last healthcare draw? A: On 19 August. Q: How many were invited? A: {2,500|4,000}. "
            "Q: And the cut-off? A: {470|475}.",
        ),
        (
            "2026-09-07",
            '"Ma, the nurses were called on Friday!" "How many?" "{3,500|4,000}." "And the score?" "{475|467}."',
        ),
        (
            "2026-09-07",
            "Anu: healthcare draw happened 4 sep\nRaj: number?\nAnu: {3500|4000} itas\nRaj: crs??\nAnu: {475|465}",
        ),
        (
            "2024-10-25",
            "HOST: Tuesday?\n\nGUEST: The CEC. Only {400|500}. The cut-off stayed at {539|593}.",
        ),
        # The draws that a sentence counts, one after the other.
        (
            "2024-11-25",
            "There were three CEC rounds of 400 in a row. The first closed at {539|593}, the second at {547|574} and the third at {539|559}.",
        ),
        (
            "2026-09-10",
            "Physicians were invited three times: the first, in February, had 391 invitations, the second {271|247} and the third {229|259}.",
        ),
        (
            "2024-01-05",
            "Trades had two draws in 2023. The first, in August, invited 1,500 and the second {1,000|1,100}.",
        ),
        (
            "2026-09-05",
            "Three draws have been held for physicians. They brought 391, {271|247} and, this week, 229 invitations.",
        ),
        (
            "2023-06-20",
            "Provincial nominees were invited four times between February and May: 893, {699|799}, 667 and {589|789}.",
        ),
        (
            "2023-07-20",
            "French speakers had two draws. One on the 7th, with {2,300|3,100}, the other on the 12th.",
        ),
        (
            "2023-03-30",
            "In March, three draws of 7,000 each were held. The first ended at 490, the second at {484|488}, the third at {481|485}.",
        ),
        (
            "2024-02-20",
            "Agriculture had its third draw on Friday. This time only {150|250} were invited. The second, in December, had {400|500} at 386.",
        ),
        (
            "2024-08-05",
            "July was busy for the CEC: {6,300|6,900} on the 17th and {5,000|5,400} on the 31st.",
        ),
        # The draw before, and the one after.
        (
            "2018-09-28",
            "On Monday 400 tradespeople were invited. Its predecessor, in May, had taken {500|400}.",
        ),
        (
            "2024-04-20",
            "STEM workers were invited on 11 April. The previous STEM draw had been held in December. "
            "That had {5,900|9,500} invitations and closed at {481|418}.",
        ),
        (
            "2023-11-05",
            "First came 1,548 nominees at 776. French speakers followed with {300|500} invitations and a cut-off of {486|468}.",
        ),
        # What goes on about the draw just told of.
        (
            "2024-07-12",
            "On 4 July, tradespeople were invited. The department sent out {1,800|1,080} invitations. "
            "The lowest-ranked among them had {436|463} points.",
        ),
        (
            "2026-03-10",
            "Thursday's draw was for senior managers. It was held a day after the French one, which had {5,500|5,000} invitations "
            "and a cut-off of {397|379}.",
        ),
        (
            "2023-12-24",
            "Transport followed on Wednesday with 670. Agriculture came last: {400|500} people, {386|368} points.",
        ),
        (
            "2025-08-25",
            "Healthcare: In June, 500 people with at least {504|540}. In July, 4,000 with at least {475|457}.",
        ),
    ],
)
def test_what_is_told_in_another_sentence_is_of_the_draw_named_before(on: str, text: str) -> None:
    assert contradicted(_EITHER.sub(r"\1", text), on) == []
    for match in _EITHER.finditer(text):
        before, behind = text[: match.start()], text[match.end() :]
        tried = _EITHER.sub(r"\1", before) + match[2] + _EITHER.sub(r"\1", behind)
        claims = [claim for claim, _expected in contradicted(tried, on)]
        assert any(match[2] in claim for claim in claims), (match[0], claims)


@pytest.mark.parametrize(
    ("on", "text"),
    [
        # A sum, a person's score, another time.
        (
            "2025-07-24",
            "Is it the third this year? Yes. May and June had 500 each, so altogether that is 5,000.",
        ),
        ("2022-07-08", "Wednesday's invited 1,500. The cut-off then was 468; now it is 557."),
        ("2024-11-20", "On Tuesday 400 were invited. Its cut-off was 539. A friend with 532 got nothing."),
        ("2025-12-01", "How many draws were there in November? Six. And how many nominees in total? 1,491."),
        # One that says of which type the last one was, the focus being another.
        (
            "2023-12-22",
            "Transport ended at 435, with 330 fewer invitations. In agriculture the cut-off went up by 32 points from the 354 "
            "of September 28. It was the second draw for agriculture.",
        ),
        # Which of two figures a bare number is.
        (
            "2026-10-16",
            "Nominees were invited on the 14th and the 28th, 576 and 733 of them; at the latter the cut-off was 725, at the former 734.",
        ),
        (
            "2020-12-30",
            "The CEC was drawn twice in June. All draws since November 18 have been of 5,000, the first at 472.",
        ),
    ],
)
def test_what_is_of_something_else_is_not_accused(on: str, text: str) -> None:
    assert contradicted(text, on) == []
