"""What a message says of real draws, and that its text and its HTML say the same."""

import re
from html import unescape

import pytest
from django.utils import timezone

from alerts.mails import compose
from alerts.models import Choice, Message
from alerts.telling import change_in_words, choice_in_words, draw_facts, draw_notes, tell_draw
from draws.models import Round
from draws.trends import Change
from occupations.models import Category, Occupation
from tests.factories import make_round, make_subscriber

pytestmark = pytest.mark.django_db


def draw(number):
    return Round.objects.select_related("version__category").get(number=number)


def test_a_draw_is_told_by_its_figures():
    told = tell_draw(draw("256"))
    assert told.subject == "French-language proficiency draw: cut-off 439, 2,300 invitations"
    assert dict(told.facts)["Date"] == "Friday 7 July 2023"
    assert dict(told.facts)["Invitations"] == "2,300"
    assert told.link == ("Draw 256 in full", "http://testserver/draws/256/")
    # The first of its type: there is no draw to compare it with.
    assert "Change" not in dict(told.facts)


def test_the_change_is_that_from_the_last_draw_of_the_type():
    facts = dict(tell_draw(draw("258")).facts)
    assert facts["Change"] == "64 points lower than in draw 256 of 7 July 2023, the last of this type"


@pytest.mark.parametrize(
    ("points", "words"),
    [
        (0, "unchanged from draw 256 of 7 July 2023"),
        (1, "1 point higher than in"),
        (-1, "1 point lower than in"),
    ],
)
def test_a_change_in_words(points, words):
    assert change_in_words(Change(points, draw("256"))).startswith(words)


def test_the_tie_breaking_rule_is_told_where_it_is_known():
    assert "only profiles submitted by" in dict(draw_facts(draw("255"), None))["Tie-breaking rule"]
    assert "Tie-breaking rule" not in dict(draw_facts(make_round(), None))


def test_what_has_to_be_known_of_the_figures_is_said():
    nominees = Round.objects.select_related("version__category").filter(version__category__slug="pnp")
    assert "The cut-off includes 600 points for the nomination." in draw_notes(nominees.first())
    unverified = make_round(verified=False)
    assert any("Not yet confirmed" in note for note in draw_notes(unverified))
    unverified.verified = True
    (as_of,) = draw_notes(unverified)
    assert as_of.startswith("As of ")


def test_a_choice_in_words():
    french, job = Category.objects.get(slug="french"), Occupation.objects.get(code="72106")
    assert choice_in_words(Choice([french], None, None)) == [
        "Every draw of these types: French-language proficiency."
    ]
    assert choice_in_words(Choice([french], 1100, job)) == [
        "Draws with a cut-off of 1,100 or lower, of these types: French-language proficiency.",
        f"When this job enters or leaves a list: 72106 {job.title}.",
    ]


def words(text):
    return " ".join(text.split())


def test_text_and_html_say_the_same():
    message = Message.objects.create(
        subscriber=make_subscriber(), kind="draw", about="draw:258", round=draw("258")
    )
    told, mail = tell_draw(message.round), compose(message)
    html = mail.alternatives[0].content
    as_text = words(unescape(re.sub(r"<[^>]+>", " ", html)))
    for body in (words(mail.body), as_text):
        for part in (told.heading, *(value for _label, value in told.facts), *told.notes[:-1]):
            assert part in body
        assert "Every draw of these types: French-language proficiency." in body
    assert set(re.findall(r"http://testserver[^\s\"<]+", mail.body)) == set(
        re.findall(r'href="([^"]+)"', html)
    )
    assert "<script" not in html
    assert 'src="' not in html


def test_a_name_can_neither_add_a_header_nor_mark_up():
    Category.objects.filter(slug="french").update(name_en="French <i>\r\nBcc: all@reader.example")
    message = Message.objects.create(
        subscriber=make_subscriber(), kind="draw", about="draw:258", round=draw("258")
    )
    mail = compose(message)
    assert "\n" not in mail.subject
    assert "Bcc" not in mail.message()
    assert "<i>" not in mail.alternatives[0].content
    assert "French <i>" in mail.body


def test_there_is_nothing_to_say_of_what_is_gone():
    subscriber = make_subscriber(confirmed_at=None)
    details = {"occupation": 0, "entered": [1], "left": []}
    lists = Message(subscriber=subscriber, kind="lists", about="lists:1", details=details, pk=1)
    assert compose(lists) is None
    known = Message(subscriber=subscriber, kind="known", about="known:1", pk=2)
    assert compose(known) is None
    round = draw("258")
    round.withdrawn_at = timezone.now()
    assert tell_draw(round) is None
