"""The reader of labelled passages, the counting of what was found, and the record that both are held against."""

import re
from datetime import date
from itertools import accumulate, combinations

import pytest

from articles.facts.model import KINDS, Finding, Format, Status
from tests.articles.facts.labelled import DEV, directories
from tests.articles.facts.labelled.passages import LabelError, parse, read_directories
from tests.articles.facts.labelled.record import shipped_record
from tests.articles.facts.labelled.scoring import FIRST_ORDER, SECOND_ORDER, Score

# Draws of two types that are added up are of the last ones.
LATELY = 60
TEXT = """date: 2023-07-08
title: A draw of ⟦F rounds -> 1,500|1,800⟧
standfirst: With a cut-off of ⟦T rounds|463⟧.
question: How many?
answer: It was ⟦T counts|one draw⟧.

On Thursday ⟦F rounds -> 500|5,000⟧ nurses.

⟦S sources|IRCC said⟧ so; a ⟦L language|lottery⟧, ⟦N rounds|12 October 2026⟧, ⟦H rounds|about 35⟧.
"""


def passage(text=TEXT):
    return parse(text, "draw.md")


def finding(part, start, end, status=Status.CONTRADICTED, rule="rounds"):
    return Finding(rule=rule, status=status, part=part, start=start, end=end, claim="")


def test_labels_are_taken_out_of_the_text_and_know_their_places():
    read = passage()
    assert read.on == date(2023, 7, 8)
    assert [part.name for part in read.parts] == ["title", "standfirst", "body", "question-1", "answer-1"]
    assert read.source("title") == "A draw of 1,800"
    assert read.source("body").startswith("On Thursday 5,000 nurses.\n\nIRCC said so; a lottery,")
    for label in read.labels:
        assert read.source(label.part)[label.start : label.end] == label.text
    false = [label for label in read.labels if label.verdict == "F"]
    assert [(label.truth, label.line) for label in false] == [("1,500", 2), ("500", 7)]
    assert [label.line for label in read.labels if label.verdict == "L"] == [9]


def test_a_body_may_be_plain_text_with_tabs():
    read = passage(TEXT.replace("question:", "format: plain\nquestion:").replace("nurses.", "nurses.\n1\t2"))
    assert next(part.format for part in read.parts if part.name == "body") is Format.PLAIN
    assert "1\t2" in read.source("body")


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("F rounds -> 500|", "F rounds|", 7, "true value"),
        ("T rounds|463", "T rounds -> 464|463", 3, "true value"),
        ("T counts|", "T numbers|", 5, "no kind"),
        ("T counts|one draw", "T counts|", 5, "no label"),
        ("T counts|one draw", "X counts|one draw", 5, "no label"),
        ("T counts|one draw", "T counts|one draw ", 5, "space"),
        ("S sources|", "S rounds|", 9, "not said of"),
        ("L language|", "F language -> draw|", 9, "not said of"),
        ("⟦H rounds|about 35⟧", "⟦H rounds|about 35", 9, "stands alone"),
        ("⟦H rounds|about 35⟧", "⟦H rounds|about ⟦T rounds|35⟧⟧", 9, "stands alone"),
        ("date: 2023-07-08", "date: 2023-07-38", 1, "day"),
        ("date: 2023-07-08", "day: 2023-07-08", 1, "no field"),
        ("title: A draw of ⟦F rounds -> 1,500|1,800⟧\n", "", 1, "missing"),
        ("question: How many?\n", "", 4, "follow each other"),
        ("standfirst:", "title: Another\nstandfirst:", 3, "twice"),
        ("question:", "format: word\nquestion:", 4, "Format"),
    ],
)
def test_a_wrong_label_is_named_with_its_file_and_line(old, new, line, says):
    assert old in TEXT
    with pytest.raises(LabelError, match=rf"^draw\.md:{line}: .*{re.escape(says)}"):
        passage(TEXT.replace(old, new, 1))


def test_a_passage_without_a_body_is_an_error():
    with pytest.raises(LabelError, match="no body"):
        passage(TEXT.split("\n\n")[0] + "\n\n \n")


def test_what_was_found_missed_and_wrongly_accused_is_counted_by_kind():
    read = passage()
    one, other = (label for label in read.labels if label.verdict == "F")
    right = next(label for label in read.labels if label.verdict == "T" and label.part == "standfirst")
    doubtful = next(label for label in read.labels if label.verdict == "H")
    score = Score()
    score.add(
        read,
        [
            finding(one.part, one.end - 1, one.end + 3),
            finding(other.part, other.end, other.end + 3, rule="sums"),
            finding(right.part, right.start, right.end),
            finding(right.part, right.start, right.end, Status.AGREES),
            finding(doubtful.part, doubtful.start, doubtful.end, Status.NEEDS_HUMAN),
        ],
    )
    rounds = score.tally(Status.CONTRADICTED, ["rounds"])
    assert (rounds.found, rounds.missed, rounds.right, rounds.wrong) == (1, 1, 1, 1)
    assert (rounds.precision, rounds.recall) == (0.5, 0.5)
    first = score.tally(Status.CONTRADICTED, FIRST_ORDER)
    assert (first.precision, first.recall) == (1 / 3, 0.5)
    assert score.tally(Status.CONTRADICTED, SECOND_ORDER).recall is None
    assert (score.true, score.confirmed, score.doubtful, score.asked) == (2, 1, 1, 1)
    assert [(alarm.passage, alarm.finding.rule) for alarm in score.alarms] == [
        ("draw", "sums"),
        ("draw", "rounds"),
    ]
    assert {miss.label.verdict for miss in score.misses} == {"F", "S", "L", "N"}


