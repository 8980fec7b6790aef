from functools import partial

from core.loading import load
from core.management.base import LoadCommand
from occupations.loading import FILES


class Command(LoadCommand):
    help = "Load NOC 2021, everyday job titles, the types of draw, their versions, lists and labels."
    app = "occupations"

    def reports(self, data, *, force):
        for name, loader in FILES.items():
            yield load(f"occupations/{name}", [data / name], partial(loader, data / name), force=force)
