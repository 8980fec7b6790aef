from functools import partial

from articles.desk.phrases import load_phrases
from core.loading import load
from core.management.base import LoadCommand


class Command(LoadCommand):
    help = "Load the phrases that the fact desk stops at."
    app = "articles"

    def reports(self, data, *, force):
        path = data / "phrases.csv"
        yield load("articles/phrases.csv", [path], partial(load_phrases, path), force=force)
