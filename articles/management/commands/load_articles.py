from functools import partial

from django.conf import settings

from articles.loading import SOURCES
from articles.searching.indexing import index_missing
from core.loading import load
from core.management.base import LoadCommand


class Command(LoadCommand):
    help = "Load the authors, tags, articles and questions that come with the site."
    app = "articles"

    def handle(self, *, data, dry_run, **options):
        data = data or settings.BASE_DIR / "articles" / "content"
        super().handle(data=data, dry_run=dry_run, **options)
        if not dry_run:
            index_missing()

    def reports(self, data, *, force):
        for name, loader in SOURCES.items():
            source = data / name
            paths = sorted(source.glob("*.md")) if source.is_dir() else [source]
            yield load(f"articles/{name}", paths, partial(loader, source), force=force)
