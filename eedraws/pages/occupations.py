"""An occupation with the lists that it is or was on, and the draws it was listed for."""

from itertools import groupby

from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from draws.models import Round
from occupations.models import CategoryVersion, Occupation, OccupationTitle
from occupations.standing import standing


def occupation(request, code):
    """Where the occupation stands today comes first; then its lists, its draws, its names."""
    found = get_object_or_404(Occupation, code=code)
    listings = list(found.listings.for_list().order_by("-version__valid_from", "version__category__order"))
    context = {
        "occupation": found,
        "standing": standing(listings, timezone.localdate(), CategoryVersion.objects.awaited()),
        "listings": listings,
        "rounds": rounds_listing(found) if listings else [],
        "titles": titles_by_language(found),
    }
    return render(request, "occupations/occupation_detail.html", context)


def rounds_listing(occupation):
    """Return the draws held under the versions that list the occupation, newest first."""
    rounds = Round.objects.public_record().filter(version__listings__occupation=occupation)
    return list(rounds.newest_first().for_list())


def titles_by_language(occupation) -> list[tuple[OccupationTitle.Language, list[str]]]:
    """Return the occupation's everyday titles in alphabetical order, for each language that has some."""
    rows = occupation.titles.order_by("language", "folded_title", "pk").values_list("language", "title")
    return [
        (OccupationTitle.Language(language), [title for _language, title in titles])
        for language, titles in groupby(rows, key=lambda row: row[0])
    ]
