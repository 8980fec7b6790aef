from django.contrib import admin

from articles.models import Author, Tag
from articles.moving import write_named
from articles.searching.indexing import index_articles
from core.admin import RecordAdmin


class NamedAdmin(RecordAdmin):
    """Of what has a page of its own: the page may move."""

    def save_model(self, request, obj, form, change):
        write_named(obj)


@admin.register(Author)
class AuthorAdmin(NamedAdmin):
    list_display = ["name", "slug", "user"]
    list_select_related = ["user"]
    prepopulated_fields = {"slug": ["name"]}
    search_fields = ["name"]


@admin.register(Tag)
class TagAdmin(NamedAdmin):
    list_display = ["name_en", "slug"]
    prepopulated_fields = {"slug": ["name_en"]}
    search_fields = ["name_en"]

    def save_model(self, request, obj, form, change):
        """The name is among the words that its articles are found by."""
        super().save_model(request, obj, form, change)
        index_articles(obj.articles.all())
