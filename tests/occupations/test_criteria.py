"""Criteria of a version in short: what was not seen is never guessed."""

from types import SimpleNamespace

from occupations.criteria import criteria_compared, criteria_in_short, experience_in_brief


def version(months=None, continuous=None, in_canada=None, nclc=None):
    return SimpleNamespace(months_required=months, continuous=continuous, in_canada=in_canada, nclc_min=nclc)


def test_experience_is_said_in_three_sentences():
    assert criteria_in_short(version(6, True, False)) == [
        "At least 6 months of full-time work experience, or the same amount part-time, in one occupation on the list.",
        "The experience must be continuous.",
        "The experience may have been gained in Canada or abroad.",
    ]
    assert criteria_in_short(version(12, False, True))[1:] == [
        "The experience need not be continuous.",
        "The experience must have been gained in Canada.",
    ]


def test_a_criterion_that_was_not_seen_is_not_confirmed():
    assert criteria_in_short(version(in_canada=True))[:2] == [
        "Work experience in one occupation on the list; how much is not confirmed.",
        "Whether the experience must be continuous is not confirmed.",
    ]
    assert criteria_in_short(version(12))[2] == (
        "Whether the experience must have been gained in Canada is not confirmed."
    )


def test_a_level_of_french_is_written_out():
    (sentence,) = criteria_in_short(version(nclc=7))
    assert sentence.startswith("Level 7 or higher of the Niveaux de compétence linguistique canadiens (NCLC)")


def test_without_any_criterion_as_a_field_nothing_is_said():
    assert criteria_in_short(version()) == []


def test_two_versions_stand_side_by_side():
    rows = criteria_compared(version(6, True, False), version(12, False, False))
    assert [(row.label, row.changed) for row in rows] == [
        ("Work experience", True),
        ("Continuous or not", True),
        ("Where it was gained", False),
    ]
    assert rows[0].before.startswith("At least 6 months of")
    assert rows[0].after.startswith("At least 12 months of")
    assert (rows[1].before, rows[1].after) == (
        "The experience must be continuous.",
        "The experience need not be continuous.",
    )


def test_whether_an_unseen_criterion_changed_is_not_known():
    (row,) = criteria_compared(version(nclc=7), version())
    assert (row.label, row.after, row.changed) == ("French", None, None)
    (row,) = criteria_compared(version(), version(in_canada=False))
    assert (row.before, row.after, row.changed) == (
        None,
        "The experience may have been gained in Canada or abroad.",
        None,
    )


def test_what_neither_version_asks_is_left_out():
    assert criteria_compared(version(), version()) == []


def test_experience_is_said_in_brief_as_far_as_it_is_known():
    assert experience_in_brief(version(6, True, False)) == "6 months, continuous, in Canada or abroad"
    assert experience_in_brief(version(12, False, True)) == "12 months, need not be continuous, in Canada"
    assert experience_in_brief(version(1)) == "1 month"
    assert experience_in_brief(version()) == ""
