"""What live references show: figures, tables, the clock, corrections."""

import re

import pytest
from django.utils import timezone
from django.utils.html import strip_tags

from articles.compiling import compile_entry
from articles.live import fill_answers, fill_article, fill_standfirsts
from articles.models import Article, FaqEntry
from articles.saving import save_article
from draws.models import Round
from draws.record import public_draws
from occupations.models import Listing
from tests.factories import make_article, make_round, publish_record, toronto

pytestmark = pytest.mark.django_db

JULY_2023 = toronto(2023, 7, 7, 16, 30)
NOVEMBER_2026 = toronto(2026, 11, 22, 12)


@pytest.fixture(autouse=True)
def followed_record(db):
    publish_record()


def filled(body, now=NOVEMBER_2026, entries=(), **fields):
    values = {"kind": "news", "published_at": JULY_2023, "standfirst": "-"} | fields
    article = make_article(f"article-{Article.objects.count()}", body=body, **values)
    save_article(article, entries=[FaqEntry(question=q, answer=a) for q, a in entries])
    return fill_article(article, list(article.faq_entries.in_order()), now)


def told(body, **fields):
    return " ".join(strip_tags(filled(body, **fields).body).split())


FIGURES = {
    "round 255 cutoff": "463",
    "round 255 invitations": "1,500",
    "round 255 date": "6 July 2023",
    "round 255 type": "Healthcare",
    "round 255 link": "draw 255",
    "round 255 tiebreak": "19 June 2023, 2:41 a.m. EDT",
    "round 255 change": "13 points lower",
    "round 253 change": "25 points higher",
    "round 251 change": "unchanged",
    "round 254 change": "the first of its type",
    "round 76 tiebreak": "not given",
    "round 258 cutoff as_of=now": "375",
    "draws week=2023-W27 total": "5,000",
    "draws week=2023-W27 count": "4",
    "draws week=2023-W27 lowest": "439",
    "draws week=2023-W27 highest": "511",
    "draws week=2023-W27 range": "from 439 to 511",
    "draws numbers=255 range": "463",
    "draws week=2023-W27 category=stem,french total": "2,800",
    "draws month=2020-01 count": "2",
    "draws month=2020-01 range": "from 471 to 473",
    "draws week=2023-W01 total": "0",
    "draws week=2023-W01 range": "not in the record",
    "category french cutoff": "439",
    "category french link": "draw 256",
    "category general invitations": "700",
    "category healthcare date": "6 July 2023",
    "category stem gap": "not in the record",
    "category healthcare gap": "8 days",
    "occupations category=trades,transport,agriculture on=2023-07-07 count": "23",
    "occupations category=healthcare count": "35",
}


@pytest.mark.parametrize("text", FIGURES)
def test_a_figure_of_july_2023_reads(text):
    assert told(f"[[{text}]]") == FIGURES[text]


def test_figures_are_marked_up_and_left_alone_by_translators():
    body = filled("[[round 255 invitations]] [[round 255 date]] [[round 255 link]] [[round 255 type]]").body
    assert '<span class="figure" translate="no">1,500</span>' in body
    assert '<time class="figure" datetime="2023-07-06">6 July 2023</time>' in body
    assert '<a href="/draws/255/">draw 255</a>' in body
    assert '<span class="figure">Healthcare</span>' in body


def test_nominees_are_never_mixed_with_others_and_say_their_600_points():
    week = "draws week=2026-W40"
    now = {"published_at": toronto(2026, 10, 2)}
    assert told(f"[[{week} total]]", **now) == "5,500"
    assert told(f"[[{week} category=pnp total]]", **now) == "733"
    assert told(f"[[{week} category=pnp range]]", **now) == "725 (includes 600 points for the nomination)"
    assert told("[[round 445 cutoff]]", **now) == "725 (includes 600 points for the nomination)"


def test_a_table_of_draws_has_a_caption_that_links_to_its_year_and_totals():
    body = filled("[[draws week=2023-W27]]").body
    assert '<caption id="table-0"><a href="/draws/2023/">Draws of 2023: 3 to 9 July</a>' in body
    assert re.findall(r'href="/draws/(\d{3})/"', body) == ["253", "254", "255", "256"]
    foot = body[body.index("<tfoot>") :]
    assert "5,000" in foot
    assert "from 439 to 511" in " ".join(strip_tags(foot).split())
    assert "<div" not in body, "the table has left the element that held its place"


@pytest.mark.parametrize(
    ("selection", "caption", "url"),
    [
        ("year=2023", "Draws of 2023", "/draws/2023/"),
        ("month=2023-06", "Draws of June 2023", "/draws/2023/06/"),
        ("from=2023-06-28 to=2023-07-04", "Draws of 2023: 28 June to 4 July", "/draws/2023/"),
        ("from=2023-07-04 to=2023-07-04", "Draws of 2023: 4 July", "/draws/2023/"),
        ("from=2022-12-28 to=2023-01-11", "Draws from 28 December 2022 to 11 January 2023", "/draws/2022/"),
        ("numbers=253,254,255", "Draws 253, 254 and 255", "/draws/2023/"),
        (
            "week=2023-W27 category=stem,french",
            "Draws of 2023: 3 to 9 July (STEM and French)",
            "/draws/2023/",
        ),
    ],
)
def test_a_caption_says_what_was_selected(selection, caption, url):
    body = filled(f"[[draws {selection}]]").body
    assert re.search(rf'<a href="{url}">{re.escape(caption)}</a>', body)


