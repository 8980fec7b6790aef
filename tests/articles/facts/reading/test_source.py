"""Text of the same length, with the markup of Markdown, HTML and plain text blanked out."""

import pytest

from articles.facts.model import Format, Part
from articles.facts.reading.source import clean
from articles.references import RoundFigure


def words(source: str, format: Format = Format.MARKDOWN) -> str:
    return " ".join(clean(Part("body", source, format)).text.split())


@pytest.mark.parametrize(
    ("source", "format", "read"),
    [
        ("**1,500** *invitations*", Format.MARKDOWN, "1,500 invitations"),
        ("`463` and\n```\n511\n```\nthen", Format.MARKDOWN, "and then"),
        ("a <!-- 511 --> b", Format.MARKDOWN, "a b"),
        ("a <!-- never closed 511", Format.MARKDOWN, "a <!-- never closed 511"),
        ("<p>A <b class='x'>463</b></p><script>511</script>", Format.HTML, "A 463"),
        ("439&ndash;511", Format.HTML, "439\u2013 511"),
        ("the nominee\u2019s \u201cscore\u201d", Format.PLAIN, 'the nominee\'s "score"'),
        ("draw\x00\x1f 255\u200b", Format.PLAIN, "draw 255"),
        ("![a chart of 511](c.png) 463", Format.MARKDOWN, "463"),
        (r"\*700\*", Format.MARKDOWN, "700"),
    ],
)
def test_markup_is_blanked_out(source: str, format: Format, read: str) -> None:
    assert words(source, format) == read


@pytest.mark.parametrize("format", list(Format))
@pytest.mark.parametrize(
    "source",
    [
        "**4** July\r\n[x](https://a.ca/b_(c)) [[round 255 cutoff]] &eacute; <br> `a` \u0130\r end",
        "[[[[" * 50 + "&amp;" * 20 + "<" * 50 + "`" * 9,
        "",
    ],
)
def test_every_offset_is_one_of_the_source(source: str, format: Format) -> None:
    text = clean(Part("body", source, format)).text
    assert len(text) == len(source)
    for place, (read, written) in enumerate(zip(text, source, strict=True)):
        if read.isalnum():
            assert read == written or source[place] == "&"


def test_links_keep_their_words_and_targets() -> None:
    source = (
        'IRCC [said so](https://canada.ca/x "title") and [again][r].\n\nhttps://a.ca/b.\n\n[r]: https://c.ca'
    )
    text = clean(Part("body", source))
    assert [(source[link.start : link.end], link.target) for link in text.links] == [
        ("said so", "https://canada.ca/x"),
        ("again", "https://c.ca"),
        ("https://a.ca/b", "https://a.ca/b"),
    ]


def test_links_of_html() -> None:
    source = "<a href='https://a.ca'>one</a> <a href=https://b.ca>two <a>three</a>"
    links = clean(Part("body", source, Format.HTML)).links
    assert [link.target for link in links] == ["https://a.ca", "https://b.ca"]


def test_live_references_leave_no_words_and_say_what_they_refer_to() -> None:
    text = clean(Part("body", r"It was [[round 255 cutoff]], [[nonsense]] and \[[round 1 cutoff]]."))
    assert text.text.split() == ["It", "was", ",", "and", "[[round", "1", "cutoff]]."]
    known, unknown = text.lives
    assert isinstance(known.reference, RoundFigure)
    assert known.reference.number == "255"
    assert unknown.reference is None


def test_a_space_that_does_not_break_keeps_a_number_together() -> None:
    assert clean(Part("body", "2&nbsp;300 x", Format.HTML)).text == "2 \xa0\xa0\xa0\xa0\xa0300 x"
