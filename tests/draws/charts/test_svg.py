import pytest

from draws.charts.svg import NotADrawing, inner


def drawing(inside):
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">{inside}</svg>'


def test_what_is_said_to_scripts_and_screen_readers_goes():
    line = '<path class="mark" role="graphics-symbol" aria-label="d: 2023" style="color:red" onclick="x()" d="M0,0h5" stroke="var(--cec)"/>'
    assert inner(drawing(f"<g><g>{line}</g></g>")) == '<path d="M0,0h5" stroke="var(--cec)" />'


def test_shapes_without_ink_and_empty_groups_go():
    assert (
        inner(drawing('<g transform="translate(1,1)"><path d="M0,0h5"/><path d="" display="none"/></g>'))
        == ""
    )


def test_letters_keep_their_size_and_lose_their_font():
    text = '<text font-family="sans-serif" font-size="13px" fill="var(--ink)" text-anchor="start">1 &lt; 2</text>'
    assert inner(drawing(text)) == '<text font-size="13" fill="var(--ink)">1 &lt; 2</text>'


def test_numbers_are_no_longer_than_the_eye_sees():
    line = '<line x2="199.8175182481752" y2="4.0" stroke="var(--rule)" opacity="1"/>'
    assert inner(drawing(line)) == '<line x2="199.82" y2="4" stroke="var(--rule)" />'


@pytest.mark.parametrize(
    "inside",
    [
        "<script>1</script>",
        "<style>*{}</style>",
        '<image href="https://example.org/x.png"/>',
        '<foreignObject/>',
        '<rect fill="#888" width="5"/>',
        '<rect fill="url(#x)" width="5"/>',
        '<rect fill="var(--cec)" width="5&quot;"/>',
    ],
)  # fmt: skip
def test_what_is_not_expected_is_refused(inside):
    with pytest.raises(NotADrawing):
        inner(drawing(inside))


@pytest.mark.parametrize("text", ["", "<svg", "<p>no</p>", "<svg></svg>"])
def test_anything_but_a_drawing_is_refused(text):
    with pytest.raises(NotADrawing):
        inner(text)
