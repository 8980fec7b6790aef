"""modelsearch's search in SQLite, ranked once for all articles.

Its own asks for the score of each article found in a query of its own, which takes seconds where thousands are found,
and counts a word of the headline like one of the text. What stands in the index is left as it is.
"""

from django.db.models import CharField, FloatField, Func
from django.db.models.functions import Cast
from django.utils.functional import cached_property
from modelsearch.backends.database.sqlite.query import MatchExpression, normalize
from modelsearch.backends.database.sqlite.sqlite import (
    IndexEntry,
    SQLiteFTSIndexEntry,
    SQLiteSearchBackend,
    SQLiteSearchQueryCompiler,
    SQLiteSearchResults,
)
from modelsearch.utils import get_content_type_pk

from articles.models.searched import HEADLINE


class Rank(Func):
    """How well a row of the index answers: the smaller, the better. Weights of the columns autocomplete, body, title."""

    output_field = FloatField()

    def as_sql(self, compiler, connection):
        return f"bm25({SQLiteFTSIndexEntry._meta.db_table}, 0, 1, {HEADLINE})", []


class Compiler(SQLiteSearchQueryCompiler):
    @cached_property
    def rows(self):
        """The keys of the rows of the index that match, the best first and the last indexed of equals; one query.

        Rows of articles that are not asked about are few, and looked up to be left out: to look up all that match would cost
        more than to search.
        """
        articles = self.queryset.order_by()
        others = articles.model.objects.exclude(pk__in=articles.values("pk")).order_by()
        keys = others.annotate(key=Cast("pk", CharField())).values("key")
        left_out = IndexEntry.objects.filter(
            content_type=get_content_type_pk(articles.model), object_id__in=keys
        )
        asked = self.build_search_query(normalize(self.query))
        rows = SQLiteFTSIndexEntry.objects.filter(MatchExpression(self.FTS_TABLE_FIELDS, asked))
        rows = rows.exclude(pk__in=left_out.values("pk")).order_by(Rank(), "-pk")
        return list(rows.values_list("pk", flat=True))

    def ranked(self, start, stop):
        """Return the articles from `start` to `stop` in the order of their rank."""
        rows = self.rows[start:stop]
        keys = dict(IndexEntry.objects.filter(pk__in=rows).values_list("pk", "object_id"))
        articles = self.queryset.in_bulk(keys.values())
        found = (articles.get(int(keys[row])) for row in rows)
        return [article for article in found if article is not None]


class Results(SQLiteSearchResults):
    def _do_search(self):
        return self.query_compiler.ranked(self.start, self.stop)

    def _do_count(self):
        return len(self.query_compiler.rows[self.start : self.stop])


class SearchBackend(SQLiteSearchBackend):
    query_compiler_class = Compiler
    results_class = Results
