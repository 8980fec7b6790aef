"""Polls that were held elsewhere, cited in an article. All of them are synthetic."""

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from articles import polls
from articles.checking import problems
from articles.choices import POLL
from articles.markup import render
from articles.references import BadReference
from articles.targets import Targets
from tests.html import Page

LINES = {
    "question": "Question: Will the next cut-off be lower?",
    "where": "Where: Synthetic forum, part 2, https://forum.example/t/12",
    "dates": "Dates: 2023-07-03 to 2023-07-07",
    "votes": "Votes: 1,240",
    "answers": "Answers: one",
}
OPTIONS = ("- Yes: 1,130", "- No: it will rise: 110")


def written(*options, **lines):
    rows = [line for line in (LINES | lines).values() if line]
    return "\n".join(["```poll", *rows, *(options or OPTIONS), "```"])


def poll(*options, **lines):
    return polls.parse(written(*options, **lines).split("\n")[1:-1])


def test_is_read():
    found = poll()
    assert (found.question, found.place, found.url) == (
        "Will the next cut-off be lower?",
        "Synthetic forum, part 2",
        "https://forum.example/t/12",
    )
    assert (found.start.isoformat(), found.end.isoformat(), found.votes) == ("2023-07-03", "2023-07-07", 1240)
    assert not found.several
    assert [(o.label, o.votes, o.percentage) for o in found.options] == [
        ("Yes", 1130, 91),
        ("No: it will rise", 110, 9),
    ]


@pytest.mark.parametrize(
    ("options", "lines"),
    [
        (("- A: 54%", "- B: 46 %"), {}),
        (("- A: 33%", "- B: 33%", "- C: 33%"), {}),
        (("- A: 54.5%", "- B: 45.5%"), {}),
        (("* A: 80%", "* B: 70%"), {"answers": "answers: Several"}),
        (("- A: 1000", "- B: 900"), {"answers": "Answers: several"}),
        ((), {"dates": "Dates: 2023-07-03"}),
    ],
)
def test_is_taken(options, lines):
    assert poll(*options, **lines)


@pytest.mark.parametrize(
    ("options", "lines", "said"),
    [
        ((), {"question": ""}, "“Question: …” is missing"),
        ((), {"votes": "Votes:"}, "empty or stands twice"),
        ((), {"votes": "Votes: 0"}, "needs a number"),
        ((), {"votes": "Votes: many"}, "needs a number"),
        ((), {"extra": "Votes: 3"}, "empty or stands twice"),
        ((), {"extra": "Sample: 3"}, "no line of a poll"),
        ((), {"where": "Where: Forum"}, "needs a name, a comma and a link"),
        ((), {"where": "Where: Forum, javascript:alert(1)"}, "needs a name, a comma and a link"),
        ((), {"where": "Where: Forum, https://[bad"}, "needs a name, a comma and a link"),
        ((), {"dates": "Dates: July"}, "is no day"),
        ((), {"dates": "Dates: 2023-07-07 to 2023-07-03"}, "ends before it begins"),
        ((), {"answers": "Answers: some"}, "“one” or “several”"),
        ((), {"question": "Question: " + "x" * 201}, "too long"),
        (("- Yes: 1240",), {}, "2 to 20 answers"),
        (("- Yes: 1000", "- yes: 240"), {}, "stands twice"),
        (("- Yes: 1000", "- No: 20%"), {}, "every one with its share"),
        (("- Yes: 1000", "- No: some"), {}, "every one with its share"),
        (("- Yes", "- No: 3"), {}, "is no answer"),
        (("- Yes: 1000", "- No: 241"), {}, "add up to 1241 votes and not to 1240"),
        (("- Yes: 1241", "- No: 3"), {"answers": "Answers: several"}, "more votes than were cast"),
        (("- A: 80%", "- B: 70%"), {}, "add up to 150% and not to 100%"),
        (("- A: 30%", "- B: 30%"), {}, "add up to 60% and not to 100%"),
        (("- A: 101%", "- B: 70%"), {"answers": "Answers: several"}, "at most 100%"),
    ],
)
def test_is_refused_with_what_was_meant(options, lines, said):
    with pytest.raises(BadReference, match=said):
        poll(*options, **lines)


@given(st.lists(st.text(max_size=80), max_size=12))
def test_any_lines_are_a_poll_or_refused(lines):
    source = "\n".join(["```poll", *" ".join(lines).splitlines(), "```"])
    for found in polls.scan(source):
        assert (found.poll is None) != (found.error is None)


def test_stands_in_an_article_as_a_table():
    html = render(f"Before\n\n{written()}\n\nAfter").html
    page = Page(html)
    assert len(page.all("table")) == len(page.all("caption")) == 1
    assert "Poll: Will the next cut-off be lower?" in html
    assert [th.get("scope") for th in page.all("th")] == ["col", "col", "col", "row", "row"]
    for words in (
        "1,130",
        "91%",
        'href="https://forum.example/t/12"',
        "3 to 7 July 2023",
        "1,240 people voted",
        "Not a sample:",
    ):
        assert words in html, words
    assert html.index("Before") < html.index("<table") < html.index("After")


def test_says_that_shares_may_pass_100_where_several_answers_were_allowed():
    html = render(written("- A: 80%", "- B: 70%", answers="Answers: several", dates="Dates: 2023-07-03")).html
    assert "more than 100%" in html
    assert "Share of voters" in html
    assert ">Votes<" not in html
    assert "3 July 2023." in html
    assert "3 to 3" not in html


def test_what_is_written_is_text():
    html = render(
        written("- <b>A</b>: 1240", "- &amp;: 0", question="Question: <script>alert(1)</script> [[faq]]")
    ).html
    assert "<script" not in html
    assert "<b>" not in html
    assert not render(written(question="Question: [[faq]]")).references


def test_code_about_a_poll_stays_code():
    source = f"````\n{written()}\n````"
    assert polls.scan(source) == []
    assert "<table" not in render(source).html


@pytest.mark.django_db
class TestChecked:
    def test_names_the_line(self):
        found = problems(f"Text\n\n{written(votes='Votes: 3')}", Targets(timezone.now()))
        assert found == ["Line 3, poll: “Yes” has more votes than were cast: 1130 of 3."]
        assert problems(written(), Targets(timezone.now())) == []

    def test_what_the_picker_writes_is_filled_in_first(self):
        assert problems(POLL, Targets(timezone.now()))

    def test_has_no_place_in_a_standfirst(self):
        assert "does not fit here" in problems(written(), Targets(timezone.now()), blocks=False)[0]
