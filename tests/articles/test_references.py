from contextlib import suppress
from datetime import date
from time import process_time
from timeit import repeat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.references import (
    BadReference,
    CategoryFigure,
    DrawsFigure,
    DrawsTable,
    FaqBlock,
    GapsTable,
    LatestTable,
    OccupationsCount,
    OccupationsTable,
    RoundFigure,
    Selection,
    parse,
    scan,
)
from draws.clock import Span

WEEK = Span(date(2023, 7, 3), date(2023, 7, 9))

READ = {
    "draws week=2023-W27": DrawsTable(False, Selection("week", WEEK)),
    "draws week=2023-w27 as_of=now": DrawsTable(True, Selection("week", WEEK)),
    "Draws  Week = 2023-W27": DrawsTable(False, Selection("week", WEEK)),
    "draws from=2023-07-04 to=2023-07-07": DrawsTable(
        False, Selection("days", Span(date(2023, 7, 4), date(2023, 7, 7)))
    ),
    "draws month=2024-02": DrawsTable(False, Selection("month", Span(date(2024, 2, 1), date(2024, 2, 29)))),
    "draws year=2023 category=cec, french": DrawsTable(
        False, Selection("year", Span(date(2023, 1, 1), date(2023, 12, 31)), (), ("cec", "french"))
    ),
    "draws numbers=253,254,91a,253": DrawsTable(False, Selection("numbers", None, ("253", "254", "91a"))),
    "draws numbers=253,255 category=pnp,cec": DrawsTable(
        False, Selection("numbers", None, ("253", "255"), ("pnp", "cec"))
    ),
    "draws week=2023-W27 total": DrawsFigure(False, Selection("week", WEEK), "total"),
    "draws range category=pnp week=2023-W27": DrawsFigure(
        False, Selection("week", WEEK, (), ("pnp",)), "range"
    ),
    "round 255 cutoff": RoundFigure(False, "255", "cutoff"),
    "round 91a tiebreak as_of=now": RoundFigure(True, "91a", "tiebreak"),
    "category senior-managers gap": CategoryFigure(False, "senior-managers", "gap"),
    "occupations category=trades,transport on=2023-07-07": OccupationsTable(
        False, ("trades", "transport"), date(2023, 7, 7)
    ),
    "occupations category=trades": OccupationsTable(False, ("trades",), None),
    "occupations category=trades count": OccupationsCount(False, ("trades",), None),
    "latest": LatestTable(False),
    "gaps as_of=now": GapsTable(True),
    "faq": FaqBlock(False),
}


@pytest.mark.parametrize("text", READ)
def test_a_reference_reads_as(text):
    assert parse(text) == READ[text]


REFUSED = {
    "": "Nothing stands between the brackets.",
    "draw week=2023-W27": "There is no block or figure “draw”. Did you mean draws?",
    "zebra": "There is no block or figure “zebra”. There is: round, draws, category, occupations, latest, gaps, faq, image.",
    "draws": "Say which draws: week=2023-W27, from= and to=, month=2023-07, year=2023 or numbers=253,254.",
    "draws total": "Say which draws:",
    "draws wek=2023-W27": "draws has no argument “wek”. Did you mean week?",
    "draws week=2023-W27 colour=red": "draws has no argument “colour”. There is: week, from,",
    "draws week=2023-W60": "“2023-w60” is no week. Write it like 2023-W27.",
    "draws week=27": "“27” is no week.",
    "draws 2023-W27": "“2023-w27” needs its name before it. Did you mean week=2023-w27?",
    "draws 2023": "Did you mean year=2023?",
    "draws week=2023-W27 year=2023": "Say which draws in one way only:",
    "draws from=2023-07-04": "from= and to= go together",
    "draws from=2023-07-07 to=2023-07-04": "from= is after to=.",
    "draws from=2023-07-32 to=2023-08-01": "“2023-07-32” is no day. Write it like 2023-07-06.",
    "draws from=1999-07-01 to=2023-08-01": "“1999-07-01” is no day.",
    "draws month=2023-13": "“2023-13” is no month. Write it like 2023-07.",
    "draws year=1999": "“1999” is no year of the record. Write it like 2023.",
    "draws numbers=253,,255": "“” is no number of a draw. Write it like 255 or 91a.",
    "draws week=2023-W27 category=C*C": "“c*c” is no type of draw. Write it like cec or french.",
    "draws week=2023-W27 totals": "draws has no figure “totals”. Did you mean total?",
    "draws week=2023-W27 total extra": "There is a word too many after draws: “extra”.",
    "draws week=2023-W27 week=2023-W28": "week= is given twice.",
    "draws week=": "week= has no value.",
    "draws week=2023-W27 category=pnp,cec total": "Provincial nominees' cut-offs include 600 points",
    "draws week=2023-W27 as_of=2023": "as_of= takes only “now”, not “2023”.",
    "round": "Say which draw and which figure: [[round 255 cutoff]].",
    "round cutoff": "“cutoff” is no number of a draw.",
    "round 255": "Say which figure of draw 255: cutoff, invitations, date, type, link, tiebreak, change.",
    "round 255 cutof": "round has no figure “cutof”. Did you mean cutoff?",
    "round 2023 cutoff": "“2023” is no number of a draw.",
    "round 255 cutoff on=2023-07-07": "round has no argument “on”.",
    "category": "Say which type of draw and which figure: [[category cec cutoff]].",
    "category cec": "Say which figure of cec: cutoff, invitations, date, link, gap.",
    "category cec score": "category has no figure “score”.",
    "occupations": "Say which lists: category=trades,transport.",
    "occupations category=trades on=yesterday": "“yesterday” is no day.",
    "occupations category=trades coutn": "occupations has no figure “coutn”. Did you mean count?",
    "latest category=cec": "latest has no argument “category”. There is: as_of.",
    "faq all": "There is a word too many after faq: “all”.",
    "round " + "2" * 400: "A reference is at most 300 characters long.",
}


