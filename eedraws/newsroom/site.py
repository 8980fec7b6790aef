"""The newsroom: Django's admin, which opens on what needs doing, and lets in those who were invited."""

from django.contrib.admin import AdminSite
from django.urls import path
from django.utils.translation import gettext_lazy as _

from articles.desk import snapshot
from eedraws.newsroom.banner import banner
from eedraws.newsroom.following import following
from eedraws.newsroom.impact import ImpactMixin
from eedraws.newsroom.pictures import PicturesMixin
from eedraws.newsroom.reading import reading
from eedraws.newsroom.today import lines
from eedraws.newsroom.welcome import WelcomeView
from eedraws.signin.entering import EnteringMixin
from eedraws.signin.owning import OwningMixin


class NewsroomSite(EnteringMixin, OwningMixin, ImpactMixin, PicturesMixin, AdminSite):
    index_title = _("Today")

    def each_context(self, request):
        if self.has_permission(request):
            snapshot.WANTED.set()
        return super().each_context(request)

    def index(self, request, extra_context=None):
        due = lines(request.user)
        today = {
            "banner": banner(request.user),
            "due": [line for line in due if line.count],
            "done": [line.nothing for line in due if not line.count],
            "reading": reading(request.user),
        }
        return super().index(request, today | (extra_context or {}))

    def get_urls(self):
        # Without admin_view: who comes here has no password yet.
        welcome = WelcomeView.as_view(admin_site=self)
        return [
            path("welcome/<uidb64>/<token>/", welcome, name="welcome"),
            path("alerts/", self.admin_view(following), name="alerts"),
            *super().get_urls(),
        ]
