"""Would I have been invited? A form whose answers stand in its address and nowhere else."""

from collections.abc import Iterable
from typing import NamedTuple

from django.http import HttpRequest
from django.shortcuts import render
from django.utils import timezone

from core import params
from draws.clock import Span
from draws.invited import Answer, judge_all
from draws.invited_form import InvitedForm
from draws.invited_summary import Summary, summary
from draws.invited_words import Row, rows
from draws.models import Round
from draws.record import public_draws
from eedraws.age import age_of_record

# The address holds what someone says of themselves: nobody keeps it, no other page is told it, no search finds it.
PRIVATE = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}
PER_PAGE = 50
type Answers = list[Answer[Round]]


class Part(NamedTuple):
    """The draws of one table: the `summary` of all, and the `rows` that a page shows, of which the newest is the `first`."""

    summary: Summary[Round]
    rows: list[Row]
    first: int

    @property
    def last(self) -> int:
        """The place of the oldest row among all draws of the table."""
        return self.first + len(self.rows) - 1


def invited(request):
    """The form; with answers, what they come to over every draw of the period, and the draws one by one, 50 a page."""
    is_asked = any(name in request.GET for name in InvitedForm.base_fields)
    form = InvitedForm(request.GET if is_asked else None)
    record = age_of_record()
    context = {"form": form, "record": record}
    if form.is_valid():
        context |= answers_to(request, form, form.span(record.complete_to or timezone.localdate()))
    response = render(request, "draws/invited.html", context)
    for name, value in PRIVATE.items():
        response[name] = value
    if is_asked:
        response["X-Robots-Tag"] = "noindex"
    return response


def answers_to(request: HttpRequest, form: InvitedForm, span: Span) -> dict:
    """Answer for each draw of a span of days, newest first, provincial nominees apart. No queries.

    A page is of all draws that have a row, whichever their table: those of nominees have one for the nominated alone.
    """
    candidate = form.candidate
    answers = judge_all(reversed(public_draws().between(*span)), candidate)
    kinds = apart(answers)
    page = params.page(request, answers if candidate.nominated else kinds[0], PER_PAGE)
    newer = apart(page.paginator.object_list[: page.start_index() - 1])
    shown = apart(page.object_list)
    others, nominees = (
        Part(summary(every), rows(here, candidate.submitted), len(before) + 1)
        for every, before, here in zip(kinds, newer, shown, strict=True)
    )
    return {
        "span": span,
        "candidate": candidate,
        "address": form.address(),
        "asked": form.answers,
        "page_obj": page,
        "others": others,
        "nominees": nominees,
    }


def apart(answers: Iterable[Answer[Round]]) -> tuple[Answers, Answers]:
    """Return the answers for draws that cover no provincial nominees, and for those that do."""
    nominees: Answers = []
    others: Answers = []
    for answer in answers:
        (nominees if answer.draw.category.includes_nomination else others).append(answer)
    return others, nominees
