"""A question that the record answers, on the forms of questions: chosen from a list, filled in, or pinned."""

import json

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from articles.checking import bad_question
from articles.drafting.asked import read
from articles.drafting.offering import choices, with_choice
from articles.drafting.pins import Answered, answer, words_now
from articles.targets import Targets

ASKED_FIELDS = ["template", "question", "answer", "pinned", "stands", "order", "origin"]


class Unlabelled(forms.HiddenInput):
    """A hidden field that the form shows in a row like others: no label leads to what nobody sees."""

    def id_for_label(self, id_):
        return ""


class AskedForm(forms.ModelForm):
    """Question and answer may be left blank where the record is asked; what it says now is then filled in.

    `origin` is what the form began with: the question from the record, its words then, and what a pinned entry
    remembers. `stands` is asked only of a pinned entry that the record has left behind.
    """

    template = forms.CharField(
        label=_("Question from the record"),
        required=False,
        # No `max_length`: a box to choose from cannot have one.
        validators=[MaxLengthValidator(100)],
        widget=forms.Select,
        help_text=_("Question and answer are then filled in, and follow the record."),
    )
    stands = forms.BooleanField(label=_("My wording still stands"), required=False, widget=Unlabelled)
    origin = forms.CharField(required=False, widget=Unlabelled)

    offered = None

    def prepare(self):
        """Give the fields what depends on the entry and its article."""
        entry = self.instance
        self.fields["question"].required = self.fields["answer"].required = False
        if not self.is_bound:
            origin = {"template": entry.template, "computed": entry.computed}
            if entry.template and not entry.pinned and (now := self.answered(entry.template)):
                self.initial |= {"question": now.question, "answer": now.answer}
                origin |= {"question": now.question, "answer": now.answer}
            self.initial["origin"] = json.dumps(origin) if entry.template else ""
        chosen = self["template"].value() or ""
        offered = self.offered if self.offered is not None else choices(entry.article)
        self.fields["template"].widget.choices = with_choice(offered, chosen)
        self.ask_whether_it_stands(chosen)

    def ask_whether_it_stands(self, chosen):
        """Warn beside a pinned entry that the record answers otherwise by now."""
        kept = self.began.get("computed") if self.began.get("template") == chosen else ""
        if not (chosen and kept and self["pinned"].value()):
            return
        self.instance.template = chosen
        now = words_now(self.instance)
        if now != kept:
            field = self.fields["stands"]
            field.widget = forms.CheckboxInput()
            field.help_text = _(
                "The record has moved on. It answered: “%(then)s” It now answers: “%(now)s” Change your wording, or "
                "leave it; tick this when it is right."
            ) % {"then": kept, "now": now}

    @cached_property
    def began(self):
        """What the form began with; nothing where that cannot be read."""
        try:
            found = json.loads(self["origin"].value() or "{}")
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}

    def answered(self, template) -> Answered | None:
        if bad_question(template, Targets(self.instance.as_of)):
            return None
        return answer(read(template), self.instance.article)

    def clean_template(self):
        template = self.cleaned_data["template"]
        if messages := bad_question(template, Targets(self.instance.as_of)):
            raise ValidationError(messages)
        return str(read(template)) if template else ""

    def clean(self):
        super().clean()
        template = self.cleaned_data.get("template")
        if template is None:
            return
        if not template or self.cleaned_data.get("pinned"):
            self.clean_own_words(template)
        else:
            self.clean_words_of_the_record(self.answered(template))

    def clean_own_words(self, template):
        for name in ("question", "answer"):
            if not self.cleaned_data.get(name) and name not in self.errors:
                self.add_error(name, self.fields[name].error_messages["required"])
        same = template and self.began.get("template") == template and not self.cleaned_data.get("stands")
        # Blank: what the record answers now is remembered when the entry is saved.
        self.instance.computed = str(self.began.get("computed") or "") if same else ""

    def clean_words_of_the_record(self, now):
        for name in ("question", "answer"):
            typed = " ".join((self.cleaned_data.get(name) or "").split())
            if typed not in ("", self.began.get(name), getattr(now, name)):
                self.add_error(
                    name,
                    _(
                        "These words are the record's. Leave them blank to have them filled in, or keep your wording."
                    ),
                )
            else:
                self.cleaned_data[name] = getattr(now, name)
        self.instance.computed = ""
