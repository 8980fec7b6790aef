from functools import partial

from core.loading import load
from core.management.base import LoadCommand
from draws.loading import FILES


class Command(LoadCommand):
    help = "Load counts of the pool and the rounds of invitations."
    app = "draws"

    def reports(self, data, *, force):
        for name, loader in FILES.items():
            yield load(f"draws/{name}", [data / name], partial(loader, data / name), force=force)
