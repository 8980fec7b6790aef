"""Remarks in the rows of tables of draws."""

import pytest

from tests.articles.facts.rules.judging import contradicted

TABLE = """## Draws of September 2025

| Date | Type | Invitations | CRS | {head} |
|---|---|---|---|---|
| 3 September | CEC | 1,000 | 534 | {cec} |
| 4 September | French | 4,500 | 446 | {french} |
| 17 September | education | 2,500 | 462 | {education} |
| 18 September | trades | 1,250 | 505 | {trades} |
"""


def table(head="Remark", **remarks):
    return TABLE.format(**{"head": head, "cec": "", "french": "", "education": "", "trades": "", **remarks})


@pytest.mark.parametrize(
    ("of", "right", "wrong"),
    [
        ("french", "35 points under August's 481", "25 points under August's 481"),
        ("french", "35 points lower than in August", "53 points lower than in August"),
        ("french", "2,000 more than in August", "3,000 more than in August"),
        ("french", "fifth of the year", "sixth of the year"),
        ("education", "second draw for the category", "first draw for the category"),
        ("education", "the second ever for education", "the third ever for education"),
        ("trades", "the only trades draw of the year, the first since October 2024", "second trades draw of the year"),
        ("trades", "highest ever for trades", "lowest ever for trades"),
        ("cec", "third 534 in a row", "fourth 534 in a row"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("head", ["Remark", "Notes", "What was special", ""])
def test_a_remark_is_about_the_draw_of_its_row(of, right, wrong, head):
    assert contradicted(table(head, **{of: right}), "2025-10-02") == []
    assert len(contradicted(table(head, **{of: wrong}), "2025-10-02")) == 1


@pytest.mark.parametrize(
    "remark",
    [
        "a Tuesday, after Labour Day",
        "see page 12",
        "tie-break in May",
        "our Maria was in it!",
        "first in the morning",
    ],
)
def test_other_remarks_are_left_alone(remark):
    assert contradicted(table(french=remark, trades=remark), "2025-10-02") == []


def test_a_remark_may_be_of_its_day():
    text = "| Date | Type | CRS | Remark |\n|---|---|---|---|\n| 1 May 2025 | education | 479 | the largest education draw so far |\n| 17 September 2025 | education | 462 | larger than in May |\n"
    assert contradicted(text, "2025-12-30") == []
