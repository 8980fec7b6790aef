from django.core.management.base import BaseCommand
from django.db import transaction

from articles.compiling import compile_article, compile_entry
from articles.models import Article, FaqEntry
from articles.searching.indexing import index_articles


class Command(BaseCommand):
    help = "Compile the Markdown of every article and answer anew, after a change of the renderer."

    @transaction.atomic
    def handle(self, *, verbosity, **options):
        articles = Article.objects.prefetch_related("faq_entries")
        for article in articles:
            compile_article(article, article.faq_entries.all())
        index_articles(articles)
        entries = FaqEntry.objects.site_wide()
        for entry in entries:
            compile_entry(entry)
        if verbosity:
            self.stdout.write(f"{len(articles)} articles and {len(entries)} site-wide answers compiled")
