import mailbox
import sys
from collections import Counter
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from alerts.bounces import handle

# A report comes with the message itself at most.
MOST_BYTES = 10_000_000


class Command(BaseCommand):
    help = "Read reports of mail that could not be delivered, and delete the addresses that do not exist any more."

    def add_arguments(self, parser):
        parser.add_argument(
            "files", nargs="*", type=Path, help="mails, a file each; without any, one from stdin"
        )
        parser.add_argument(
            "--maildir", type=Path, help="a Maildir: reports that were read are removed, other mail is left"
        )

    def handle(self, *, files, maildir, verbosity, **options):
        try:
            if maildir:
                counts = self.empty(maildir)
            else:
                mails = [path.read_bytes() for path in files] or [sys.stdin.buffer.read(MOST_BYTES)]
                counts = Counter(map(handle, mails))
        except OSError as error:
            raise CommandError(f"{error.filename or 'A mail'} cannot be read: {error.strerror}") from error
        if verbosity:
            self.stdout.write(
                ", ".join(f"{count} {word}" for word, count in sorted(counts.items())) or "no mail"
            )

    def empty(self, path: Path) -> Counter[str]:
        """Handle every mail of a Maildir, and remove those that were reports."""
        if not (path / "new").is_dir():
            raise CommandError(f"{path} is no Maildir.")
        box = mailbox.Maildir(path, create=False)
        counts: Counter[str] = Counter()
        for key in box.keys():  # noqa: SIM118
            word = handle(box.get_bytes(key))
            counts[word] += 1
            if word != "other":
                box.remove(key)
        return counts
