import pytest

from articles.facts.reading.sentences import lines, spans


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("See draw No. 255. It had 1,500.", ["See draw No. 255.", "It had 1,500."]),
        ("No. Only candidates were.", ["No.", "Only candidates were."]),
        ("At 5 p.m. EST it was 5,000. Then 463.", ["At 5 p.m. EST it was 5,000.", "Then 463."]),
        ("It closed at 5 p.m. Then it ended.", ["It closed at 5 p.m.", "Then it ended."]),
        ("Up from 466 on 18 Sept. Round 127 had more.", ["Up from 466 on 18 Sept.", "Round 127 had more."]),
        ("On Sept. 18 it was 466.", ["On Sept. 18 it was 466."]),
        (
            "Mr. J. Smith of St. John's waits. He has 480.",
            ["Mr. J. Smith of St. John's waits.", "He has 480."],
        ),
        ('He said "463." Nobody heard.', ['He said "463."', "Nobody heard."]),
        ("a cut-off of 3.5 per cent, i.e. more", ["a cut-off of 3.5 per cent, i.e. more"]),
        ("  ", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in spans(text, 0, len(text))] == sentences


def test_short_lines_stand_each_for_itself() -> None:
    text = "PNP, 26 August: 1,121\nFrench, 15 August: 2,000\nCEC: 3,200"
    assert [text[start:end] for start, end in lines(text, 0, len(text))] == text.split("\n")


def test_wrapped_prose_is_one() -> None:
    text = "The cut-off of the draw was lower than the one before it, which was\nheld in\nJune."
    assert list(lines(text, 0, len(text))) == [(0, len(text))]
