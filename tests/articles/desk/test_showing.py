"""What the desk said, as a page shows it."""

import pytest

from articles.desk.running import Look, Remark, remarks_on
from articles.desk.showing import counted, facts, place_in, words_of_part, words_of_row
from articles.facts.model import Finding, Format, Part, Row, Status

PARTS = (Part("title", "At 493", Format.PLAIN), Part("answer-0", "At 493."), Part("caption-7", "At 493."))


def finding(part="answer-0", status=Status.CONTRADICTED, **fields):
    values = {"expected": "463", "replacement": "463", "live": "[[round 255 cutoff]]", "message": "%(x)s"}
    return Finding("rounds", status, part, 3, 6, "493", params={"x": "So."}, **(values | fields))


def field_of(part):
    return None if part.startswith("caption") else f"id_{part}"


def shown(*findings):
    return facts(Look(None, PARTS, tuple(remarks_on(PARTS, findings))), field_of, may_enter=True)


def test_places_are_counted_as_browsers_count():
    place = place_in("id_body", "𝕏 é 493", 4, 7)
    assert (place.start, place.end, place.words) == (5, 8, "493")


def test_a_live_figure_is_offered_where_one_can_stand():
    in_title, in_answer = shown(finding("title"), finding()).open
    assert (in_title.put, in_title.live) == ("463", None)
    assert (in_answer.put, in_answer.live) == ("463", "[[round 255 cutoff]]")


def test_a_caption_is_no_field_of_the_form():
    [fact] = shown(finding("caption-7")).open
    assert (fact.place, fact.put, fact.live, fact.part) == (None, None, None, "Caption of picture 7")


def test_contradictions_come_first_and_what_agrees_stands_apart():
    found = shown(
        finding("title", Status.AGREES),
        finding("title", Status.NEEDS_HUMAN),
        finding(status=Status.CONTRADICTED),
    )
    assert [fact.finding.status for fact in found.open] == [Status.CONTRADICTED, Status.NEEDS_HUMAN]
    assert len(found.agreeing) == 1
    assert found.look.contradictions


def test_what_to_write_instead_is_not_called_the_records():
    wording, advised = shown(
        finding("title", Status.FLAGGED),
        finding("title", Status.FLAGGED, replacement=None, expected="Say so."),
    ).open
    assert (wording.in_record, wording.advice, wording.put) == ("", "", "463")
    assert (advised.in_record, advised.advice, advised.put) == ("", "Say so.", None)


def test_what_is_about_an_absent_draw_leads_to_where_it_is_entered():
    [fact] = shown(finding(status=Status.NOT_IN_RECORD)).open
    assert fact.enter_url == "/admin/draws/round/add/"


def test_margins_have_what_is_to_be_looked_at_in_a_question():
    found = shown(finding("title"), finding(), finding("caption-7"))
    [(number, in_margin)] = found.margins
    assert (number, [fact.finding.part for fact in in_margin]) == ("0", ["answer-0"])


def test_what_people_decided_stands_apart():
    remark = Remark(finding(), "At 493.", "digest", judged=object())
    found = facts(Look(None, PARTS, (remark,)))
    assert (found.open, len(found.decided), found.look.contradictions) == ([], 1, [])
    assert found.summary == "No claim found that the record could speak to."


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("title", "Headline"),
        ("body", "Text"),
        ("question-1", "Question 2"),
        ("answer-0", "Answer 1"),
        ("x", "x"),
    ],
)
def test_parts_are_called_as_on_the_form(name, words):
    assert words_of_part(name) == words


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (Row("round", "255"), "Draw 255"),
        (Row("version", "trades/2"), "trades, version 2"),
        (Row("occupation", "73300"), "NOC 73300"),
        (Row("points", "job offer"), "job offer"),
    ],
)
def test_rows_of_the_record_are_called_as_readers_call_them(row, words):
    assert words_of_row(row) == words


def test_counts_are_said_in_a_sentence_each():
    counts = {Status.CONTRADICTED: 2, Status.AGREES: 1, Status.NEEDS_SOURCE: 0}
    assert counted(counts) == "2 claims contradict the record. 1 agrees."


def test_a_failure_says_that_nothing_waits():
    assert "Nothing waits for it" in facts(Look(None, PARTS, failure="slow")).summary
