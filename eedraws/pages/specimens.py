"""Synthetic objects for the style guide: never saved, and recognisable by numbers that no draw has."""

from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import NamedTuple

from django import forms
from django.core.paginator import Paginator
from django.utils.html import format_html

from articles.models import Article
from draws.charts.sparkline import Sparkline
from draws.clock import Week
from draws.models import Round
from draws.trends import Change, Gap, totals
from eedraws.cards.words import article_card, round_card, week_card
from eedraws.pages.categories import Series
from eedraws.sharing import sharing
from occupations.models import Category, CategoryVersion, Listing, Occupation
from occupations.standing import Standing

DAY = date(2023, 7, 4)
MOMENT = datetime(2023, 7, 4, 16, 41, tzinfo=UTC)
LONG = "A synthetic name that runs on for longer than any type of draw has so far been called"


class Link(NamedTuple):
    label: str
    value: str
    without: str


def category(slug: str, name: str = "", short_name: str = "", **fields) -> Category:
    name = name or slug.capitalize()
    return Category(slug=slug, name_en=name, short_name_en=short_name or name, **fields)


CEC = category("cec", "Canadian Experience Class")
PNP = category("pnp", "Provincial Nominee Program", "Provincial nominees")
STEM = category("stem", "Science, technology, engineering and math", "STEM", abbreviation="STEM")
TRADES = category("trades", kind=Category.Kind.CATEGORY_BASED)
LONG_NAMED = category("transport", LONG)


def draw(number: str, of: Category, *, cutoff: int = 500, invitations: int = 2500) -> Round:
    version = CategoryVersion(category=of, name_en=of.name_en)
    return Round(number=number, version=version, date=DAY, crs_cutoff=cutoff, invitations=invitations)


BEFORE = draw("s1", CEC, cutoff=508)
ORDINARY = draw("s2", CEC)
NOMINEES = draw("s3", PNP, cutoff=1100, invitations=1)
LONGEST = draw("s99999", LONG_NAMED, invitations=125_000)
DRAWS = [ORDINARY, NOMINEES, LONGEST]

LOWER, HIGHER, SAME = (Change(points, BEFORE) for points in (-8, 40, 0))
TOTALS = totals([ORDINARY, LONGEST])
TOTALS_WITH_NOMINEES = totals(DRAWS)

ENDED = CategoryVersion(
    category=TRADES, number=1, name_en="Trades", valid_from=DAY, valid_to=date(2025, 2, 26)
)
PRESENT = CategoryVersion(category=TRADES, number=2, name_en="Trades", valid_from=date(2025, 2, 27))
WELDERS = Occupation(code="72106", title_en="Welders and related machine operators", teer=2)
ON_A_LIST = Standing([Listing(version=PRESENT, occupation=WELDERS)])
NO_LONGER = Standing([], ended=Listing(version=ENDED, occupation=WELDERS))
NEVER = Standing([])

ARTICLE = Article(
    kind=Article.Kind.NEWS,
    slug="synthetic",
    title="A headline of the length that a careful newsroom gives",
    description="What happened, in one sentence that says when and how much.",
    published_at=MOMENT,
    year=2023,
    month=7,
)
LONG_ARTICLE = Article(
    kind=Article.Kind.ROUNDUP,
    slug="synthetic-long",
    title=f"{LONG}, and then goes on to say what it should have left to the standfirst below it",
    week_start=date(2023, 7, 3),
    status=Article.Status.READY,
    published_at=ARTICLE.published_at,
    year=2023,
    month=7,
    funding=Article.Funding.SPONSORED,
    sponsor="a synthetic company",
)

ENTRIES = [
    SimpleNamespace(
        question="A question in a reader's words?", answer_html=format_html("<p>{}</p>", "Its answer.")
    ),
    SimpleNamespace(
        question=f"{LONG}?",
        answer_html=format_html("<p>{}</p><ul><li>{}</li></ul>", "Another.", "With a list"),
    ),
]

PICTURED = [draw(f"s{number}", of) for number, of in enumerate((CEC, STEM, TRADES, LONG_NAMED, PNP, CEC), 4)]
for pictured in PICTURED:
    pictured.held_at = pictured.published_at = MOMENT
    pictured.verified = pictured.number != "s6"
CARDS = {
    "draw": round_card(PICTURED[0]),
    "nominees": round_card(PICTURED[4]),
    "unconfirmed": round_card(PICTURED[2]),
    "week": week_card(Week.of(DAY), PICTURED),
    "article": article_card(LONG_ARTICLE),
}
SHARING = sharing(CARDS["nominees"], "https://eedraws.example/draws/s8/", "Synthetic draw s8", DAY, "eedraws")

LINE = Sparkline([(1, 20), (20, 8), (40, 14), (60, 3), (79, 11)], 439, 511)
PAGES = Paginator(range(500), 50)
LINES = {CEC.pk: LINE}
STANDINGS = [
    Series(CEC, ORDINARY, LOWER, Gap(14, 7, 28), 20),
    Series(PNP, NOMINEES, HIGHER, None, 1),
    Series(LONG_NAMED, LONGEST, None, None, 0),
    Series(TRADES, None, None, None, 0),
]
APPLIED = [Link("Year", "2023", "?"), Link("Type of draw", LONG, "?")]
CRUMBS = [("Draws", "/draws/"), ("2023", "/draws/2023/"), (LONG, "")]


class SpecimenForm(forms.Form):
    """A form of one field of each kind."""

    score = forms.IntegerField(label="Score", help_text="Points of your profile, such as 487", max_value=1200)
    day = forms.DateField(label="Day", widget=forms.DateInput(attrs={"type": "date"}), required=False)
    kind = forms.ChoiceField(
        label="Type of draw", choices=[("", "Any"), ("cec", "Canadian Experience Class")]
    )
    text = forms.CharField(label="Text", widget=forms.Textarea(attrs={"rows": 2}), required=False)


EMPTY_FORM = SpecimenForm(prefix="empty")
WRONG_FORM = SpecimenForm({"wrong-score": "five hundred", "wrong-day": "2023-02-30"}, prefix="wrong")
