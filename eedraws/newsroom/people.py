"""People of the newsroom: invited by a link, with a role, and one day gone without their work."""

from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.auth import get_user_model
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.admin import FindingMixin
from core.people import name_of
from eedraws.newsroom.people_forms import InvitationForm, PersonForm
from eedraws.newsroom.people_views import PeopleViewsMixin
from eedraws.signin import sessions
from eedraws.signin.colleague import ColleagueMixin

User = get_user_model()
# Registered by the import above.
admin.site.unregister([User, Group])


@admin.register(Group)
class RoleAdmin(FindingMixin, GroupAdmin):
    """What each role may do."""


@admin.register(User)
class PersonAdmin(ColleagueMixin, PeopleViewsMixin, FindingMixin, UserAdmin):
    """Gives roles and nothing beyond them: single rights and superusers are no affair of an administrator."""

    form = PersonForm
    add_form = InvitationForm
    add_form_template = None
    change_form_template = "admin/auth/user/change_form.html"
    list_display = ["username", "called", "roles", "works_here", "last_login"]
    list_filter = ["is_active", "groups"]
    filter_horizontal = []
    actions = None
    readonly_fields = ["works_here", "last_login", "date_joined"]
    fieldsets = [
        (None, {"fields": ["works_here", "username", "first_name", "last_name", "email"]}),
        (
            _("Role"),
            {
                "fields": ["groups"],
                "description": _("Each of the four may do all that the one before it may: docs/roles.md."),
            },
        ),
        (_("Dates"), {"fields": ["last_login", "date_joined"]}),
    ]
    add_fieldsets = [(None, {"fields": ["first_name", "last_name", "username", "email", "role"]})]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(request, {"title": _("People")} | (extra_context or {}))

    def add_view(self, request, form_url="", extra_context=None):
        return super().add_view(request, form_url, {"title": _("Invite somebody")} | (extra_context or {}))

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Roles are chosen here, and not made from here."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "groups":
            field.widget.can_add_related = False
        return field

    def has_change_permission(self, request, obj=None):
        """Only superusers lay hands on superusers."""
        return super().has_change_permission(request, obj) and (
            obj is None or request.user.is_superuser or not obj.is_superuser
        )

    def has_delete_permission(self, request, obj=None):
        """Whoever has done something here is kept, so that the history keeps its names: they have left."""
        if not super().has_delete_permission(request, obj):
            return False
        return obj is None or (
            self.has_change_permission(request, obj)
            and obj != request.user
            and not LogEntry.objects.filter(user=obj).exists()
        )

    def get_fieldsets(self, request, obj=None):
        sheets = super().get_fieldsets(request, obj)
        if obj is None or not request.user.is_superuser:
            return sheets
        return [*sheets, (_("All rights"), {"fields": ["is_superuser"]})]

    def save_model(self, request, obj, form, change):
        if not change:
            # Who may come in; the password is chosen by whoever gets the link.
            obj.is_staff = True
            obj.set_unusable_password()
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if not change:
            form.instance.groups.add(form.cleaned_data["role"])
        elif {"groups", "is_superuser"} & set(form.changed_data):
            self.begin_anew(request, form.instance)

    def begin_anew(self, request, person):
        """Whoever may do more or less than before signs in again, or goes on in a session of a new name."""
        if person == request.user:
            request.session.cycle_key()
        sessions.end_sessions(person, but=request.session.session_key)

    def response_add(self, request, obj, post_url_continue=None):
        return self.show_new_link(request, obj)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj is not None:
            context |= {
                "may_hand_link": self.has_change_permission(request, obj),
                "may_leave": self.may_leave(request, obj),
            }
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    @admin.display(description=_("name"))
    def called(self, obj):
        return name_of(obj)

    @admin.display(description=_("role"))
    def roles(self, obj):
        names = [group.name for group in obj.groups.all()]
        if obj.is_superuser:
            names = [gettext("All rights"), *names]
        return ", ".join(names) or _("None")

    @admin.display(description=_("works here"), ordering="is_active")
    def works_here(self, obj):
        if not obj.is_active:
            return _("Has left")
        return _("Yes") if obj.has_usable_password() else _("Invited; no password chosen yet")
