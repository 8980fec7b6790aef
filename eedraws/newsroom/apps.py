from django.contrib.admin.apps import AdminConfig


class NewsroomConfig(AdminConfig):
    """Django's admin with a first page of our own."""

    default_site = "eedraws.newsroom.site.NewsroomSite"
