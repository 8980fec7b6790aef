"""The lists in force on a day: on a page, and as a file."""

from datetime import date

from django import forms
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from ninja import Field, Schema

from core import params
from core.filters import FilterForm
from core.problems import problem
from core.tables import download
from eedraws.age import age_of_record
from eedraws.pages.data import about
from occupations.on_day import first_day, lists_on, occupations_on


class DayForm(FilterForm):
    """Asks for a day."""

    on = forms.DateField(
        label=gettext_lazy("On which day?"),
        help_text=gettext_lazy("Such as 2023-07-04 or 4 July 2023"),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d"),
        error_messages={"invalid": gettext_lazy("Enter a day, such as 2023-07-04 or 4 July 2023.")},
    )


class OccupationRow(Schema):
    """An occupation on the lists of a day, as a row of a file."""

    code: str = Field(alias="occupation.code")
    title_en: str = Field(alias="occupation.title_en")
    title_fr: str = Field(alias="occupation.title_fr")
    teer: int = Field(alias="occupation.teer")
    lists: list[str]


def lists_on_day(request):
    """The lists in force on the day asked for, today without one, and who was on them."""
    today = timezone.localdate()
    form = DayForm(request.GET if "on" in request.GET else None)
    day = form.cleaned_data["on"] if form.is_valid() else None
    found = lists_on(day or today)
    context = {
        "form": form,
        "found": found,
        "today": today,
        "first_day": first_day(),
        "shared": [place for listed in found.occupations for place in listed.listings],
    }
    return render(request, "occupations/lists_on_day.html", context)


def lists_file(request, format):
    """The occupations on the lists in force on a day as a file."""
    day: date | None = timezone.localdate()
    if "on" in request.GET:
        day = params.day(request, "on")
    if day is None:
        wrong = [("on", _("Give a day, such as 2026-10-01."))]
        return problem(400, _("A parameter cannot be used."), wrong)
    content = about(age_of_record().complete_to) | {"on": day}
    return download(f"lists-on-{day.isoformat()}", format, OccupationRow, occupations_on(day), content)
