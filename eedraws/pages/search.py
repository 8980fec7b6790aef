"""The search of the whole site, by one box."""

from django.shortcuts import render
from django.utils import timezone

from core import params
from core.kept import Context, KeptEach
from draws.clock import FIRST_YEAR
from eedraws.search.answering import Kind, Search
from eedraws.search.draws import understood
from eedraws.search.showing import section
from eedraws.search.stories import stories
from occupations.search import near_titles
from readers.missed import count_search

# Articles with some of the words, where nothing has all of them.
NEAR_ARTICLES = 3
# So many answers are in hand. Who asked is in none of them.
IN_HAND = 50


def search(request):
    """Show what was found of all kinds, or of one; without a question, what can be asked."""
    query = params.text(request, "q")
    years = [str(year) for year in range(timezone.localdate().year, FIRST_YEAR - 1, -1)]
    year, kind = params.choice(request, "year", years), params.choice(request, "kind", Kind.values)
    context = {"query": query, "kind": kind, "kinds": Kind, "year": year, "years": years}
    if query:
        number = params.integer(request, "page", low=1, high=10_000_000, default=1)
        found = ANSWERS.get((query, int(year) if year else None, kind, number))
        if not found["sections"] and not year:
            count_search(query)
        context |= found
    response = render(request, "pages/search.html", context)
    if query:
        response["X-Robots-Tag"] = "noindex"
    return response


def answer_to(asked: tuple[str, int | None, str, int]) -> Context:
    """Return what the page shows of what was found, and where that is nothing, what is near to it.

    `asked`: the text, the year and the kind that narrow it, and the number of the page.
    """
    text, year, kind, number = asked
    search = Search(text, year)
    found = search.found(kind, number)
    shown = [section(each, search) for each in found if not kind or each.kind == kind]
    counts = {each.kind: each.count for each in found}
    context = {"sections": shown, "counts": [(each, counts.get(each, 0)) for each in Kind]}
    return Context(context if found else context | nothing(search))


ANSWERS = KeptEach(answer_to, IN_HAND)


def nothing(search: Search) -> dict:
    """Return what is near to a text of which nothing was found."""
    is_prose = len(search.words) > 1 and search.question is None
    near = search.articles(all_of_them=False)[:NEAR_ARTICLES] if is_prose else []
    return {
        "near": near_titles(search.text),
        "near_articles": stories(near, search.marker),
        "understood": understood(search.question, search.categories) if search.question else [],
    }
