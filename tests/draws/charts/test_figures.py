"""Charts on pages: a named image with a finding and a table; without its drawing, the table alone."""

import re
from datetime import date

import pytest

from draws.charts.figures import cutoff_figure, record_charts, sparklines
from draws.charts.store import keep
from draws.models import Round
from tests.factories import make_round, toronto
from tests.html import Page

pytestmark = pytest.mark.django_db

PAGES = [
    "/categories/healthcare/",
    "/categories/pnp/",
    "/draws/255/",
    "/draws/2025/",
    "/pool/",
    "/pool/2023-07-04/",
]


@pytest.fixture
def root(settings, tmp_path):
    settings.CHARTS_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def drawn(root):
    """Every chart of the record is there, with little in it."""
    for chart in record_charts():
        keep(chart, '<path d="M0,0h1" stroke="var(--ink)" />')


def headings(page):
    return [" ".join(text.split()) for _level, text in page.headings]


@pytest.mark.usefixtures("drawn")
@pytest.mark.parametrize("url", PAGES)
def test_each_chart_is_one_named_image_with_its_table_and_source(client, url):
    response = client.get(url)
    page = Page(response.text)
    figures = page.all("figure")
    names = {
        attributes["id"] for tag, attributes in page.elements if tag in ("h2", "h3") and "id" in attributes
    }
    images = [svg for svg in page.all("svg") if "chart__drawing" in svg.get("class", "")]
    assert figures
    assert len(images) >= len(figures)
    for image in images:
        assert image["role"] == "img"
        assert image["aria-labelledby"] in names
        assert "viewbox" in image
    assert response.text.count("Source: Immigration, Refugees and Citizenship Canada.") >= len(figures)
    assert len(re.findall(r"<figure.*?<details.*?<table.*?</figure>", response.text, re.DOTALL)) == len(
        figures
    )


@pytest.mark.usefixtures("root")
@pytest.mark.parametrize("url", PAGES)
def test_a_chart_that_is_missing_shows_its_table(client, url):
    response = client.get(url)
    page = Page(response.text)
    assert [svg for svg in page.all("svg") if "chart__drawing" in svg.get("class", "")] == []
    tables = re.findall(r"<figure.*?(<details[^>]*>)", response.text, re.DOTALL)
    assert tables
    assert set(tables) == {"<details open>"}


@pytest.mark.usefixtures("drawn")
def test_a_changed_figure_leaves_the_table_until_it_is_drawn(client):
    assert "chart__drawing" in client.get("/categories/healthcare/").text
    make_round(category="healthcare", crs_cutoff=480)
    text = client.get("/categories/healthcare/").text
    assert "chart__drawing" not in text
    assert "<details open>" in text


@pytest.mark.usefixtures("drawn")
def test_a_draw_is_marked_among_those_of_its_type_and_in_the_pool(client):
    text = client.get("/draws/255/").text
    assert "Draw 255, at 463, has a ring around it." in text
    assert text.count('<circle class="chart__mark"') == 2
    assert text.count('<rect class="chart__mark"') == 2
    assert "The cut-off, 463, is in the band with a frame." in text


@pytest.mark.usefixtures("drawn")
def test_the_finding_names_range_extremes_and_last_with_their_days(client):
    text = Page(client.get("/categories/healthcare/").text).text
    assert (
        "In 16 draws from 28 June 2023 to 4 September 2026, the lowest cut-off was 422, on 14 February 2024, and the "
        "highest 510, on 2 May 2025. The last in the record is 475." in text
    )


@pytest.mark.parametrize(
    ("cutoff", "heading"),
    [
        (400, "Cut-offs from 336 to 486, the last 400"),
        (300, "The last cut-off, 300, is the lowest of 37"),
        (500, "The last cut-off, 500, is the highest of 37"),
    ],
)
@pytest.mark.usefixtures("root")
def test_the_heading_states_what_the_cut_offs_show(client, cutoff, heading):
    make_round(category="french", crs_cutoff=cutoff, day=date(2026, 10, 2))
    assert heading in headings(Page(client.get("/categories/french/").text))


@pytest.mark.usefixtures("drawn")
@pytest.mark.parametrize(
    ("url", "units"),
    [
        ("/categories/healthcare/", ["points"] * 2),
        ("/draws/2025/", ["invitations"] * 4),
        ("/pool/2023-07-04/", ["points", "candidates"] * 2),
    ],
)
def test_axes_have_their_units_in_words(client, url, units):
    html = client.get(url).text
    assert re.findall(r'<text class="chart__unit"[^>]*>(.*?)</text>', html) == units


@pytest.mark.usefixtures("root")
def test_a_year_counts_nominees_in_a_figure_of_their_own(client):
    page = Page(client.get("/draws/2025/").text)
    assert "there were 103,100 invitations, the most of a month in December: 18,000." in page.text
    assert "there were 10,898 invitations, the most of a month in December: 1,522." in page.text
    assert [text for text in headings(page) if "most invitations" in text] == [
        "December had the most invitations: 18,000",
        "December had the most invitations to provincial nominees: 1,522",
    ]


@pytest.mark.usefixtures("root")
def test_a_withdrawn_draw_is_not_marked():
    rounds = list(Round.objects.filter(version__category__slug="healthcare").oldest_first().for_list())
    figure = cutoff_figure(rounds[0].category, rounds[1:], rounds[0])
    assert (figure.draws, figure.marked) == (15, None)
    assert all(drawing.point is None for drawing in figure.drawings)


@pytest.mark.usefixtures("root")
def test_the_chart_of_a_withdrawn_draw_speaks_of_the_others(client):
    values = {"withdrawn_at": toronto(2026, 10, 14), "withdrawn_reason": "Never held."}
    Round.objects.filter(number="255").update(**values)
    for chart in record_charts():
        keep(chart, "<g></g>")
    text = client.get("/draws/255/").text
    assert "Cut-offs from 422 to 510, the last 475" in headings(Page(text))
    assert "chart__drawing" in text
    assert "has a ring around it" not in text


@pytest.mark.usefixtures("root")
def test_without_its_drawing_nothing_is_said_of_a_ring(client):
    assert "has a ring around it" not in client.get("/draws/255/").text


def test_sparklines_take_one_query(django_assert_num_queries):
    newest = Round.objects.public_record().newest_first().first()
    with django_assert_num_queries(1):
        lines = sparklines(newest.date)
    assert len(lines[newest.category.pk].points) > 1


@pytest.mark.parametrize("url", ["/", "/categories/"])
def test_rows_of_types_have_a_sparkline_for_the_eye_and_its_range_in_words(client, url):
    page = Page(client.get(url).text)
    lines = [svg for svg in page.all("svg") if "sparkline" in svg.get("class", "")]
    assert len(lines) >= 5
    assert "29 September 2026" in page.text
    assert "from 507 to 547" in page.text
    assert all(line["aria-hidden"] == "true" for line in lines)


def test_an_empty_record_has_no_charts(client, empty_record):
    assert record_charts() == []
    assert sparklines(None) == {}
    assert client.get("/").status_code == client.get("/categories/").status_code == 200
