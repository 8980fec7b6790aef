"""HTML that leaves the site: whole addresses, tables kept, nothing that needs the page."""

from core.outside import for_machines, for_outside, without_controls, words_of

PAGE = "https://draws.example/news/2023/07/a/"


def test_addresses_are_whole():
    html = for_outside('<a href="/draws/255/">a</a><a href="#b">b</a><img src="/m/c.webp" alt="c">', PAGE)
    assert 'href="https://draws.example/draws/255/"' in html
    assert f'href="{PAGE}#b"' in html
    assert '<img src="https://draws.example/m/c.webp" alt="c">' in html


def test_others_addresses_stay_and_no_script_comes_along():
    html = for_outside(
        '<a href="https://a.example/" rel="sponsored nofollow noopener">a</a>'
        '<a href="javascript:alert(1)">b</a><script>1</script><p onclick="1" style="a">c</p>',
        PAGE,
    )
    assert '<a href="https://a.example/" rel="sponsored nofollow noopener">a</a>' in html
    assert "javascript" not in html
    assert "<script" not in html
    assert "<p>c</p>" in html


def test_tables_stay_and_what_only_the_site_shows_goes():
    html = for_outside(
        '<div class="table-region" tabindex="0"><table><caption id="x">C</caption>'
        '<tr><th scope="row" colspan="2">H</th><td class="number">1</td></tr></table></div>'
        "<svg><text>drawn</text></svg><button>Sort</button>",
        PAGE,
    )
    assert "<table><caption>C</caption>" in html
    assert '<th scope="row" colspan="2">H</th><td>1</td>' in html
    assert "drawn" not in html
    assert "Sort" not in html


def test_words_alone():
    assert words_of("<p>A <b>b</b></p><p>c\n d</p>") == "A b c d"


def test_paragraphs_without_what_stands_in_them():
    html = '<p>At <span translate="no">511</span>, see <a href="/a/">draw <b>1</b></a>.</p><ul><li>a &lt; b</li></ul>'
    assert for_machines(html) == "<p>At 511, see draw 1.</p><ul><li>a &lt; b</li></ul>"


def test_what_xml_cannot_hold_goes():
    assert without_controls("a\x00\x0b\x1fb\n\tc") == "ab\n\tc"
