"""Would I have been invited? A form whose answers stand in its address and nowhere else."""

from django.shortcuts import render
from django.utils import timezone

from draws.clock import Span
from draws.invited import Answer, judge_all
from draws.invited_form import InvitedForm
from draws.invited_summary import summary
from draws.invited_words import rows
from draws.models import Round
from draws.record import public_draws
from eedraws.age import age_of_record

# The address holds what someone says of themselves: nobody keeps it, no other page is told it, no search finds it.
PRIVATE = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}


def invited(request):
    """The form; with answers, what they come to and every draw of the period."""
    is_asked = any(name in request.GET for name in InvitedForm.base_fields)
    form = InvitedForm(request.GET if is_asked else None)
    record = age_of_record()
    context = {"form": form, "record": record}
    if form.is_valid():
        context |= answers_to(form, form.span(record.complete_to or timezone.localdate()))
    response = render(request, "draws/invited.html", context)
    for name, value in PRIVATE.items():
        response[name] = value
    if is_asked:
        response["X-Robots-Tag"] = "noindex"
    return response


def answers_to(form: InvitedForm, span: Span) -> dict:
    """Answer for each draw of a span of days, newest first, provincial nominees apart. No queries."""
    candidate = form.candidate
    nominees: list[Answer[Round]] = []
    others: list[Answer[Round]] = []
    for answer in judge_all(reversed(public_draws().between(*span)), candidate):
        (nominees if answer.draw.category.includes_nomination else others).append(answer)
    return {
        "span": span,
        "candidate": candidate,
        "address": form.address(),
        "summary": summary(others),
        "rows": rows(others, candidate.submitted),
        "nominee_summary": summary(nominees),
        "nominee_rows": rows(nominees, candidate.submitted) if candidate.nominated else [],
    }
