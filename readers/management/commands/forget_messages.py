from django.core.management.base import BaseCommand

from readers.forgetting import forget


class Command(BaseCommand):
    help = (
        "Delete messages of readers after 90 days, unless they are kept open, searches that found nothing and missed "
        "addresses after 90 days, and counts of reading after 13 months. For a daily timer."
    )

    def handle(self, *, verbosity, **options):
        deleted = forget()
        if verbosity:
            self.stdout.write(f"deleted: {deleted['messages']} messages, {deleted['sums']} sums")
