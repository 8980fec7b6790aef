"""The reader of IRCC's feed: a real copy, and every odd form that the feed has had."""

import json
import re
from contextlib import suppress
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draws.feed.parsing import BANDS, Fault, NotAFeed, parse
from draws.ircc import Reason
from draws.pool_sums import Band
from tests.draws.feed.samples import MARCH_2025, feed, row


def only(content):
    (found,) = parse(content).rows
    return found


def unread(found):
    return {item.key: item.reason for item in found.unread}


def test_the_copy_of_march_2025_reads_whole():
    found = parse(MARCH_2025.read_bytes())
    assert len(found.rows) == 340
    assert not found.is_french
    assert all(row.is_complete for row in found.rows)
    assert [(row.number, item.key, item.reason) for row in found.rows for item in row.unread] == [
        ("208", "drawcutoff", Reason.NO_YEAR)
    ]


def test_a_row_reads_value_by_value():
    found = only(feed(row()))
    assert (found.number, found.name, found.date) == ("448", "Canadian Experience Class", date(2026, 10, 14))
    assert found.held_at == datetime(2026, 10, 14, 13, 5, 7, tzinfo=UTC)
    assert found.tie_breaking_at == datetime(2026, 9, 2, 4, 14, 43, tzinfo=UTC)
    assert found.tie_breaking_text == "September 02, 2026 at 04:14:43 UTC"
    assert (found.invitations, found.crs_cutoff, found.programs) == (2500, 515, ("CEC",))
    assert found.pool.as_of == date(2026, 10, 11)
    assert found.pool.total == 230_000
    assert found.pool.subtotals == {"451-500": 70_000, "401-450": 60_000}
    assert len(found.pool.bands) == 15
    assert found.pool.bands[0] == Band(601, 1200, 1000)
    assert unread(found) == {}


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode(),
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: text.encode("cp1252"),
        lambda text: json.dumps(json.loads(text)).encode(),
    ],
    ids=["utf-8", "mark", "cp1252", "escaped"],
)
def test_every_encoding_reads_alike(encode):
    text = feed(row(drawName="Professions de l’éducation (Version 1)")).decode()
    assert only(encode(text)).name == "Professions de l’éducation (Version 1)"


@pytest.mark.parametrize(
    "wrap",
    [
        lambda rows: {"classes": "wb-tables", "rounds": rows},
        lambda rows: rows,
        lambda rows: {"data": {"new": [1, 2], "rounds": rows}},
        lambda rows: [{"rounds": rows}],
        lambda rows: {"Rounds": [{k.upper(): v for k, v in item.items()} for item in rows]},
    ],
    ids=["as published", "bare list", "wrapped once more", "list around", "capitals"],
)
def test_wrappers_and_capitals_of_keys_do_not_matter(wrap):
    found = only(json.dumps(wrap([row(somethingNew="7", another=[{"x": 1}])])).encode())
    assert found.number == "448"
    assert unread(found) == {}


@pytest.mark.parametrize(
    "size",
    ["2500", pytest.param(2500, id="not text"), "2,500", "2 500", "2\u00a0500", "2\u202f500", "2&nbsp;500", " 2,500 ", "<b>2,500</b>",
     "<a href='/x?q=447'>2,500</a>", "<p class=\"x\"><strong>2,500</strong></p>\n"],
)  # fmt: skip
def test_invitations_read_in_every_form_of_a_number(size):
    assert only(feed(row(drawSize=size))).invitations == 2500


@pytest.mark.parametrize(
    ("size", "reason"),
    [
        ("", Reason.NOT_A_NUMBER),
        pytest.param(None, Reason.NOT_A_NUMBER, id="null"),
        ("2.500", Reason.NOT_A_NUMBER),
        ("about 2,500", Reason.NOT_A_NUMBER),
        ("2<sup>1</sup>500", Reason.NOT_A_NUMBER),
        ("2<br>500", Reason.NOT_A_NUMBER),
        ("-2500", Reason.NOT_A_NUMBER),
        (2500.5, Reason.NOT_A_NUMBER),
        (True, Reason.NOT_A_NUMBER),
        ([2500], Reason.NOT_A_NUMBER),
        ("9" * 5000, Reason.NOT_A_NUMBER),
        ("0", Reason.OUT_OF_RANGE),
    ],
)
def test_what_is_no_number_is_reported_and_left_blank(size, reason):
    found = only(feed(row(drawSize=size)))
    assert found.invitations is None
    assert not found.is_complete
    assert unread(found) == {"drawsize": reason}


