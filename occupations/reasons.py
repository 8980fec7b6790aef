"""Why a search found an occupation, in words."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from rapidfuzz.fuzz import partial_ratio

from occupations.folding import fold
from occupations.models import Occupation
from occupations.search import Fit, JobTitle, Match
from occupations.search.questions import ask

OF_CODES = {
    Fit.CODE: _("matched the code {code}"),
    Fit.CODE_BEGINS: _("the code begins with {code}"),
    Fit.CODE_PART: _("the code contains {code}"),
    Fit.TEER: _("in TEER category {teer}"),
}


class Reason(NamedTuple):
    """Words, and the title that they end with, if they name one."""

    words: str | Promise
    title: JobTitle | None = None


def reason(occupation: Occupation, match: Match, query: str) -> Reason:
    """Say why `query` found `occupation`. Its title in English is quoted only where the spelling differs."""
    if match.fit in OF_CODES:
        question = ask(query)
        return Reason(format_lazy(OF_CODES[match.fit], code=question.code, teer=question.teer))
    if match.fit == Fit.NEARLY:
        return Reason(_("near in spelling to"), match.job_title or own_title(occupation, query))
    if match.job_title:
        return Reason(_("matched the job title"), match.job_title)
    title = own_title(occupation, query)
    return (
        Reason(_("matched the title in French"), title)
        if title.language == "fr"
        else Reason(_("matched the title"))
    )


def own_title(occupation: Occupation, query: str) -> JobTitle:
    """Return the official title, in the language that is more like `query`; in English if both are."""
    titles = [JobTitle(occupation.title_en, "en"), JobTitle(occupation.title_fr, "fr")]
    return max(titles, key=lambda title: partial_ratio(fold(query), fold(title.title)))
