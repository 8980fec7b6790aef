"""Many occupations at once: codes and job titles that somebody pastes, and the lists that they were on that day."""

from django.shortcuts import render
from django.views.decorators.debug import sensitive_post_parameters

from core.posting import accepts_post
from occupations.bulk_answers import answer
from occupations.bulk_file import as_file
from occupations.bulk_form import BulkForm


@accepts_post
@sensitive_post_parameters("lines")
def bulk_check(request):
    """The form; sent, what it comes to, as a table below it or as a file."""
    form = BulkForm(request.POST if request.method == "POST" else None)
    context = {"form": form}
    if form.is_valid():
        context["answer"] = answer(form.cleaned_data["lines"], form.cleaned_data["on"])
    if "answer" in context and "csv" in request.POST:
        response = as_file(context["answer"])
    else:
        response = render(request, "occupations/bulk_check.html", context)
    # What is pasted is nobody else's affair: no copy of the page is kept, and search engines find the empty form alone.
    response["Cache-Control"] = "no-store"
    if form.is_bound:
        response["X-Robots-Tag"] = "noindex"
    return response
