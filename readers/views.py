"""The page on which readers write to the newsroom."""

from django.http import HttpRequest
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from core import params
from core.posting import accepts_post
from readers.forms import MessageForm
from readers.limits import too_many
from readers.origins import LONGEST, origin


@accepts_post
@sensitive_post_parameters()
def contact(request: HttpRequest):
    """The form; sent in good order, its message is kept and thanked for at an address of its own."""
    page = origin(params.text(request, "from", max_length=LONGEST))
    form = MessageForm(request.POST if request.method == "POST" else None)
    status = 200
    if form.is_valid():
        if refusal := refused(request, form):
            form.add_error(None, refusal)
            status = 429
        else:
            form.instance.path, form.instance.page_title = page or ("", "")
            form.save()
            return redirect("contact-sent")
    response = render(request, "readers/contact.html", {"form": form, "page": page}, status=status)
    # What is written is between the reader and the newsroom: no copy of the page is kept, and search engines find the empty form alone.
    response["Cache-Control"] = "no-store"
    if page or form.is_bound:
        response["X-Robots-Tag"] = "noindex"
    return response


def refused(request, form) -> str:
    """Return why a message in good order is not taken, or nothing."""
    if form.is_known():
        return _("We have this very message already: it was sent before. There is nothing more to do.")
    if too_many(request):
        return _(
            "Too many messages came in the last hour, from your network or from everyone together. What you typed is still "
            "here: send it again in an hour."
        )
    return ""


def contact_sent(request):
    return render(request, "readers/sent.html")
