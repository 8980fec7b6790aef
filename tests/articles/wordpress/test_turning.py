"""HTML of posts as Markdown, as this site renders it. Pure but for the renderer."""

import re

import pytest

from articles.markup import render
from articles.wordpress.turning import path_of, turn


def html(content, **kwargs):
    """Return what readers get of a post, on one line."""
    return re.sub(r"\s+", " ", render(turn(content, **kwargs).markdown).html).strip()


def blocks(*paragraphs):
    return "".join(f"<!-- wp:paragraph --><p>{text}</p><!-- /wp:paragraph -->" for text in paragraphs)


@pytest.mark.parametrize(
    "words",
    [
        "1. No list",
        "12) No list",
        "# No heading",
        "- No item",
        "+ No item",
        "> No quotation",
        "=====",
        "a * b * c and _d_ and __e__ and `f`",
        r"C:\flour\*",
        "[[round 255 cutoff]]",
        "[[latest]]",
        "[sic] and [a](b)",
        "x < y > z",
        "<b>shown</b>",
        "<https://plain.example/>",
        "&copy; and &amp;",
        "| a | b |",
        "![alt](b.png)",
    ],
)
def test_words_stay_these_very_words(words):
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    compiled = render(turn(blocks("First.", escaped)).markdown)
    found = re.search(r"<p>First.</p>\s*<p>(.*)</p>", compiled.html, re.DOTALL)
    plain = re.sub(r"<br>\s*", " ", found[1])
    assert "<" not in plain
    assert plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == words
    assert compiled.references == ()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (blocks("<strong>A </strong>b"), "<p><strong>A</strong> b</p>"),
        ("One\ntwo\n\nThree", "<p>One<br> two</p> <p>Three</p>"),
        ("Words\n<h2>Head</h2>\nmore", '<p>Words</p> <h2 id="section-head">Head</h2> <p>more</p>'),
        ("<blockquote>One\n\nTwo</blockquote>", "<blockquote> <p>One</p> <p>Two</p> </blockquote>"),
        ("<ul>\n<li>a</li>\n\n<li>b</li>\n</ul>", "<ul> <li>a</li> <li>b</li> </ul>"),
        (
            "<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>",
            "<ul> <li>a<ol> <li>b</li> </ol> </li> <li>c</li> </ul>",
        ),
        (blocks("a<br>b"), "<p>a<br> b</p>"),
        ("<h1>Top</h1>", '<h2 id="section-top">Top</h2>'),
        ("<pre>a *b*\n\n  [[c]]</pre>", "<pre><code>a *b* [[c]] </code></pre>"),
        (blocks("<code>a_b</code>"), "<p><code>a_b</code></p>"),
        (blocks("H<sub>2</sub>O <mark>x</mark> <u>y</u>"), "<p>H2O x y</p>"),
        (
            blocks('<a href="/a_(b)">see [1] now</a>'),
            '<p><a href="/a_%28b%29" rel="noopener">see (1) now</a></p>',
        ),
        ("<!--more-->Words<!-- hidden -->", "<p>Words</p>"),
    ],
)
def test_form_is_kept(content, expected):
    found = html(content).replace(' rel="noopener"', "")
    assert found == expected.replace(' rel="noopener"', "")


class TestTables:
    def grid(self, table):
        return [line for line in turn(table).markdown.split("\n") if line.startswith("|")]

    def test_merged_cells_are_split_and_told(self):
        table = (
            "<table><tr><th>a</th><th colspan=2>b</th></tr>"
            "<tr><td rowspan=2>c</td><td>d</td><td>e</td></tr><tr><td>f</td><td>g</td></tr></table>"
        )
        assert self.grid(table) == ["| a | b | b |", "| --- | --- | --- |", "| c | d | e |", "|  | f | g |"]
        assert turn(table).notes == ["merged cells of a table were split: look whether it still reads well"]

    def test_columns_of_figures_stand_right(self):
        table = "<table><tr><th>a</th><th>b</th></tr><tr><td>x</td><td>$1,000.50</td></tr></table>"
        assert self.grid(table)[1] == "| --- | ---: |"

    def test_without_a_header_the_first_row_is_one(self):
        table = "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>"
        assert self.grid(table) == ["| a | b |", "| --- | --- |", "| c | d |"]
        assert turn(table).notes == ["a table without a header: its first row became the header"]

    def test_a_cell_stays_on_its_line(self):
        table = "<table><tr><th>a|b<br>c</th></tr><tr><td><p>d</p><ul><li>e</li></ul></td></tr></table>"
        assert self.grid(table)[0] == r"| a\|b c |"
        assert "<table>" in html(table)

    @pytest.mark.parametrize("span", ["0", "-3", "99999999999", "x", ""])
    def test_senseless_spans_fill_no_memory(self, span):
        table = f'<table><tr><th colspan="{span}" rowspan="{span}">a</th><th>b</th></tr></table>'
        assert len(self.grid(table)[0]) < 1000

    def test_a_table_in_a_table_is_flattened(self):
        inner = "<table><tr><td>x</td><td>y</td></tr></table>"
        table = f"<table><tr><th>a</th></tr><tr><td>{inner}</td></tr></table>"
        assert self.grid(table) == ["| a |", "| --- |", "| x y |"]