@pytest.mark.parametrize("crs", ["0", "1201", "51 5", "five"])
def test_a_cut_off_that_cannot_be_is_unread(crs):
    assert list(unread(only(feed(row(drawCRS=crs))))) == ["drawcrs"]


@pytest.mark.parametrize(
    ("number", "value"),
    [("91a", "91a"), ("91B", "91b"), (" 448 ", "448"), ("<a href='?q=1'>448</a>", "448"), (449, "449")],
)
def test_numbers_of_rounds_read(number, value):
    assert only(feed(row(drawNumber=number))).number == value


@pytest.mark.parametrize("number", ["", "448 bis", "0448", "s1", "2026", "#", "44,8"])
def test_what_is_no_number_of_a_round_is_unread(number):
    found = only(feed(row(drawNumber=number)))
    assert found.number is None
    assert unread(found) == {"drawnumber": Reason.NOT_A_NUMBER}


@pytest.mark.parametrize(
    ("figures", "words", "day"),
    [
        ("2026-10-14", "October 14, 2026", date(2026, 10, 14)),
        ("14-10-2026", "", date(2026, 10, 14)),
        ("11-01-2023", "January 11, 2023", date(2023, 1, 11)),  # 237 was given so
        ("12-04-2023", "April 12, 2023", date(2023, 4, 12)),  # 246
        ("", "October 14, 2026", date(2026, 10, 14)),
        ("2026-10-14", "", date(2026, 10, 14)),
        ("<b>2026-10-14</b>", "14 octobre 2026", date(2026, 10, 14)),
    ],
)
def test_dates_read_from_figures_and_words(figures, words, day):
    found = only(feed(row(drawDate=figures, drawDateFull=words, drawDateTime="", drawCutOff="")))
    assert found.date == day
    assert unread(found) == {}


@pytest.mark.parametrize(
    ("figures", "words", "reasons"),
    [
        ("11-01-2023", "", {"drawdate": Reason.AMBIGUOUS}),
        ("11-01-2023", "January 12, 2023", {"drawdate": Reason.CONTRADICTORY}),
        ("2026-10-14", "October 15, 2026", {"drawdate": Reason.CONTRADICTORY}),
        ("2026-14-10", "", {"drawdate": Reason.NO_SUCH_MOMENT}),
        ("", "Ocotber 14, 2026", {"drawdatefull": Reason.NO_MONTH, "drawdate": Reason.OTHER_FORM}),
    ],
)
def test_dates_that_are_not_certain_are_reported(figures, words, reasons):
    found = only(feed(row(drawDate=figures, drawDateFull=words, drawDateTime="", drawCutOff="")))
    assert found.date is None
    assert unread(found) == reasons


def test_a_misspelt_month_leaves_the_other_form_to_stand_and_is_reported():
    found = only(feed(row(drawDateFull="Ocotber 14, 2026")))
    assert found.date == date(2026, 10, 14)
    assert unread(found) == {"drawdatefull": Reason.NO_MONTH}


def test_moments_that_do_not_fit_the_draw_are_kept_as_words():
    found = only(feed(row(drawDateTime="July 12, 2026 at 11:00:00 UTC")))
    assert (found.held_at, found.held_text) == (None, "July 12, 2026 at 11:00:00 UTC")
    assert unread(found) == {"drawdatetime": Reason.OTHER_DAY}
    found = only(feed(row(drawCutOff="October 14, 2026 at 13:05:08 UTC")))
    assert found.tie_breaking_at is None
    assert unread(found) == {"drawcutoff": Reason.AFTER_DRAW}
    found = only(feed(row(drawDateTime="", drawCutOff="October 17, 2026 at 13:05:08 UTC")))
    assert unread(found) == {"drawcutoff": Reason.AFTER_DRAW}


def test_a_round_can_fall_on_the_next_day_in_utc_and_tie_break_at_its_own_moment():
    moment = "October 15, 2026 at 00:10:00 UTC"
    found = only(feed(row(drawDateTime=moment, drawCutOff=moment)))
    assert found.held_at == found.tie_breaking_at == datetime(2026, 10, 15, 0, 10, tzinfo=UTC)


def test_words_keep_their_spaces():
    assert only(feed(row(drawDateTime="October 14, 2026 at 13:05:07  UTC"))).held_text.count("  ") == 1


