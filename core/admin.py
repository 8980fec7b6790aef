"""What the admins have in common."""

from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import ValidationError
from django.db.models import fields
from django.http import Http404
from django.utils.text import capfirst
from simple_history.admin import SimpleHistoryAdmin

from core.writing import write


class KeySelect(AutocompleteSelect):
    """Shows again of what was sent what may be a key (Django's own asks the database for anything), and has words for nothing."""

    def optgroups(self, name, value, attr=None):
        groups = super().optgroups(name, [each for each in value if self._may_be_key(each)], attr)
        if not self.allow_multiple_selected:
            # Django's own has no words for "nothing chosen", and leaves it out where something has to be.
            chosen = [option for option in groups[0][1] if option["value"]]
            groups[0][1][:] = [
                self.create_option(name, "", fields.BLANK_CHOICE_LABEL, not chosen, 0),
                *chosen,
            ]
        return groups

    def _may_be_key(self, value) -> bool:
        try:
            self.field.target_field.clean(value, None)
        except ValidationError:
            return False
        return True


class FindingMixin:
    """Finds a row by its key where an address says that it is to be found by no field at all: Django asks for that one."""

    def get_object(self, request, object_id, from_field=None):
        return super().get_object(request, object_id, from_field or None)


class RecordAdmin(FindingMixin, admin.ModelAdmin):
    """Saves by the one write path, and counts beside every filter."""

    show_facets = admin.ShowFacets.ALWAYS

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(
            request, {"title": capfirst(self.opts.verbose_name_plural)} | (extra_context or {})
        )

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", KeySelect(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def save_model(self, request, obj, form, change):
        write(obj)


class MadeByProgramAdmin(RecordAdmin):
    """Rows that the program makes: they are read, and neither added nor deleted by hand."""

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


class ReadOnlyAdmin(MadeByProgramAdmin):
    def has_change_permission(self, request, obj=None):
        return False


class HistoryAdmin(RecordAdmin, SimpleHistoryAdmin):
    """Shows history to be read.

    It is not turned back by a button: that would undo a publication unseen. An older value is entered again,
    through the form and its checks.
    """

    def revert_disabled(self, request, obj=None):
        return True

    def get_history_queryset(self, request, history_manager, pk_name, object_id):
        """Name what is fetched along: the library's own query does not for a model without relations.

        What is no key of the model is nothing's: the library would ask the database for it.
        """
        try:
            self.opts.pk.to_python(object_id)
        except ValidationError:
            raise Http404 from None
        relations = [field.name for field in history_manager.model.tracked_fields if field.many_to_one]
        return history_manager.filter(**{pk_name: object_id}).select_related("history_user", *relations)

    def history_form_view(self, request, object_id, version_id, extra_context=None):
        raise Http404
