from functools import partial

from articles.expectations.loading import FILES
from core.loading import load
from core.management.base import LoadCommand


class Command(LoadCommand):
    help = "Load forecasts of cut-offs that others have published."
    app = "articles"

    def reports(self, data, *, force):
        for name, loader in FILES.items():
            yield load(f"articles/{name}", [data / name], partial(loader, data / name), force=force)
