"""The newsroom: Django's admin, which opens on what needs doing, and lets in those who were invited."""

from django.contrib.admin import AdminSite
from django.urls import path
from django.utils.translation import gettext_lazy as _

from eedraws.newsroom.banner import banner
from eedraws.newsroom.today import lines
from eedraws.newsroom.welcome import WelcomeView


class NewsroomSite(AdminSite):
    index_title = _("Today")

    def index(self, request, extra_context=None):
        due = lines(request.user)
        today = {
            "banner": banner(request.user),
            "due": [line for line in due if line.count],
            "done": [line.nothing for line in due if not line.count],
        }
        return super().index(request, today | (extra_context or {}))

    def get_urls(self):
        # Without admin_view: who comes here has no password yet.
        welcome = WelcomeView.as_view(admin_site=self)
        return [path("welcome/<uidb64>/<token>/", welcome, name="welcome"), *super().get_urls()]
