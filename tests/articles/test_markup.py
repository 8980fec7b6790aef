import re
from html.parser import HTMLParser
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.markup import ATTRIBUTES, BLOCK_TOKEN, HEADING_PREFIX, TAGS, TOKEN, clean, render

SCHEMES = ("http:", "https:", "mailto:")

HOSTILE = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "</script><script>alert(1)</script>",
    "<!--<script>-->alert(1)<!--</script>-->",
    "<img src=x onerror=alert(1)>",
    "<img/src='x'/onerror='alert(1)'>",
    "![x](javascript:alert(1))",
    '![x](x "onerror=alert(1)")',
    "<svg onload=alert(1)>",
    "<svg><script>alert&#40;1)</script></svg>",
    "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<object data='data:text/html;base64,PHNjcmlwdD4='></object>",
    "<embed src=//evil.example/x.swf>",
    "<form action=//evil.example><input name=a><button>Go</button></form>",
    "<base href=//evil.example/>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<style>*{background:url(//evil.example)}</style>",
    "<p style='position:fixed;inset:0'>x</p>",
    "<div class=notice onclick=alert(1)>x</div>",
    "<details open ontoggle=alert(1)>x</details>",
    "<body onload=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<a href='javascript:alert(1)'>x</a>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\nscript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](&#x6A&#x61&#x76&#x61script:alert(1))",
    "[x]( javascript:alert(1) )",
    "[x](\x01javascript:alert(1))",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](data:image/svg+xml,<svg/onload=alert(1)>)",
    "[x](file:///etc/passwd)",
    "[x](blob:https://evil.example/1)",
    '[x](https://a.example/"onmouseover="alert(1))',
    "[x](https://a.example/'onmouseover='alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x][1]\n\n[1]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "<https://a.example/\"onmouseover=\"alert(1)>",
    '[<img src=x onerror=alert(1)>](https://a.example/)',
    "[x](https://a.example/\\\"onload=\\\"alert(1))",
    "# x {onclick=alert(1)}",
    "# location",
    "# <img name=body>",
    "## constructor\n\n## __proto__\n\n## section-x",
    "`<script>alert(1)</script>`",
    "```\n</code></pre><script>alert(1)</script>\n```",
    "~~~ \"><script>alert(1)</script>\ncode\n~~~",
    "    <script>alert(1)</script>",
    "| <script>alert(1)</script> | b |\n|:--|--:|\n| x | [y](javascript:alert(1)) |",
    "> <script>alert(1)</script>",
    "- <script>alert(1)</script>\n    - <b onclick=alert(1)>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "\\<script>alert(1)\\</script>",
    "<b>" * 200,
    "<div><p><table><tr><td>unclosed",
    "</p></div></main></body></html>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<textarea></textarea><script>alert(1)</script>",
    "\x00<script>\x00alert(1)</script>",
    "\u202e<script>alert(1)</script>",
    "\x02klzzwxh:0001\x03 \x02wzxhzdk:0\x03 <script>",
    "{{ 7|add:7 }} {% load static %}",
    "[[round 255 <script>alert(1)</script>]]",
    "[x]([[round 255 link]])",
    "\ue0007\ue001 <div>\ue0007\ue001</div>",
    "[x](https://a.example/\ue0000\ue001)",
]  # fmt: skip