@pytest.mark.parametrize("text", REFUSED)
def test_a_bad_reference_says_what_was_meant(text):
    with pytest.raises(BadReference) as refused:
        parse(text)
    assert str(refused.value).startswith(REFUSED[text]) or REFUSED[text] in str(refused.value)


def test_an_error_can_be_translated_piece_by_piece():
    with pytest.raises(BadReference) as refused:
        parse("draw")
    assert refused.value.messages == ("There is no block or figure “%(word)s”.", "Did you mean %(meant)s?")
    assert refused.value.params == {"word": "draw", "meant": "draws"}


def found(source):
    return [(item.line, item.text, bool(item.reference)) for item in scan(source)]


def test_references_are_found_with_their_lines():
    source = "# A\n\nThe cut-off was [[round 255 cutoff]], of [[rund 255 cutoff]].\r\n[[latest]]\r\n"
    assert found(source) == [
        (3, "round 255 cutoff", True),
        (3, "rund 255 cutoff", False),
        (4, "latest", True),
    ]


@pytest.mark.parametrize(
    "source",
    [
        "`[[draws]]` and ``a ` [[draws]] b``",
        "`over\ntwo [[draws]] lines`",
        "```\n[[draws]]\n```",
        "~~~ text\n[[draws]]\n\n[[draws]]\n~~~",
        "````\n```\n[[draws]]\n````",
        "```js [[draws]] ``` at the start of a line\n```",
        r"\[[draws]]",
    ],
)
def test_code_and_escaped_brackets_hold_no_references(source):
    assert scan(source) == []


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("`open [[faq x]]", 1),
        ("```\n[[faq x]]", 2),
        ("`a`\n\n[[faq x]] `b`", 3),
        (r"\\[[faq x]]", 1),
        (r"\` [[faq x]] `", 1),
    ],
)
def test_what_only_looks_like_code_is_read(source, line):
    assert [item.line for item in scan(source)] == [line]


@pytest.mark.parametrize(
    "source", ["one\n\n[[round 255 cutoff", "a\nb\nc [[round 255] and more", "\n\n[[[faq]"]
)
def test_brackets_that_never_close_are_an_error_on_their_line(source):
    [item] = scan(source)
    assert item.line == 3
    assert "never closed" in str(item.error)


@pytest.mark.parametrize(
    "line", ["Here: [[latest]]", "- [[latest]]", "> [[latest]]", "[[latest]] [[latest]]"]
)
def test_a_block_stands_alone_on_its_line(line):
    assert "alone on a line: give [[latest]] a line of its own" in str(scan(line)[0].error)


def test_a_block_may_be_indented_and_stand_between_lines():
    assert found("text\n  [[latest]]  \ntext") == [(2, "latest", True)]


@given(st.text() | st.text(alphabet="drawsound cegoy=,2013-W257_\t\u2003İ%{}", max_size=60))
def test_parsing_raises_nothing_but_bad_reference(text):
    with suppress(BadReference):
        parse(text)


@given(st.text(alphabet="[]`~\\\n faq\r"))
def test_scanning_never_fails_and_keeps_to_its_lines(source):
    lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for item in scan(source):
        assert "[[" in lines[item.line - 1]
        assert (item.reference is None) != (item.error is None)


@pytest.mark.parametrize(
    "piece",
    [
        "[",
        "]",
        "[[",
        "[[]]",
        "[[a",
        "`",
        "``a",
        "` `` ",
        "```\n",
        "~~~a\n",
        "\\",
        "\\[[",
        "\\`",
        " ",
        "\n",
        "[[ = ",
    ],
)
def test_hostile_input_takes_linear_time(piece):
    def seconds(length):
        source = piece * (length // len(piece))
        return min(repeat(lambda: scan(source), timer=process_time, number=1, repeat=3))

    # Four times the text takes four times as long; what goes over the text for each piece would take sixteen times.
    assert seconds(80_000) < 10 * seconds(20_000) + 0.1
