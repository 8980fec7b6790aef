from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EedrawsConfig(AppConfig):
    name = "eedraws"
    verbose_name = _("Site")
