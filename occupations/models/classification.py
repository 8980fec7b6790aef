from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from core.constraints import ConstraintErrorsByField
from occupations.folding import fold

from .searched import Searched

NOC_2021 = "NOC 2021"

# What Statistics Canada's TEER categories ask for, in short.
TEER_MEANINGS = {
    0: _("management occupations"),
    1: _("occupations that usually require a university degree"),
    2: _("occupations that usually require a college diploma, or an apprenticeship of two or more years"),
    3: _("occupations that usually require a college diploma, or an apprenticeship of less than two years"),
    4: _("occupations that usually require a high school diploma or some weeks of training"),
    5: _("occupations that usually need short work demonstration and no formal education"),
}


class Occupation(ConstraintErrorsByField, Searched):
    """A unit group of the National Occupational Classification (NOC) of Statistics Canada.

    A code says something together with its classification only: the next one uses the same digits anew.
    """

    classification = models.CharField(
        _("classification"),
        max_length=20,
        default=NOC_2021,
        validators=[
            RegexValidator(r"^NOC [0-9]{4}\Z", _("A classification is NOC and its year, such as NOC 2021."))
        ],
        help_text=_("NOC and its year."),
    )
    code = models.CharField(
        _("NOC code"),
        max_length=5,
        validators=[RegexValidator(r"^[0-9]{5}\Z", _("A NOC code has five digits, such as 73300."))],
        help_text=_("Five digits; keep the zeros in front."),
    )
    title_en = models.CharField(_("title in English"), max_length=200)
    title_fr = models.CharField(_("title in French"), max_length=200)
    teer = models.PositiveSmallIntegerField(
        _("TEER"),
        help_text=_("Training, education, experience and responsibilities: 0 to 5, the code's second digit."),
    )
    broad_category = models.CharField(_("broad category"), max_length=120)

    class Meta:
        verbose_name = _("occupation")
        verbose_name_plural = _("occupations")
        ordering = ["code", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["classification", "code"],
                name="occupation_unique_code",
                violation_error_message=_("This NOC code is in the classification already."),
            ),
            models.CheckConstraint(
                condition=Q(teer__range=(0, 5)),
                name="occupation_teer_in_range",
                violation_error_message=_("A TEER category is a number from 0 to 5."),
            ),
        ]

    def __str__(self):
        return f"{self.marked_code} {self.title}"

    def get_absolute_url(self):
        """The bare address is that of NOC 2021, for ever."""
        if self.classification == NOC_2021:
            return reverse("occupation", args=[self.code])
        return reverse("occupation-of", args=[self.classification, self.code])

    @property
    def marked_code(self):
        """The code, with its classification where that is not NOC 2021."""
        return self.code if self.classification == NOC_2021 else f"{self.code} ({self.classification})"

    @property
    def full_code(self):
        """ "NOC 73300", and with the year where that is not 2021."""
        return f"NOC {self.code}" if self.classification == NOC_2021 else f"{self.classification} {self.code}"

    @property
    def title(self):
        return (get_language() == "fr" and self.title_fr) or self.title_en

    @property
    def teer_meaning(self):
        return TEER_MEANINGS[self.teer]


class FoldedTitleField(models.CharField):
    """The title as search compares it, worked out again at every save, in bulk too.

    It begins with a space, so that a word's beginning is found as a space and the letters after it.
    """

    def pre_save(self, model_instance, add):
        folded = f" {fold(model_instance.title)}"
        setattr(model_instance, self.attname, folded)
        return folded


class OccupationTitle(Searched):
    """An everyday job title that the classification's index files under an occupation."""

    class Language(models.TextChoices):
        ENGLISH = "en", _("English")
        FRENCH = "fr", _("French")

    occupation = models.ForeignKey(
        Occupation, on_delete=models.CASCADE, related_name="titles", verbose_name=_("occupation")
    )
    language = models.CharField(_("language"), max_length=2, choices=Language)
    title = models.CharField(_("job title"), max_length=200)
    # Ligatures and fractions grow when they are folded.
    folded_title = FoldedTitleField(max_length=400, editable=False, blank=True)

    class Meta:
        verbose_name = _("everyday job title")
        verbose_name_plural = _("everyday job titles")
        ordering = ["title", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["occupation", "language", "title"],
                name="occupation_title_unique",
                violation_error_message=_("This title is listed for the occupation already."),
            ),
        ]

    def __str__(self):
        return self.title
