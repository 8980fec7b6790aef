from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from eedraws.signin import devices, sessions
from eedraws.signin.recording import log


class Command(BaseCommand):
    help = (
        "Take somebody's second factors and sessions away, where no other administrator can: at the next sign-in they "
        "set up a new one."
    )

    def add_arguments(self, parser):
        parser.add_argument("username")

    def handle(self, *, username, **options):
        person = get_user_model().objects.filter(username=username).first()
        if person is None:
            raise CommandError(f"There is no account {username}.")
        devices.remove_all(person)
        sessions.end_sessions(person)
        log(None, "second factors removed by another", person, by="manage.py")
        self.stdout.write(f"{username} sets up a new second factor at the next sign-in.")