def test_the_table_of_the_last_draws_is_as_of_the_article():
    body = filled("[[latest]]").body
    assert "The last draw of each type, up to 7 July 2023" in body
    numbers = re.findall(r'href="/draws/(\w+)/"', body)
    assert {"253", "254", "255", "256"} <= set(numbers)
    assert not {"257", "447"} & set(numbers)


def test_the_table_of_gaps_is_over_a_year_up_to_the_end_of_the_record():
    body = filled("[[gaps as_of=now]]").body
    assert "1 October 2025 to 1 October 2026" in " ".join(strip_tags(body).split())
    assert "Canadian Experience Class" in body
    assert "The record" not in body


def test_the_table_of_lists_says_when_they_ended_and_what_is_listed_today():
    body = filled("[[occupations category=trades,transport,agriculture on=2023-07-07]]").body
    text = " ".join(strip_tags(body).split())
    assert text.count("List in force on 7 July 2023 (ended 26 February 2025)") == 3
    assert "On a list today? 22 November 2026" in text
    assert len(re.findall(r'href="/occupations/\d{5}/"', body)) == 23
    assert "73300 Transport truck drivers No, until 26 February 2025" in text
    assert "72300 Plumbers Yes: Trades" in text
    assert "63201 Butchers- retail and wholesale Yes: Trades" in text


def test_a_list_still_in_force_has_no_end():
    text = told("[[occupations category=trades as_of=now]]")
    assert "List in force on 22 November 2026" in text
    assert "ended" not in text


def test_the_questions_stand_where_the_text_has_them():
    page = filled("A\n\n[[faq]]\n\nB", entries=[("Why?", "Because [[round 255 cutoff]].")])
    assert page.faq_placed
    assert re.search(r"<p>A</p>.*<summary>Why\?</summary>.*463.*<p>B</p>", page.body, re.S)
    assert page.answers[0].answer_html == '<p>Because <span class="figure" translate="no">463</span>.</p>'


def test_later_rounds_change_nothing_in_an_old_roundup():
    article = Article.objects.get(slug="5000-invitations-in-four-draws-4-to-7-july-2023")
    entries = list(article.faq_entries.in_order())
    before = fill_article(article, entries, NOVEMBER_2026)
    # One in the same week, after the article; one of a type it speaks of; one newer than all.
    make_round("1001", "pnp", day=toronto(2023, 7, 9).date())
    make_round("1002", "french", day=toronto(2023, 7, 12).date())
    make_round("1003", "stem", day=toronto(2026, 10, 13).date())
    assert fill_article(article, entries, NOVEMBER_2026) == before


def test_an_earlier_round_that_was_missing_does_appear():
    make_round("1001", "trades", day=toronto(2023, 7, 3).date(), invitations=10)
    assert told("[[draws week=2023-W27 total]]") == "5,010"


def test_a_round_counts_from_its_moment_and_without_one_from_its_day():
    Round.objects.filter(number="256").update(held_at=toronto(2023, 7, 7, 17))
    assert told("[[draws week=2023-W27 count]]") == "3"
    Round.objects.filter(number="256").update(held_at=None)
    assert told("[[draws week=2023-W27 count]]") == "4"


def test_as_of_now_is_asked_for():
    assert told("[[category cec cutoff as_of=now]]") == "518"


def test_a_guide_speaks_of_today():
    assert told("[[category cec cutoff]]", kind="guide") == "518"


def corrected(number="255", **figures):
    round = Round.objects.get(number=number)
    for name, value in figures.items():
        setattr(round, name, value)
    round.save()
    Round.objects.filter(pk=round.pk).update(figures_changed_at=toronto(2026, 11, 5, 9))


def test_a_corrected_figure_shows_with_the_date_of_the_correction():
    corrected(crs_cutoff=464)
    page = filled("[[round 255 cutoff]] [[round 255 type]]\n\n[[draws week=2023-W27]]")
    text = " ".join(strip_tags(page.body).split())
    assert text.startswith("464 (corrected 5 November 2026) Healthcare")
    assert "The figures of draw 255 were corrected on 5 November 2026." in text
    assert page.updated_at == toronto(2026, 11, 5, 9)


def test_a_total_says_that_one_of_its_figures_was_corrected():
    corrected(invitations=1600)
    assert told("[[draws week=2023-W27 total]]") == "5,100 (corrected 5 November 2026)"