def test_zeros_in_the_pool_are_not_given():
    zeros = {f"dd{number}": "0" for number in range(1, 19)}
    assert only(feed(row(**zeros))).pool is None
    assert only(feed(row(**dict.fromkeys(zeros, "")))).pool is None


def test_a_count_with_an_unread_band_or_day_is_not_taken():
    found = only(feed(row(dd4="12,34")))
    assert found.pool is None
    assert unread(found) == {"dd4": Reason.NOT_A_NUMBER}
    assert only(feed(row(drawDistributionAsOn="Octobre 11 2026"))).pool.as_of == date(2026, 10, 11)
    assert only(feed(row(drawDistributionAsOn="Octo 11, 2026"))).pool is None


def test_a_misspelt_program_is_reported():
    found = only(feed(row(drawText2="Federal Skilled Worker Progran")))
    assert found.programs == ()
    assert unread(found) == {"drawtext2": Reason.UNKNOWN_WORDS}


def test_rows_keep_the_order_of_the_feed_and_a_row_that_is_none_says_so():
    found = parse(json.dumps({"rounds": [row(drawNumber="2"), "odd", row(drawNumber="1")]}).encode())
    assert [item.number for item in found.rows] == ["2", None, "1"]
    assert found.rows[1].raw == {"": "odd"}
    assert not found.rows[1].is_complete


def test_a_french_feed_is_told_by_its_months():
    french = row(
        drawDateFull="14 octobre 2026", drawSize="2\u00a0500", drawDateTime="14 octobre 2026 à 13:05:07 UTC"
    )
    found = parse(feed(french))
    assert found.is_french
    assert (found.rows[0].invitations, found.rows[0].held_at.hour) == (2500, 13)


def test_what_no_database_takes_is_dropped():
    content = json.dumps([row(drawName="CEC\x00 \ud800class")]).encode()
    assert only(content).name == "CEC class"


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", Fault.EMPTY),
        (b" \r\n", Fault.EMPTY),
        (b"\xef\xbb\xbf", Fault.EMPTY),
        (b"<!doctype html><title>Error</title>", Fault.HTML),
        (b'{"rounds": [{"drawNumber": "448", "dra', Fault.NOT_JSON),
        (b"[" * 100_000, Fault.NOT_JSON),
        (b"null", Fault.NO_ROUNDS),
        (b'{"rounds": []}', Fault.NO_ROUNDS),
        (b'{"rounds": [{"number": "448"}]}', Fault.NO_ROUNDS),
        (b"\x81\x8d\xff", Fault.NOT_TEXT),
    ],
)
def test_what_is_no_feed_says_why(content, fault):
    with pytest.raises(NotAFeed) as caught:
        parse(content)
    assert caught.value.fault is fault


@given(st.binary())
def test_no_bytes_raise_anything_else(content):
    with suppress(NotAFeed):
        parse(content)


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.sampled_from(list(row())), inner),
    max_leaves=20,
)
# Text that is nearly right: digits, separators and HTML in any order, or anything at all.
VALUES = (
    st.text("0123456789, \u00a0.<b>/&;#-abmrchJuly:UTC")
    | st.text()
    | st.sampled_from([*row().values(), "July 06, 2023 at 14:25:05 UTC", "11-01-2023", "1er mai 2024"])
    | JSON
)


@given(st.dictionaries(st.sampled_from(list(row())), VALUES))
def test_no_row_raises_and_no_figure_is_made_up(values):
    found = only(json.dumps([{"drawNumber": "448"} | values]).encode())

    def digits(key):
        value = found.raw.get(key, "")
        return re.sub(r"[^0-9]", "", value)

    for key, figure in [("drawsize", found.invitations), ("drawcrs", found.crs_cutoff)]:
        assert figure is None or str(figure) in digits(key)
    if found.date:
        assert str(found.date.year) in digits("drawdate") + digits("drawdatefull")
    for key, moment in [("drawdatetime", found.held_at), ("drawcutoff", found.tie_breaking_at)]:
        if moment:
            assert str(moment.year) in digits(key)
            assert f"{moment:%M%S}" in digits(key)
    if found.number:
        assert found.number.rstrip("abcdefghijklmnopqrstuvwxyz") in digits("drawnumber")
    if found.pool:
        keys = {band: key for key, band in BANDS.items()}
        for band in found.pool.bands:
            assert re.fullmatch(f"0*{band.candidates}", digits(keys[band.crs_min, band.crs_max]))
