"""Whose article it is: writers have those in their own hands until they are ready, editors have all."""

from django.contrib import admin
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Author, FaqEntry, Judgement, Override
from core.people import name_of

# What a writer may set. The others are seen by readers, and need the permission to publish.
IN_WORK = (Article.Status.DRAFT, Article.Status.IN_REVIEW)
# Fields that say when readers get an article, and whose it is.
FOR_EDITORS = ("published_at", "withdrawn_reason", "owner")
# Fields of the form that the model does not have: nothing to be read.
FORM_ONLY = ("seen", "note", "despite")


def may_change(user, article: Article) -> bool:
    """Say whether this article is one that `user`, who may change articles, may change."""
    if user.has_perm("articles.change_any_article"):
        return True
    return article.owner_id == user.pk and (
        article.status in IN_WORK or user.has_perm("articles.publish_article")
    )


class OwningMixin:
    """Asks for each article who may change it, and shows a form of what they may set in it."""

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and (obj is None or may_change(request.user, obj))

    def has_delete_permission(self, request, obj=None):
        """What readers have seen is withdrawn, with a reason, and not deleted."""
        return super().has_delete_permission(request, obj) and (
            obj is None or (not obj.has_been_public() and may_change(request.user, obj))
        )

    def get_deleted_objects(self, objs, request):
        """What belongs to an article goes with it, whoever may delete it."""
        *found, needed, protected = super().get_deleted_objects(objs, request)
        own = {model._meta.verbose_name for model in (FaqEntry, Judgement, Override)}
        return *found, needed - own, protected

    def get_fieldsets(self, request, obj=None):
        reads_only = obj is not None and not self.has_change_permission(request, obj)
        hidden = set(FORM_ONLY) if reads_only else set()
        if not (reads_only or request.user.has_perm("articles.publish_article")):
            hidden |= set(FOR_EDITORS)
        sheets = []
        for name, options in super().get_fieldsets(request, obj):
            fields = [field for field in options["fields"] if field not in hidden]
            if reads_only:
                # A name, where the field would link to a page that is not for everybody.
                fields = ["in_hands" if field == "owner" else field for field in fields]
            if fields:
                sheets.append((name, options | {"fields": fields}))
        if reads_only:
            sheets[0][1]["description"] = why_read_only(obj)
        return sheets

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        form.may_publish = request.user.has_perm("articles.publish_article")
        return form

    def get_changeform_initial_data(self, request):
        """Propose the hands and the name of whoever begins to write."""
        author = Author.objects.filter(user=request.user).first()
        return {
            **super().get_changeform_initial_data(request),
            "owner": request.user.pk,
            **({"author": author.pk} if author else {}),
        }

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """People are invited on a page of their own, not from beside an article."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "owner":
            widget = field.widget
            widget.can_add_related = widget.can_change_related = widget.can_delete_related = False
            widget.can_view_related = False
        return field

    def save_form(self, request, form, change):
        """Put a new article into the hands of whoever wrote it."""
        article = super().save_form(request, form, change)
        if not change and article.owner is None:
            article.owner = request.user
        return article


def why_read_only(article: Article) -> str:
    if article.status not in IN_WORK:
        return _("You can read this article. An editor changes it.")
    if article.owner:
        # Django takes a description for HTML.
        name = escape(name_of(article.owner))
        return _("You can read this article. It is in the hands of %(name)s.") % {"name": name}
    return _("You can read this article. It is in nobody's hands; an editor can give it to you.")


class HandsFilter(admin.SimpleListFilter):
    """Who works on an article."""

    title = _("in the hands of")
    parameter_name = "hands"

    def lookups(self, request, model_admin):
        return [("mine", _("me")), ("others", _("others")), ("nobody", _("nobody"))]

    def queryset(self, request, queryset):
        match self.value():
            case "mine":
                return queryset.filter(owner=request.user)
            case "others":
                return queryset.filter(owner__isnull=False).exclude(owner=request.user)
            case "nobody":
                return queryset.filter(owner=None)
            case _:
                return queryset