def test_a_correction_before_the_words_were_written_is_no_news():
    corrected(crs_cutoff=464)
    page = filled("[[round 255 cutoff]]", updated_at=toronto(2026, 11, 6))
    assert strip_tags(page.body) == "464"
    assert page.updated_at == toronto(2026, 11, 6)


def test_a_guide_has_no_dated_corrections():
    corrected(crs_cutoff=464)
    assert told("[[round 255 cutoff]]", kind="guide") == "464"


def test_what_has_left_the_record_does_not_break_the_page():
    article = make_article(kind="news", published_at=JULY_2023, body=(
        "[[round 255 cutoff]], [[draws numbers=255 range]]\n\n[[occupations category=trades]]\n\n[[latest]]"
    ))  # fmt: skip
    save_article(article)
    Round.objects.filter(number="255").update(withdrawn_at=timezone.now(), withdrawn_reason="-")
    Listing.objects.filter(version__category__slug="trades").delete()
    text = " ".join(strip_tags(fill_article(article, [], NOVEMBER_2026).body).split())
    assert text.startswith("not in the record, not in the record This table is not in the record.")
    assert "The last draw of each type" in text


def test_tokens_without_a_reference_and_bad_references_do_not_break_the_page():
    article = make_article(kind="news", body_html="<p>\ue0007\ue001</p><div>\ue0008\ue001</div>")
    text = strip_tags(fill_article(article, [], NOVEMBER_2026).body)
    assert text == "not in the recordThis table is not in the record."
    article.references.create(index=7, text="zebra")
    assert "not in the record" in fill_article(article, [], NOVEMBER_2026).body


def test_a_block_inside_a_sentence_is_no_table():
    article = make_article(kind="news", body_html="<p>x \ue0000\ue001</p>")
    article.references.create(index=0, text="latest")
    assert "<table" not in fill_article(article, [], NOVEMBER_2026).body


def test_related_draws_are_those_told_of_one_by_one():
    page = filled(
        "[[round 255 cutoff]] [[draws year=2020 total]] [[category cec cutoff]]\n\n[[draws numbers=251,253]]"
    )
    assert [round.number for round in page.rounds] == ["255", "253", "251"]


def test_a_roundup_has_the_draws_of_its_week():
    page = filled("Text", kind="roundup", week_start=toronto(2023, 7, 3).date())
    assert [round.number for round in page.week] == ["253", "254", "255", "256"]


def test_a_long_article_has_contents_with_figures_in_words():
    body = "\n\n".join(f"## Part {part} & [[round 255 cutoff]]\n\ntext" for part in range(4))
    assert filled(body).contents[0] == ("section-part-0", "Part 0 & 463")


def test_a_short_article_has_none():
    assert filled("## One\n\n## Two\n\n## Three").contents == []


def test_site_wide_answers_speak_of_today():
    FaqEntry.objects.site_wide().delete()
    entry = FaqEntry.objects.create(question="?", answer="[[category cec cutoff]], [[gaps]]\n\n[[gaps]]")
    compile_entry(entry)
    [answer] = fill_answers([entry], NOVEMBER_2026)
    assert strip_tags(answer.answer_html).startswith("518, not in the record")
    assert 'id="table-answer-0-' in answer.answer_html


def test_standfirsts_of_a_list_are_filled_without_bodies():
    articles = fill_standfirsts(Article.objects.published().for_list().newest_first(), NOVEMBER_2026)
    by_slug = {article.slug: article.standfirst_live for article in articles}
    assert "from 439 to 511" in by_slug["5000-invitations-in-four-draws-4-to-7-july-2023"]


EVERYTHING = """[[latest]]\n\n[[gaps]]\n\n[[draws year=2023]]\n\n[[occupations category=trades]]

[[round 255 change]] [[category cec gap]] [[draws month=2023-06 range]] [[occupations category=stem count]]
"""


@pytest.mark.parametrize("times", [1, 4])
def test_one_query_fills_whatever_there_is(record_in_hand, django_assert_num_queries, times):
    article = make_article(
        kind="roundup", published_at=JULY_2023, week_start=toronto(2023, 7, 3).date(), body=EVERYTHING * times
    )
    entries = [FaqEntry(question=f"{n}?", answer="[[round 254 cutoff]]") for n in range(times)]
    save_article(article, entries=entries)
    article, entries = Article.objects.get(pk=article.pk), list(article.faq_entries.in_order())
    fill_article(article, entries, NOVEMBER_2026)
    with django_assert_num_queries(1):
        fill_article(article, entries, NOVEMBER_2026)


def test_nothing_is_asked_for_plain_words(record_in_hand, django_assert_num_queries):
    article = make_article(kind="news", body_html="<p>Plain</p>")
    public_draws()
    with django_assert_num_queries(0):
        fill_article(article, [], NOVEMBER_2026)


@pytest.mark.thorough
def test_an_article_may_have_more_figures_than_a_database_bears_conditions():
    shown = told("[[round 255 cutoff]] " * 1500 + "[[round 254 change]]")
    assert shown.startswith("463 463 ")
    assert shown.endswith("the first of its type")
