from django.contrib import admin

from articles.models import Author, Tag
from core.admin import RecordAdmin


@admin.register(Author)
class AuthorAdmin(RecordAdmin):
    list_display = ["name", "slug", "user"]
    list_select_related = ["user"]
    prepopulated_fields = {"slug": ["name"]}
    search_fields = ["name"]


@admin.register(Tag)
class TagAdmin(RecordAdmin):
    list_display = ["name_en", "slug"]
    prepopulated_fields = {"slug": ["name_en"]}
    search_fields = ["name_en"]
