"""Words to stop at, and what needs a source."""

import re

import pytest

from articles.facts.model import Format, Phrase, Status
from articles.facts.phrases import shipped
from articles.facts.rules.common.patterns import compiled
from articles.facts.rules.language import wording
from articles.facts.rules.language.language import Stops
from articles.facts.rules.language.sourced import Need, needing
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
        ("In July the minimum was only 463.", ["minimum was only 463"]),
        ("Just leave out the refusal of your last visa.", ["leave out the refusal"]),
        ("No one checks the letters.", ["No one checks"]),
        ("You can pay an employer for a job offer.", ["pay an employer for a job offer"]),
        ("IRCC granted permanent residence to 500 nurses.", ["granted permanent residence"]),
        ("He sells a “guaranteed” spring draw place.", ["a “guaranteed” spring draw"]),
        ("That is a sure place in the July draw.", ["a sure place"]),
        ("Your file is as good as approved.", ["file is as good as approved"]),
        ("An invitation is only a question of days.", ["only a question of days"]),
        ("Below 500 by May, you have our word.", ["you have our word"]),
        ("Everybody gets in now.", ["Everybody gets in"]),
        ("Any nurse is accepted this spring.", ["Any nurse is accepted"]),
        ("If you file now, you will be invited.", ["you will be invited"]),
        ("They say that 390 will be enough next time.", ["390 will be enough"]),
        ("Nurses can count on an invitation.", ["can count on an invitation"]),
        ("The CEC draw will be in May, that much is certain.", ["will be in May, that much is certain"]),
        ("4,000 got PR yesterday.", ["got PR yesterday"]),
        ("They were chosen as permanent residents.", ["chosen as permanent residents"]),
        ("Let your cousin sit the test.", ["Let your cousin sit the test"]),
        ("Upgrade the job title on the letter.", ["Upgrade the job title on the letter"]),
        ("Leave his wife off the form.", ["Leave his wife off the form"]),
        ("Just put in a year of work you did not do.", ["put in a year of work you did not do"]),
        ("Choose another code that is on the list.", ["Choose another code that is on the list"]),
        ("Say little and no one will call the old boss.", ["Say little and no one will call"]),
        ("Who got in was pure luck.", ["pure luck"]),
        ("Two cooks won a place.", ["won a place"]),
        ("Did anybody win the lottery?", ["lottery"]),
        ("We promise an invitation. Ready?", ["promise an invitation"]),
        ("Nurses needed 480 points to pass.", ["needed 480 points to pass"]),
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
        "Can somebody promise me an invitation?",
        "Does an agent guarantee an invitation?",
        "IRCC issued 500 invitations to apply for permanent residence.",
        "The minimum score in the reading test is 7.",
        "It issued 500 invitations, with a minimum of 322.",
        "The minimum of just 435 was the same as in May.",
        "Those with 382 points needed a profile from before March 11.",
        "Ottawa is in a hurry.",
        "Nobody can tell whether you will be invited.",
        "A cut-off is no promise for the next draw.",
        "In a draw everyone above the cut-off gets an invitation.",
        "Ask your employer to sign a reference letter.",
        "In 2025 the last draw was certainly a large one.",
        "What is certain is the size of the draw.",
        "Transport was dropped from the list.",
        "Two part-time jobs count as full-time work.",
    ],
)
def test_words_that_are_in_order(text):
    assert not words(text)


def test_words_that_stand_together_are_one_remark():
    assert words("So hurry: submit tonight and you will be invited.") == [
        "hurry: submit tonight and you will be invited"
    ]
    assert words("Call yourself a cook in the form, nobody checks.") == [
        "Call yourself a cook in the form, nobody checks"
    ]


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
        ("sixty per cent of those invited live here", {("sixty per cent", Need.SHARE)}),
        ("one candidate in fifty passes", {("one candidate in fifty", Need.SHARE)}),
        ("four places in ten are for nurses", {("four places in ten", Need.SHARE)}),
        ("nine in ten were invited", {("nine in ten", Need.SHARE)}),
        ("a third of our readers confuse the types", {("a third", Need.SHARE)}),
        ("every third application is sent back", {("every third application", Need.SHARE)}),
        ("three in four draws were for the class", set()),
        ("half a point for the cooks", set()),
        ("it differs from the one before in four occupations", set()),
        ("wages fell by 4 per cent", {("4 per cent", Need.SHARE)}),
        ("a file costs several hundred dollars", {("several hundred dollars", Need.MONEY)}),
        ("files are answered in half a year", {("half a year", Need.DURATION)}),
        ("members have it on average four months after joining", {("four months", Need.DURATION)}),
        ("processing takes six months for the experience class", {("six months", Need.DURATION)}),
        ("the wait after an invitation is six months", {("six months", Need.DURATION)}),
        ("after a wait of six months the class was drawn", set()),
        ("take a cook with a year of work and 380 points", set()),
        ("the draw took those with 500, the second, one week later, those with 480", set()),
        ("the backlog stands at two million files", {("two million", Need.NUMBER)}),
        ("the trades lack 80,000 hands", {("80,000 hands", Need.NUMBER)}),
        ("30,000 jobs are vacant", {("30,000 jobs are vacant", Need.NUMBER)}),
        ("the province needs 1,000 invitations more", set()),
        ("the minister wants more nurses", {("the minister wants more nurses", Need.SAID)}),
        ("the minister is said to want more", {("the minister is said to want more", Need.SAID)}),
        ("an immigration officer told us so", {("an immigration officer told us so", Need.SAID)}),
        ("ircc is reported to have invited 610 candidates", set()),
        ("the categories that the government announced", set()),
        ("we expect the department to go on", set()),
        ("ircc says that a file takes half a year", {("ircc says that a file takes half a year", Need.SAID)}),
    ],
)
def test_what_needs_a_source(text, expected):
    assert needs(text) == expected


@pytest.mark.parametrize(
    ("before", "answer", "expected"),
    [
        ("how long does it take?", "about six months, we hear.", ["six months"]),
        ("how long must the experience last?", "six months.", []),
        ("how many rounds were there?", "two weeks had none.", []),
    ],
)
def test_how_long_it_takes_is_answered_by_the_next_sentence(before, answer, expected):
    assert [answer[found.start : found.end] for found in needing(answer, before)] == expected


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
        ("The papers took nine weeks.", ["nine weeks"]),
        ("It took four months, but the trades have been called again.", []),
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
