"""Questions that the record answers: their words as of today, as of an article, and where there is nothing to say."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.drafting.asked import read
from articles.drafting.pins import answer, moved_on
from articles.live import fill_answers, fill_article
from articles.models import Article, FaqEntry
from articles.saving import save_article, save_entry
from draws.models import Round
from tests.factories import make_article, make_round, publish_record, toronto

pytestmark = pytest.mark.django_db

NOW = toronto(2026, 11, 22, 12)
LEFT_OUT = (
    " Draws for provincial nominees are left out, because their cut-offs include 600 points for the nomination. "
    "Cut-offs of different types of draw cannot be compared."
)


@pytest.fixture(autouse=True)
def followed_record(db):
    publish_record()
    FaqEntry.objects.site_wide().delete()


def asked(text, article=None):
    found = answer(read(text), article, NOW)
    return found.question, found.plain


@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        (
            "latest",
            "When was the newest draw in the record?",
            "The newest in the record is draw 447 of 1 October 2026, for trades. It had 3,500 invitations and a cut-off "
            "of 476.",
        ),
        (
            "latest category=pnp",
            "When was the newest draw for provincial nominees in the record?",
            "The newest in the record is draw 445 of 28 September 2026, for provincial nominees. It had 733 invitations "
            "and a cut-off of 725 (includes 600 points for the nomination).",
        ),
        (
            # 169 in draw 397 for physicians; no draw of 2026 is lower.
            "lowest year=2026",
            "What is the lowest cut-off of 2026 so far?",
            "Up to 1 October 2026, the record of 2026 has 169 as its lowest cut-off, in draw 397 of 19 February 2026, "
            "for physicians with Canadian work experience." + LEFT_OUT,
        ),
        (
            "lowest year=2026 category=french",
            "What is the lowest cut-off of 2026 so far for French-language proficiency?",
            "Up to 1 October 2026, the record of 2026 has 382 as its lowest cut-off, in draw 437 of 19 August 2026, for "
            "French-language proficiency.",
        ),
        (
            "highest year=2023",
            "What was the highest cut-off of 2023?",
            "The record of 2023 has 561 as its highest cut-off, in draw 272 of 6 December 2023, for all programs."
            + LEFT_OUT,
        ),
        (
            "invitations year=2023",
            "How many invitations were issued in 2023?",
            "The record of 2023 has 105,870 invitations in 37 draws. Provincial nominees are counted apart: 4,396 "
            "invitations in 5 draws.",
        ),
        (
            "invitations year=2026 category=military",
            "How many invitations have been issued so far in 2026 for skilled military recruits?",
            "Up to 1 October 2026, the record of 2026 has 4 invitations in 1 draw.",
        ),
        (
            "latest category=researchers",
            "When was the newest draw for researchers with Canadian work experience in the record?",
            "The record has no such draw up to 1 October 2026.",
        ),
        (
            "lowest year=2024 category=fsw",
            "What was the lowest cut-off of 2024 for the Federal Skilled Worker Program?",
            "The record has no such draw of 2024 up to 1 October 2026.",
        ),
    ],
)
def test_as_of_today(text, question, said):
    assert asked(text) == (question, said)


def test_a_tie_names_the_last_draw():
    make_round("448", "french", day=toronto(2026, 10, 13).date(), crs_cutoff=382)
    assert (
        "382 as its lowest cut-off, last in draw 448 of 13 October 2026"
        in (asked("lowest year=2026 category=french")[1])
    )


def test_two_draws_on_the_newest_day_are_both_named():
    make_round("448", "french", day=toronto(2026, 10, 13).date())
    make_round("449", "cec", day=toronto(2026, 10, 13).date(), invitations=900)
    assert asked("latest")[1] == (
        "The newest draws in the record are those of 13 October 2026: draw 448 for French-language proficiency, with "
        "2,000 invitations and a cut-off of 517 and draw 449 for the Canadian Experience Class, with 900 invitations and "
        "a cut-off of 517."
    )


def test_an_article_answers_as_of_its_day():
    article = make_article(kind="news", published_at=toronto(2023, 7, 7, 18))
    assert asked("latest", article) == (
        "When was the newest draw in the record?",
        "On 7 July 2023, the newest in the record was draw 256 of 7 July 2023, for French-language proficiency. It had "
        "2,300 invitations and a cut-off of 439.",
    )
    question, said = asked("invitations year=2023 category=french", article)
    assert question == "How many invitations have been issued so far in 2023 for French-language proficiency?"
    assert said == "Up to 7 July 2023, the record of 2023 has 2,300 invitations in 1 draw."


def test_a_withdrawn_or_unpublished_draw_is_in_no_answer():
    make_round("448", published_at=None)
    make_round("449", withdrawn_at=timezone.now(), withdrawn_reason="-")
    assert "draw 447" in asked("latest")[1]


def test_a_page_computes_anew_and_asks_at_most_three_questions_of_the_database(client):
    entries = [
        save_entry(FaqEntry(template=text, order=place))
        for place, text in enumerate(("latest", "lowest year=2026", "invitations year=2025 category=cec"))
    ]
    entries.append(save_entry(FaqEntry(question="?", answer="[[round 255 cutoff]]", order=9)))
    assert entries[0].answer.startswith("The newest in the record is [[round 447 link]]")
    make_round("448", day=toronto(2026, 10, 13).date())
    with CaptureQueriesContext(connection) as queries:
        answers = fill_answers(FaqEntry.objects.site_wide().in_order(), NOW)
    assert len(queries) == 3, "the entries, their references, the draws"
    assert '<a href="/draws/448/">draw 448</a>' in answers[0].answer_html
    html = client.get("/faq/").text
    assert "<summary>When was the newest draw in the record?</summary>" in html


def test_an_articles_page_asks_for_its_references_alone(record_in_hand):
    article = make_article(
        kind="news", body="[[occupations category=trades]]\n\n[[round 255 change]]", standfirst="-"
    )
    texts = ("latest", "lowest year=2026", "highest year=2026 category=pnp")
    save_article(article, entries=[FaqEntry(template=text, order=n) for n, text in enumerate(texts)])
    entries = list(article.faq_entries.in_order())
    fill_article(article, entries, NOW)
    with CaptureQueriesContext(connection) as queries:
        fill_article(article, entries, NOW)
    assert len(queries) == 1


def test_a_correction_is_told_in_a_computed_answer():
    article = make_article(kind="news", published_at=toronto(2023, 7, 7, 18))
    save_article(article, entries=[FaqEntry(template="latest")])
    Article.objects.filter(pk=article.pk).update(updated_at=None)
    article.refresh_from_db()
    Round.objects.filter(number="256").update(crs_cutoff=440, figures_changed_at=toronto(2026, 11, 5, 9))
    page = fill_article(article, list(article.faq_entries.all()), NOW)
    assert "(corrected 5 November 2026)" in page.answers[0].answer_html
    assert page.updated_at == toronto(2026, 11, 5, 9)


def pinned(**fields):
    return save_entry(
        FaqEntry(template="latest", pinned=True, question="When?", answer="In October.", **fields)
    )


def test_a_pinned_answer_stays_as_written_and_is_listed_when_the_record_moves_on():
    entry = pinned()
    assert entry.computed.startswith("The newest in the record is draw 447 of 1 October 2026")
    assert moved_on(NOW) == []
    make_round("448", day=toronto(2026, 10, 13).date())
    assert moved_on(NOW) == [entry]
    [shown] = fill_answers([entry], NOW)
    assert (shown.question, shown.answer_html) == ("When?", "<p>In October.</p>")
    save_entry(entry)
    assert moved_on(NOW) == [entry], "saving for another reason does not make it right"


def test_a_pinned_answer_of_an_article_moves_on_with_a_correction_only():
    article = make_article(kind="news", published_at=toronto(2023, 7, 7, 18))
    entry = FaqEntry(template="latest", pinned=True, question="When?", answer="In July.")
    save_article(article, entries=[entry])
    make_round("448", day=toronto(2026, 10, 13).date())
    assert moved_on(NOW) == []
    Round.objects.filter(number="256").update(crs_cutoff=440, figures_changed_at=toronto(2026, 11, 5, 9))
    assert moved_on(NOW) == [entry]
    Article.objects.filter(pk=article.pk).update(status="withdrawn", withdrawn_reason="-")
    assert moved_on(NOW) == []
