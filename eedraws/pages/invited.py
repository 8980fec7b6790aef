"""Would I have been invited? A form whose answers stand in its address and nowhere else."""

from django.shortcuts import render
from django.utils import timezone

from draws.clock import Span
from draws.invited import judge
from draws.invited_form import InvitedForm
from draws.invited_summary import summary
from draws.invited_words import rows
from draws.models import Round
from eedraws.age import age_of_record

# The address holds what someone says of themselves: nobody keeps it, no other page is told it, no search finds it.
PRIVATE = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex"}


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
    return response


def answers_to(form: InvitedForm, span: Span) -> dict:
    """Answer for each draw of a span of days, newest first, provincial nominees apart. Two queries."""
    candidate = form.candidate
    rounds = Round.objects.public_record().between(*span).newest_first().for_list()
    answers = [judge(round, candidate) for round in rounds]
    others = [answer for answer in answers if not answer.draw.category.includes_nomination]
    nominees = [answer for answer in answers if answer.draw.category.includes_nomination]
    return {
        "span": span,
        "candidate": candidate,
        "address": form.address(),
        "summary": summary(others),
        "rows": rows(others, candidate.submitted),
        "nominee_summary": summary(nominees),
        "nominee_rows": rows(nominees, candidate.submitted) if candidate.nominated else [],
    }
