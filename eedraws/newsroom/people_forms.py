"""The forms about people."""

from django import forms
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.people import name_of

User = get_user_model()


class PersonForm(forms.ModelForm):
    """Somebody's name and roles; no password, and no right that is not a role's."""

    class Meta:
        model = User
        fields = ["username", "first_name", "last_name", "email", "groups"]
        widgets = {"groups": forms.CheckboxSelectMultiple}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "groups" in self.fields:
            self.fields["groups"].label = _("May work as")
            self.fields["groups"].queryset = Group.objects.order_by("pk")
            self.fields["groups"].help_text = ""


class InvitationForm(forms.ModelForm):
    """Whom to invite, and as what."""

    role = forms.ModelChoiceField(
        label=_("Role"),
        queryset=Group.objects.order_by("pk"),
        widget=forms.RadioSelect,
        empty_label=None,
        help_text=_(
            "A writer writes, an editor publishes articles and draws, a data keeper also corrects figures and keeps lists, "
            "an administrator also invites people."
        ),
    )

    class Meta:
        model = User
        fields = ["first_name", "last_name", "username", "email"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["username"].help_text = _("What they log in with: letters, digits and @ . + - _ only.")
        self.fields["email"].help_text = _("Kept so that you can reach them. Nothing is sent.")

    def clean_username(self):
        """Two names that differ in capitals alone would be taken for one another."""
        username = self.cleaned_data["username"]
        if User.objects.filter(username__iexact=username).exists():
            raise ValidationError(_("Somebody has this user name already. Choose another."))
        return username


class LeaverForm(forms.Form):
    """Who takes over what somebody has in hand."""

    heir = forms.ModelChoiceField(
        label=_("Who takes over their articles?"), queryset=User.objects.none(), required=False
    )

    def __init__(self, *args, leaver, **kwargs):
        super().__init__(*args, **kwargs)
        heir = self.fields["heir"]
        heir.queryset = (
            User.objects.filter(is_active=True, is_staff=True).exclude(pk=leaver.pk).order_by("username")
        )
        heir.label_from_instance = name_of
        heir.empty_label = _("Nobody: an editor picks them up")
