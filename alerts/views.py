"""Alerts by e-mail: asking for them, confirming, changing, stopping.

A link in a mail opens a page with a button: programs that look at links in mails press none.
"""

from django.shortcuts import redirect, render
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters

from alerts.asking import TooMany, ask, change, confirm, forget, offered
from alerts.forms import AskForm, ChoiceForm, asked_for, initial_of
from alerts.links import CONFIRM_WITHIN, is_ours, path_of, subscriber_of
from alerts.telling import choice_in_words
from core.posting import accepts_post, accepts_post_from_anywhere

# No copy is kept of a page that shows an address or was reached by a link of its own, and no search engine lists it.
PRIVATE = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex"}


def private(request, template, context, status=200):
    response = render(request, f"alerts/{template}.html", context | {"canonical_url": ""}, status=status)
    for name, value in PRIVATE.items():
        response[name] = value
    return response


def ended(request):
    return private(request, "ended", {}, status=404)


@accepts_post
@sensitive_post_parameters("address")
def alerts(request):
    """The form; sent, it leads to a page that is the same for every address."""
    if not offered():
        return private(request, "not_offered", {})
    is_sent = request.method == "POST"
    form = AskForm(request.POST) if is_sent else AskForm(initial=asked_for(request.GET))
    if form.is_valid():
        try:
            ask(form.cleaned_data["address"], form.choice)
        except TooMany:
            form.add_error(None, _("Many people asked within the last hour. Try again in an hour."))
        else:
            return redirect("alerts-asked")
    if is_sent:
        return private(request, "ask", {"form": form})
    # Search engines may find the empty form; when it was opened is in it, so that no copy of it may be used.
    response = render(request, "alerts/ask.html", {"form": form})
    patch_cache_control(response, no_store=True)
    return response


def asked(request):
    return private(request, "asked", {"days": CONFIRM_WITHIN.days})


@accepts_post
def confirm_alerts(request, token):
    """What would be sent, and the button; pressed, what is sent from now on."""
    subscriber = subscriber_of("alerts-confirm", token, lasts=CONFIRM_WITHIN)
    if subscriber is None:
        return ended(request)
    if request.method == "POST":
        confirm(subscriber)
    return private(request, "confirm", _about(subscriber))


@accepts_post
def change_alerts(request, token):
    """What is sent, as the form; a query fills in what somebody asked for later."""
    subscriber = subscriber_of("alerts-change", token)
    if subscriber is None or subscriber.confirmed_at is None:
        return ended(request)
    is_saved = False
    if request.method == "POST":
        form = ChoiceForm(request.POST)
        if form.is_valid():
            change(subscriber, form.choice)
            is_saved = True
    else:
        asks_anew = {"category", "occupation"} & set(request.GET)
        form = ChoiceForm(initial=asked_for(request.GET) if asks_anew else initial_of(subscriber.choice))
    return private(request, "change", _about(subscriber) | {"form": form, "is_saved": is_saved})


@csrf_exempt
@accepts_post_from_anywhere
def stop_alerts(request, token):
    """A button; pressed, by a reader or by a mail program (RFC 8058), nothing is left of the address.

    The link itself is the proof: a mail program has no cookie and no token of a form.
    """
    if not is_ours("alerts-stop", token):
        return ended(request)
    subscriber = subscriber_of("alerts-stop", token)
    if subscriber is not None and request.method == "POST":
        forget(subscriber)
        subscriber = None
    return private(request, "stop", {"subscriber": subscriber})


def _about(subscriber):
    return {
        "subscriber": subscriber,
        "choice": choice_in_words(subscriber.choice),
        "change_url": path_of("alerts-change", subscriber),
        "stop_url": path_of("alerts-stop", subscriber),
    }
