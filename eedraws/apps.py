from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EedrawsConfig(AppConfig):
    name = "eedraws"
    verbose_name = _("Site")

    def ready(self):
        from django.conf import settings

        from eedraws import freshness
        from eedraws.logs import queries, reporting

        freshness.begin()
        queries.begin()
        reporting.begin(settings.SENTRY_DSN)