def test_each_verdict_is_answered_by_its_own_status():
    read = passage()
    statuses = {"L": Status.FLAGGED, "S": Status.NEEDS_SOURCE, "N": Status.NOT_IN_RECORD}
    said = [
        finding(label.part, label.start, label.end, statuses[label.verdict], label.kind)
        for label in read.labels
        if label.verdict in statuses
    ]
    score = Score()
    score.add(read, said)
    for label, status in (("L", Status.FLAGGED), ("S", Status.NEEDS_SOURCE), ("N", Status.NOT_IN_RECORD)):
        assert score.tally(status, KINDS).recall == 1, label
        assert score.tally(status, KINDS).precision == 1, label


def test_first_and_second_order_are_all_kinds():
    assert sorted(FIRST_ORDER + SECOND_ORDER) == sorted(KINDS)


def test_the_record_is_read_from_the_shipped_files():
    record = shipped_record()
    draw = next(draw for draw in record.draws if draw.number == "255")
    assert (draw.date, draw.category, draw.version) == (date(2023, 7, 6), "healthcare", 1)
    assert (draw.invitations, draw.crs_cutoff, draw.verified) == (1500, 463, True)
    assert [draw.number for draw in record.draws if not draw.verified] == ["445", "446"]
    assert record.complete_to == record.draws[-1].date
    trades = next(
        version for version in record.versions if (version.category, version.number) == ("trades", 3)
    )
    assert "63201" in trades.codes
    assert (trades.months_required, trades.continuous, trades.in_canada) == (12, False, False)
    assert next(version for version in record.versions if version.category == "cec").codes is None
    assert record.occupations["73300"].title == "Transport truck drivers"
    assert record.titles["truck driver"] == ("73300",)


def test_the_development_set_has_every_kind_and_enough_of_each():
    passages = read_directories([DEV])
    labels = [label for passage in passages for label in passage.labels]
    false = [label for label in labels if label.verdict == "F"]
    assert DEV in directories()
    assert sum(label.verdict == "T" for label in labels) >= 110
    assert len(false) >= 110
    assert {label.kind for label in labels} == set(KINDS)
    assert {label.verdict for label in labels} == set("TFNSLH")
    assert sum(passage.words >= 300 for passage in passages) >= 5
    assert sum(passage.words < 300 for passage in passages) >= 32


def labels_of(*kinds):
    for passage in read_directories(directories()):
        for label in passage.labels:
            if label.kind in kinds and label.verdict in "TF":
                yield passage, label


def truth_of(label):
    return label.truth if label.verdict == "F" else label.text


def test_what_labels_call_true_of_a_draw_is_a_figure_of_one():
    """A figure alone, "1,500" or "2.3K", is a size, cut-off, number, day or year of a draw up to the article's day."""
    for passage, label in labels_of("rounds"):
        value = truth_of(label)
        if not re.fullmatch(r"\d{2,3}|[1-9][\d,]{3,}|\d\.\dK", value):
            continue
        figure = round(float(value[:-1]) * 1000) if value.endswith("K") else int(value.replace(",", ""))
        figures = {
            of
            for draw in shipped_record().draws
            if draw.date <= passage.on
            for of in (draw.invitations, draw.crs_cutoff, draw.date.day, draw.date.year, draw.number)
        }
        assert figure in figures or value in figures, (passage.name, label.line, value)


def test_what_labels_call_a_sum_is_one_over_draws_that_follow_each_other():
    """Of one type, of all, or of all categories; of two types lately; of none where a table says so."""
    draws = shipped_record().draws
    for passage, label in labels_of("sums"):
        value = truth_of(label)
        if re.fullmatch(r"[\d,]+", value):
            known = [draw for draw in draws if draw.date <= passage.on]
            total = int(value.replace(",", ""))
            assert total in sums_of(known) or total in sums_of_two(known[-LATELY:]), (
                passage.name,
                label.line,
                value,
            )


def sums_of(draws):
    types = {draw.category for draw in draws}
    programs = {"general", "cec", "pnp", "fsw", "fst"}
    # A month without any draw has a sum too.
    sums = {0}
    for kinds in (*({kind} for kind in types), types, types - programs):
        sizes = [draw.invitations for draw in draws if draw.category in kinds]
        for start in range(len(sizes)):
            sums.update(accumulate(sizes[start:]))
    return sums


def sums_of_two(draws):
    """Yield the sums of draws of two types that follow each other, up to the last of them and before it."""
    types = sorted({draw.category for draw in draws})
    for kinds in combinations(types, 2):
        sizes = [draw.invitations for draw in draws if draw.category in kinds]
        for start in range(len(sizes)):
            yield from accumulate(sizes[start:])


def test_what_labels_call_true_of_an_occupation_is_in_the_classification():
    occupations = shipped_record().occupations
    for passage, label in labels_of("occupations"):
        for code in re.findall(r"\b\d{5}\b", truth_of(label)):
            assert code in occupations, (passage.name, label.line)


def test_a_false_claim_differs_from_the_truth():
    for passage, label in labels_of(*KINDS):
        assert label.text != label.truth, (passage.name, label.line)
