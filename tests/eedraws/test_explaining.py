"""Abbreviations lead to the glossary where they are written out first in running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eedraws.explaining import Explainer

explainer = Explainer(
    [("Comprehensive Ranking System (CRS)", "crs"), ("Candidate", "candidate"), ("All Day Draw (ADD)", "add")]
)


def link(html):
    return explainer.link(html, "/glossary/")


CRS = '<a href="/glossary/#crs">CRS</a>'


def test_the_first_place_is_linked_and_no_other():
    html = "<p>The Comprehensive Ranking System (CRS), the Comprehensive Ranking System (CRS).</p>"
    assert (
        link(html)
        == f"<p>The Comprehensive Ranking System ({CRS}), the Comprehensive Ranking System (CRS).</p>"
    )


def test_each_term_has_a_first_place_of_its_own_in_any_case_and_across_lines():
    html = "<p>all day draw (ADD) by the comprehensive ranking\n  system (CRS)</p>"
    assert link(html).count("<a ") == 2


@pytest.mark.parametrize(
    "tag", ["a", "h1", "h2", "caption", "summary", "label", "th", "button", "option", "code"]
)
def test_where_a_link_cannot_stand_the_next_place_is_taken(tag):
    inside = f'<{tag} class="x">Comprehensive Ranking System (CRS)</{tag}>'
    assert link(f"{inside} <p>Comprehensive Ranking System (CRS)</p>") == (
        f"{inside} <p>Comprehensive Ranking System ({CRS})</p>"
    )


def test_elements_whose_names_only_begin_alike_are_no_links():
    html = "<article><abbr>x</abbr> Comprehensive Ranking System (CRS)</article>"
    assert CRS in link(html)


def test_attributes_are_let_be():
    html = '<img alt="Comprehensive Ranking System (CRS)">'
    assert link(html) == html


def test_an_abbreviation_that_only_a_heading_writes_out_is_linked_alone():
    html = "<h1>Comprehensive Ranking System (CRS)</h1><p>crs, CRSs, CRS and CRS</p>"
    assert link(html) == html.replace(" CRS and", f" {CRS} and")


def test_what_is_written_out_goes_before_what_is_not():
    html = "<p>CRS, Comprehensive Ranking System (CRS)</p>"
    assert link(html) == html.replace("(CRS)", f"({CRS})")


@given(st.text(alphabet="<>/ahp12 ()\"'=&CS", max_size=200))
def test_other_text_stays_as_it_is(html):
    assert link(html) == html