class TestPictures:
    def test_stand_alone_behind_what_they_stood_in(self):
        turned = turn(
            '<p>One <a href="x"><img src="/a.png" alt="A" class="x wp-image-7"></a> two</p><p>Three</p>'
        )
        assert re.sub(r"One\s+two", "One two", turned.markdown) == "One two\n\n\ue0100\ue011\n\nThree"
        assert turned.pictures[0][:3] == ("/a.png", "7", "A")

    def test_keep_their_order_and_captions(self):
        figures = "".join(
            f'<li><figure><img src="/{n}.png"><figcaption>Number <b>{n}</b></figcaption></figure></li>'
            for n in "abc"
        )
        turned = turn(f"<ul>{figures}</ul>")
        assert [picture.caption for picture in turned.pictures] == ["Number a", "Number b", "Number c"]
        assert turned.markdown.split() == ["\ue0100\ue011", "\ue0101\ue011", "\ue0102\ue011"]

    def test_of_the_classic_editor(self):
        turned = turn(
            'A\n\n[caption id="attachment_5"]<img src="/a.png" alt=""/> The <em>words</em>[/caption]\n\nB'
        )
        assert turned.pictures == [("/a.png", "", "", "The words")]

    def test_of_a_classic_gallery_are_known_by_number(self):
        assert [picture.number for picture in turn('[gallery ids="5, 6"]').pictures] == ["5", "6"]

    def test_are_not_made_by_characters_of_ours(self):
        assert turn("<p>A \ue0100\ue011</p>").markdown == "A 0"


@pytest.mark.parametrize(
    ("content", "note"),
    [
        ('[contact-form-7 id="1"]', "[contact-form-7], a shortcode, was left out"),
        ("[box]Words[/box]", "[box], a shortcode, was left out; the words inside stayed"),
        ("[gallery]", "[gallery], a gallery without a list of its pictures, was left out"),
        ("<!-- wp:acme/quiz {} /-->", "the block “acme/quiz” has no content of its own and was left out"),
        ("<form><input></form>", "a form was left out"),
        ("<script>x</script>", "a script was left out"),
        ('<iframe src="https://a.example/b"></iframe>', "<iframe> became a link to https://a.example/b"),
        (
            '<p><a href="javascript:x">y</a></p>',
            "a link that leads nowhere from here lost its address: javascript:x",
        ),
        ("<s>x</s>", "text that was struck out stands as it was, without the line"),
        ("a<!--nextpage-->b", "the pages of the post were put together into one"),
    ],
)
def test_what_is_lost_is_told(content, note):
    assert turn(content).notes == [note]


def test_an_authors_own_brackets_are_no_shortcodes():
    turned = turn("He said [sic], see [1], [[gallery]].")
    assert turned.notes == []
    assert html("He said [sic], see [1], [[gallery]].") == "<p>He said [sic], see [1], [gallery].</p>"


def test_nesting_without_end_is_taken_as_words():
    turned = turn("<div>" * 5000 + "Words" + "</div>" * 5000)
    assert turned.markdown == "Words"
    assert "nested too deeply" in turned.notes[0]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://old.example/2024/05/a/", "/2024/05/a/"),
        ("https://old.example/?p=3", "/?p=3"),
        ("https://old.example", "/"),
        ("https://old.example/wp-content/uploads/a.pdf", "https://old.example/wp-content/uploads/a.pdf"),
        ("https://other.example/a", "https://other.example/a"),
        ("/here/", "/here/"),
        ("http://[broken", ""),
    ],
)
def test_links_of_the_old_site_lead_to_this_one(address, expected):
    assert path_of("", {"old.example"})(address) == expected
