from functools import partial

from core.loading import load
from core.management.base import LoadCommand
from occupations.loading import FILES


class Command(LoadCommand):
    help = (
        "Load the classifications, everyday job titles, the types of draw, their versions, lists and labels."
    )
    app = "occupations"

    def reports(self, data, *, force):
        for pattern, loader in FILES.items():
            # A file that is missing is told by its name.
            for path in sorted(data.glob(pattern)) or [data / pattern]:
                yield load(f"occupations/{path.name}", [path], partial(loader, path), force=force)
