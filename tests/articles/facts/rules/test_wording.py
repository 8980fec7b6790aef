"""Words to stop at, and what needs a source."""

import re

import pytest

from articles.facts.model import Format, Phrase, Status
from articles.facts.phrases import shipped
from articles.facts.rules import wording
from articles.facts.rules.language import Stops
from articles.facts.rules.patterns import compiled
from articles.facts.rules.sourced import Need, needing
from tests.articles.facts.rules.saying import findings


def words(text):
    return [item.claim for item in findings(text, rule=wording.language)]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("You are guaranteed an invitation.", ["guaranteed an invitation"]),
        ("I can promise you an invitation before summer.", ["promise you an invitation"]),
        ("Expect another draw next week, guaranteed.", ["Expect another draw next week, guaranteed"]),
        ("The cut-off will certainly fall.", ["will certainly fall"]),
        ("The draw is a lottery.", ["lottery"]),
        ("IRCC sent 500 PR invites.", ["PR invites"]),
        ("The minimum score was 463.", ["minimum score"]),
        ("Just leave out the refusal of your last visa.", ["leave out the refusal"]),
        ("No one checks the letters.", ["No one checks"]),
        ("You can pay an employer for a job offer.", ["pay an employer for a job offer"]),
        ("IRCC granted permanent residence to 500 nurses.", ["granted permanent residence"]),
    ],
)
def test_words_that_are_stopped_at(text, claims):
    assert words(text) == claims


@pytest.mark.parametrize(
    "text",
    [
        "Nobody can guarantee an invitation.",
        "A draw is not a lottery.",
        "Do not hide a refusal.",
        "Is a draw random?",
        "IRCC issued 500 invitations to apply for permanent residence.",
        "The minimum score in the reading test is 7.",
        "Those with 382 points needed a profile from before March 11.",
    ],
)
def test_words_that_are_in_order(text):
    assert not words(text)


def test_a_better_wording_stands_in_its_place():
    [found] = findings("PR invites went out.", rule=wording.language)
    assert (found.status, found.replacement) == (Status.FLAGGED, "Invitations to apply")
    [found] = findings("You are guaranteed an invitation.", rule=wording.language)
    assert found.replacement is None


def test_the_longest_of_those_that_overlap():
    phrases = [Phrase("score", "short"), Phrase("minimum score", "long")]
    assert [item.phrase.reason for item in Stops(phrases).flagged("the minimum score")] == ["long"]


def test_a_pattern_that_is_none_finds_nothing():
    assert not list(Stops([Phrase("(b", "broken"), Phrase("a*", "empty")]).flagged("b"))


def test_every_shipped_phrase_is_an_expression_with_a_reason():
    for phrase in shipped():
        assert compiled(phrase.pattern)
        assert phrase.reason.endswith(".")
    with pytest.raises(re.error):
        compiled("(")


def needs(text):
    return {(text[item.start : item.end], item.need) for item in needing(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ircc said that a draw is to come", {("ircc said that a draw is to come", Need.SAID)}),
        (
            "most of it will be over by may, according to the department.",
            {("most of it will be over by may, according to the department", Need.SAID)},
        ),
        (
            '"the minister told us that we shall see," he wrote, and left',
            {("the minister told us that we shall see,", Need.SAID)},
        ),
        (
            "officials say a round for bakers comes soon, and we wait",
            {("officials say a round for bakers comes soon", Need.SAID)},
        ),
        ("she heard that ircc confirmed a draw for may", {("ircc confirmed a draw for may", Need.SAID)}),
        ("a spokesperson declined to say when the next round will be", set()),
        (
            "it was one monday in 2022, experts say, and nobody knows why",
            {("it was one monday in 2022, experts say", Need.SAID)},
        ),
        ("ircc announced a category for pilots", set()),
        ("one bakery job in six is vacant", {("one bakery job in six", Need.SHARE)}),
        ("one invitation in six went to nominees", set()),
        ("the plan cuts admissions by a third", {("a third", Need.SHARE)}),
        ("four in ten of those invited live abroad", {("four in ten", Need.SHARE)}),
        ("a medical exam is valid for one year", {("one year", Need.DURATION)}),
        ("they say that files are closed in three months", {("three months", Need.DURATION)}),
        ("the fee is $1,525 per adult", {("$1,525", Need.MONEY)}),
        ("packages start at cad 2,900", {("cad 2,900", Need.MONEY)}),
        ("processing takes about 180 days", {("180 days", Need.DURATION)}),
        ("30 per cent of candidates speak french", {("30 per cent", Need.SHARE)}),
        ("one in four candidates is a nurse", {("one in four", Need.SHARE)}),
        ("ircc announced 5,000 invitations", set()),
        ("ircc has announced no dates", set()),
        ("ircc does not announce dates", set()),
        ("ircc states the time in utc", set()),
        ("at least 6 months of continuous full-time work", set()),
        ("there are 60 days to submit an application", {("60 days", Need.DURATION)}),
        ("invitations rose by 20 per cent", set()),
        ("french had 46 per cent of the invitations", set()),
        ("in our poll, 54 per cent of readers said no", set()),
    ],
)
def test_what_needs_a_source(text, expected):
    assert needs(text) == expected


def sources(text, **options):
    return [item.claim for item in findings(text, rule=wording.sources, **options)]


def test_a_question_asks_and_a_paragraph_that_ends_with_one_says_something():
    assert not sources("Does the fee for an adult come to $1,525?")
    assert sources("The fee is $1,525. But who pays it?") == ["$1,525"]


def test_a_link_to_another_site_in_the_paragraph_is_a_source():
    assert sources("The fee is $1,525.") == ["$1,525"]
    assert not sources("The fee is [$1,525](https://www.canada.ca/fees).")
    assert not sources("The fee is $1,525. [IRCC's list](https://www.canada.ca/fees) has it.")
    assert sources("The fee is [$1,525](/guides/fees/).") == ["$1,525"]
    assert sources("[A list](https://www.canada.ca/fees).\n\nThe fee is $1,525.") == ["$1,525"]


def test_a_link_in_the_caption_is_a_source_of_a_table():
    table = "| What | Fee |\n|---|---|\n| Adult | $1,525 |\n| Child | $260 |\n"
    assert sources(table) == ["$1,525", "$260"]
    assert not sources("Fees by [IRCC](https://www.canada.ca/fees)\n\n" + table)


def test_html_too():
    assert sources("<p>The fee is $1,525.</p>", format=Format.HTML) == ["$1,525"]
    assert not sources('<p>The <a href="https://www.canada.ca/">fee</a> is $1,525.</p>', format=Format.HTML)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Two thirds of all roofers are older than fifty.", ["Two thirds"]),
        ("7 out of 10 of our pupils found work.", ["7 out of 10"]),
        ("88 per cent of our clients got an answer.", ["88 per cent"]),
        ("The file was done in nine weeks.", ["nine weeks"]),
        ("The three rounds brought 9,000 invitations, more than half of them for French.", []),
        ("August had 9,600 invitations. A quarter of them went to nominees.", []),
        ("Our members met. A quarter of them had a permit.", ["A quarter"]),
        ("**How much work is asked for?** It takes a year within three.", []),
        ("A third of all invitations went to nurses.", []),
        ("Whoever is invited has 60 days to send everything.", ["60 days"]),
    ],
)
def test_what_shares_and_durations_need_a_source(text, claims):
    assert [item.claim for item in findings(text, rule=wording.sources)] == claims
