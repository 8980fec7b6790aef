from django.core.management.base import BaseCommand

from eedraws.signin.recording import forget


class Command(BaseCommand):
    help = "Delete sign-ins after 90 days, wrong passwords after one, and sessions that are over. For a daily timer."

    def handle(self, *, verbosity, **options):
        deleted = forget()
        if verbosity:
            self.stdout.write("deleted: " + ", ".join(f"{count} {name}" for name, count in deleted.items()))
