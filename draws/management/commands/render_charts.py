from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import override

from core.freshness import move
from draws.charts.figures import record_charts
from draws.charts.rendering import NotRendered, render
from draws.charts.store import clear, keep, path_of


class Command(BaseCommand):
    help = "Draw the charts whose figures have changed, and remove drawings that nothing shows any more."
    # Addresses and templates need not be looked through: setup runs this every time.
    requires_system_checks = []

    def handle(self, *, verbosity, **options):
        charts = []
        for language, _name in settings.LANGUAGES:
            with override(language):
                charts += record_charts()
        missing = [chart for chart in charts if not path_of(chart).exists()]
        try:
            for chart in missing:
                keep(chart, render(chart))
            clear(charts)
        except (NotRendered, OSError) as error:
            raise CommandError(f"Charts could not be drawn: {error}") from error
        if missing:
            # Pages show a drawing as soon as it is there.
            move()
        if verbosity:
            self.stdout.write(f"charts: {len(missing)} drawn, {len(charts) - len(missing)} unchanged")
