from django.core.management.base import BaseCommand, CommandError

from alerts.asking import offered
from alerts.delivery import Down
from alerts.filling import fill, tidy
from alerts.sending import State, give_up_claims, resend_unknown, send_due


class Command(BaseCommand):
    help = "Send the alerts that are due. To be run every minute; several at once do no harm."

    def add_arguments(self, parser):
        parser.add_argument(
            "--resend",
            action="store_true",
            help="send the messages of unknown fate again: those who have got them get them twice",
        )

    def handle(self, *, resend, verbosity, **options):
        if not offered():
            raise CommandError("No mail server is set: see EMAIL_URL in docs/settings.md.")
        tidy()
        fill()
        unknown = give_up_claims()
        if resend:
            self.stdout.write(f"{resend_unknown()} of unknown fate offered again")
            unknown = 0
        try:
            counts = send_due()
        except Down as error:
            raise CommandError(
                f"The mail server cannot be used: {error}. Nothing is lost: run this again."
            ) from error
        if verbosity and counts:
            self.stdout.write(", ".join(f"{count} {fate}" for fate, count in sorted(counts.items())))
        # Told once, when it is found: whoever runs this every minute has no use for more. Today keeps saying it.
        if unknown := unknown + counts[State.UNKNOWN]:
            self.stderr.write(
                f"{unknown} of unknown fate: the sending was cut off, and the server may have them or not. "
                "--resend sends them again."
            )
