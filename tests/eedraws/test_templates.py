"""The base page and the includes that pages share."""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.core.paginator import Paginator
from django.template import Context, engines
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from draws.models import Round
from draws.trends import Change, totals
from occupations.models import Category

TEMPLATES = Path(settings.BASE_DIR, "templates")
WEEK = ["253", "254", "255", "256"]


def words(html):
    """Return the text that a reader meets: no tags, white space folded."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def week():
    return list(Round.objects.for_list().filter(number__in=WEEK).newest_first())


def render_change(points):
    previous = SimpleNamespace(number="408")
    return words(render_to_string("includes/change.html", {"change": Change(points, previous)}))


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        (-8, "8 points lower than draw 408"),
        (-1, "1 point lower than draw 408"),
        (0, "unchanged from draw 408"),
        (1, "1 point higher than draw 408"),
        (40, "40 points higher than draw 408"),
    ],
)
def test_change_is_told_in_words(points, expected):
    assert render_change(points) == expected


def test_change_is_silent_without_an_earlier_draw():
    assert render_to_string("includes/change.html", {"change": None}).strip() == ""


@pytest.mark.django_db
def test_round_card_shows_the_figures_and_links_the_draw_and_its_type():
    draw = Round.objects.for_list().get(number="255")
    html = render_to_string("includes/round_card.html", {"round": draw})
    assert "463 cut-off in points 1,500 invitations Draw 255 Thursday 6 July 2023" in words(html)
    assert 'href="/draws/255/"' in html
    assert 'href="/categories/healthcare/"' in html
    assert "600 points" not in html


@pytest.mark.django_db
def test_round_card_of_nominees_says_what_the_cutoff_includes():
    draw = Round.objects.for_list().filter(version__category__slug="pnp").newest_first().first()
    html = render_to_string("includes/round_card.html", {"round": draw})
    assert "includes 600 points for the nomination" in html


@pytest.mark.django_db
def test_draw_table_is_a_real_table():
    html = render_to_string(
        "includes/draw_table.html",
        {"rounds": week(), "caption": "Draws of the week", "caption_url": "/draws/2023/", "caption_id": "w"},
    )
    assert '<caption id="w"><a href="/draws/2023/">Draws of the week</a>' in html
    assert "600 points" not in html
    assert html.count('scope="col"') == 5
    assert html.count('scope="row"') == len(WEEK)
    assert "Cut-off (points)" in html
    assert "<tfoot>" not in html


@pytest.mark.django_db
def test_draw_table_adds_up_with_nominees_apart():
    rounds = [*week(), *Round.objects.for_list().filter(number="269")]
    assert rounds[-1].category.includes_nomination
    html = render_to_string(
        "includes/draw_table.html", {"rounds": rounds, "caption": "Draws", "totals": totals(rounds)}
    )
    foot = words(html.partition("<tfoot>")[2])
    assert foot.startswith("4 draws, without provincial nominees 5,000 invitations from 439 to 511")
    assert "1 draw of provincial nominees cut-offs include 600 points" in foot
    assert html.count("Cut-offs of provincial nominees include 600 points for the nomination.") == 1
    assert words(html).count("Provincial nominees cut-off includes 600 points") == 1


@pytest.mark.django_db
def test_draw_table_of_one_type_drops_the_column_and_tells_the_nomination_once():
    rounds = list(Round.objects.for_list().filter(version__category__slug="pnp").newest_first()[:5])
    html = render_to_string(
        "includes/draw_table.html",
        {"rounds": rounds, "caption": "Provincial nominees", "category": rounds[0].category},
    )
    assert html.count('scope="col"') == 4
    assert html.count("600 points for the nomination") == 1


@pytest.mark.django_db
def test_category_tag_spells_out_a_name_that_is_an_abbreviation():
    html = render_to_string("includes/category_tag.html", {"category": Category.objects.get(slug="stem")})
    assert '<abbr title="Science, technology, engineering and math (STEM) occupations">STEM</abbr>' in html


def test_draw_table_without_draws_says_so():
    assert "No draws." in render_to_string("includes/draw_table.html", {"rounds": [], "caption": "Draws"})


def render_pagination(rf, address, number, items=500, **more):
    request = rf.get(address)
    context = {"page_obj": Paginator(range(items), 50).page(number), **more}
    return render_to_string("includes/pagination.html", context, request)


def test_pagination_keeps_the_filters(rf):
    html = render_pagination(rf, "/draws/?type=cec&page=5", 5)
    assert 'href="?type=cec&amp;page=4"' in html
    assert 'href="?type=cec&amp;page=6"' in html
    assert 'href="?type=cec&amp;page=5" aria-current="page"' in html


def test_pagination_begins_with_what_is_asked_for_instead(rf):
    html = render_pagination(rf, "/draws/?page=5&utm_source=elsewhere", 5, asked={"type": ["cec"]})
    hrefs = re.findall('href="([^"]+)"', html)
    assert hrefs == [f"?type=cec&amp;page={number}" for number in (4, 1, 4, 5, 6, 10, 6)]


def test_pagination_names_the_ends_and_the_neighbours_only(rf):
    html = render_pagination(rf, "/draws/", 5)
    assert re.findall(r">(\d+|…)<", html) == ["1", "…", "4", "5", "6", "…", "10"]


def test_pagination_of_millions_of_pages_looks_at_none_of_them(rf):
    html = render_pagination(rf, "/news/", 2, items=10**10)
    assert re.findall(r">(\d+|…)<", html) == ["1", "2", "3", "…", "200000000"]


def test_pagination_is_absent_on_a_single_page(rf):
    assert render_pagination(rf, "/draws/", 1, items=3).strip() == ""


def test_faq_folds_each_answer_under_its_question():
    entry = SimpleNamespace(question="Who & when?", answer_html=mark_safe("<p>Draw 256.</p>"))
    html = render_to_string("includes/faq.html", {"entries": [entry]})
    assert "<summary>Who &amp; when?</summary>" in html
    assert "<p>Draw 256.</p>" in html


def test_breadcrumbs_end_on_this_page():
    html = render_to_string("includes/breadcrumbs.html", {"crumbs": [("Draws", "/draws/"), ("2023", None)]})
    assert '<a href="/draws/">Draws</a>' in html
    assert '<span aria-current="page">2023</span>' in html


@pytest.mark.parametrize("name", ["notice", "faq", "breadcrumbs", "change", "pagination", "error_summary"])
def test_include_is_silent_without_its_parameters(name):
    assert render_to_string(f"includes/{name}.html").strip() == ""


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/draws/", '<a href="/draws/" aria-current="page">a</a> <a href="/draws/255/?from=/">b</a>'),
        ("/draws/255/", '<a href="/draws/" aria-current="true">a</a> <a href="/draws/255/?from=/" aria-current="page">b</a>'),
        ("/news/tag/draws/", '<a href="/draws/">a</a> <a href="/draws/255/?from=/">b</a>'),
    ],
)  # fmt: skip
def test_navigation_marks_the_page_and_what_is_above_it(rf, path, expected):
    assert navigation({"request": rf.get(path)}) == f'<a href="/">home</a> {expected}'


def test_navigation_marks_nothing_without_a_request():
    assert "aria-current" not in navigation({})


def navigation(context):
    content = '<a href="/">home</a> <a href="/draws/">a</a> <a href="/draws/255/?from=/">b</a>'
    template = f"{{% load navigation %}}{{% navigating %}}{content}{{% endnavigating %}}"
    return engines["django"].from_string(template).template.render(Context(context))


@pytest.mark.django_db
def test_base_page_says_how_far_a_stale_record_reaches(rf):
    draw = Round.objects.get(number="255")
    page = engines["django"].from_string('{% extends "base.html" %}')
    stale = {"record": SimpleNamespace(stale=True, complete_to=draw.date)}
    assert "Record complete to 6 July 2023; later draws may be missing." in words(page.render(stale))
    fresh = {"record": SimpleNamespace(stale=False, complete_to=draw.date)}
    assert "later draws" not in page.render(fresh)


def test_a_form_that_stands_alone_in_a_part_is_handed_its_token():
    """A part that is included with `only` knows of no token, and its form would be refused."""
    sources = {path.relative_to(TEMPLATES).as_posix(): path.read_text() for path in TEMPLATES.rglob("*.html")}
    for name, source in sources.items():
        for part, values in re.findall(r'{% include "([^"]+)"([^%]*)%}', source):
            if " only" in values and "{% csrf_token %}" in sources.get(part, ""):
                assert "csrf_token=csrf_token" in values, (name, part)
