"""Pages about the site and its words."""

from django.conf import settings
from django.shortcuts import render
from django.urls import reverse

from articles.models import Article
from draws.models import Round
from eedraws.pages.terms import TERMS


def about(request):
    unverified = Round.objects.public_record().filter(verified=False).oldest_first()
    return render(
        request, "pages/about.html", {"unverified": unverified, "contact_email": settings.CONTACT_EMAIL}
    )


def funding(request):
    marked = Article.objects.published().exclude(funding=Article.Funding.NONE).newest_first().for_list()
    context = {"articles": marked, "funding_text": settings.FUNDING_TEXT, "privacy_url": reverse("privacy")}
    return render(request, "pages/funding.html", context)


def privacy(request):
    return render(request, "pages/privacy.html")


def accessibility(request):
    return render(request, "pages/accessibility.html", {"contact_email": settings.CONTACT_EMAIL})


def glossary(request):
    return render(request, "pages/glossary.html", {"terms": TERMS})