class Inventory(HTMLParser):
    """What a browser would find: elements with attributes, entities decoded."""

    def __init__(self, html):
        super().__init__()
        self.elements = []
        self.open = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in ("br", "hr"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_comment(self, data):
        raise AssertionError("a comment")


def assert_harmless(html):
    inventory = Inventory(html)
    assert inventory.open == []
    for tag, attributes in inventory.elements:
        assert tag in TAGS
        for name, value in attributes.items():
            assert name in ATTRIBUTES.get(tag, set()) | {"class", "rel"}
            assert "\ue000" not in value
            assert "\ue001" not in value
        if href := attributes.get("href"):
            address = re.sub(r"[\x00-\x20]+", "", href).lower()
            assert not re.match(r"[a-z][a-z0-9+.-]*:", address) or address.startswith(SCHEMES)
        if name := attributes.get("id"):
            assert name.startswith(HEADING_PREFIX)


@pytest.mark.parametrize("source", HOSTILE)
def test_hostile_markdown_comes_out_harmless(source):
    html = render(source).html
    assert_harmless(html)
    assert clean(html) == html


@pytest.mark.parametrize("html", HOSTILE)
def test_hostile_html_is_cleaned_once_and_for_all(html):
    once = clean(html)
    assert_harmless(once)
    assert clean(once) == once


def test_there_are_enough_hostile_inputs():
    assert len(set(HOSTILE)) >= 60


@given(st.text(alphabet="<>[]()`*_#|-:\"'&\\/ \n!~aj1=\ue000\ue001"))
def test_any_text_comes_out_harmless_and_every_token_is_known(source):
    html, references = render(source)
    assert_harmless(html)
    assert {int(index) for index in TOKEN.findall(html)} <= set(range(len(references)))


@pytest.mark.parametrize("character", "([*&<_`>#-|!~")
def test_a_hundred_kilobytes_of_one_character_take_less_than_a_second(character):
    start = process_time()
    render(character * 100_000)
    assert process_time() - start < 1


@pytest.mark.parametrize(
    "piece", ["[a", "[a](", "[a](b", "``a`", "> ", "1. ", "*a **", "<a", "[[", "![", "a|"]
)
def test_sixty_kilobytes_of_openings_take_little_time(piece):
    start = process_time()
    render(piece * (60_000 // len(piece)))
    assert process_time() - start < 2


def test_nesting_that_nobody_could_follow_is_flattened():
    start = process_time()
    html = render("\n".join("    " * depth + "- a" for depth in range(1500))).html
    assert html.count("a") == 1500
    assert html.count("<ul>") < 20
    assert process_time() - start < 2


def test_brackets_nested_sixty_thousand_deep_are_text():
    assert render("[" * 60_000 + "x" + "]" * 60_000).html.startswith("<p>[[[")


def tokens(html):
    return html.replace("\ue000", "{").replace("\ue001", "}")


def test_figures_become_tokens_in_their_sentence():
    compiled = render("It was [[round 255 cutoff]], **[[round  255 change]]**.")
    assert tokens(compiled.html) == "<p>It was {0}, <strong>{1}</strong>.</p>"
    assert compiled.references == ("round 255 cutoff", "round 255 change")


def test_tokens_count_on_from_where_they_are_told_to():
    assert tokens(render("[[faq]]", first_index=3).html) == "<div>{3}</div>"


def test_a_block_between_lines_of_text_stands_for_itself():
    compiled = render("Before\n[[draws week=2023-W27]]\nafter [[round 255 cutoff]]")
    assert tokens(compiled.html) == "<p>Before</p>\n<div>{0}</div>\n<p>after {1}</p>"
    assert BLOCK_TOKEN.findall(compiled.html) == ["0"]


def test_a_figure_alone_on_a_line_stays_in_a_paragraph():
    assert tokens(render("[[round 255 cutoff]]").html) == "<p>{0}</p>"


@pytest.mark.parametrize("source", ["`[[faq]]`", "```\n[[faq]]\n```", "    [[faq]]", r"\[[faq]]"])
def test_code_and_escaped_brackets_are_left_alone(source):
    html, references = render(source)
    assert references == ()
    assert "[[faq]]" in html


def test_what_an_author_types_is_never_a_token():
    assert TOKEN.findall(render("\ue0000\ue001").html) == []


def test_a_reference_in_the_address_of_a_link_takes_the_address_away():
    assert render("[x]([[round 255 link]])").html == '<p><a rel="noopener">x</a></p>'


def test_headings_start_at_two_with_ids_that_shadow_nothing():
    html = render("# Body\n\n## Body\n\n### Été [[round 255 cutoff]] `code`\n\n## ？").html
    assert re.findall(r'<(h\d) id="([^"]*)"', html) == [
        ("h2", "section-body"),
        ("h2", "section-body--2"),
        ("h3", "section-ete-code"),
        ("h2", "section-x"),
    ]


def test_a_table_is_a_region_named_by_its_heading_with_scopes_and_without_styles():
    html = render("## Fees\n\n| Fee | $ |\n|:--|--:|\n| A | 1 |").html
    assert (
        '<div aria-labelledby="section-fees" class="table-region" role="region" tabindex="0"><table>' in html
    )
    assert '<th scope="col">Fee</th>' in html
    assert '<th class="number" scope="col">$</th>' in html
    assert '<td class="number">1</td>' in html
    assert "style" not in html


def test_a_table_without_a_heading_is_still_named():
    assert 'aria-label="Table"' in render("| A |\n|---|\n| 1 |").html


def test_common_markdown_works():
    source = (
        "A *b* **c** `d` [e](https://a.example/f_(g)) <https://a.example/> h@i.example\n\n"
        "> quote\n\n3. three\n4. four\n\n- one\n\n---\n\n~~~python\nx < 1\n~~~"
    )
    html = render(source).html
    for piece in (
        "<em>b</em> <strong>c</strong> <code>d</code>",
        '<a href="https://a.example/f_(g)" rel="noopener">e</a>',
        '<a href="https://a.example/" rel="noopener">https://a.example/</a>',
        "<blockquote>\n<p>quote</p>",
        '<ol start="3">',
        "<ul>\n<li>one</li>",
        "<hr>",
        "<pre><code>x &lt; 1\n</code></pre>",
    ):
        assert piece in html


def test_a_picture_becomes_a_link():
    assert render("![A map](/map.png)").html == '<p>!<a href="/map.png" rel="noopener">A map</a></p>'
