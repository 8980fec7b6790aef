import gzip
import sys
import zlib

from django.core.management.base import BaseCommand, CommandError

from readers.logs.counting import count

PACKED = b"\x1f\x8b"


class Command(BaseCommand):
    help = (
        "Add access logs of the web server (combined format, also packed by gzip) to the sums of reading. What was counted "
        "before is not counted again, whatever the file is called by now."
    )

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="*", metavar="FILE", help="logs; without one, standard input")

    def handle(self, *, files, verbosity, **options):
        for name in files or ["-"]:
            try:
                counted = self.count(name)
            except (OSError, EOFError, zlib.error) as error:
                raise CommandError(
                    f"{name} cannot be read: {error}. What came before it is counted; of it, nothing."
                ) from error
            if verbosity:
                self.stdout.write(f"{name}: {self.words(counted)}")

    def count(self, name):
        if name == "-":
            return count(sys.stdin.buffer)
        with open(name, "rb") as file:
            is_packed = file.peek(len(PACKED)).startswith(PACKED)
            with gzip.open(file) if is_packed else file as stream:
                return count(stream)

    def words(self, counted):
        if counted.again:
            return "is a part of what was counted before; nothing added"
        return f"{counted.lines} new lines, {counted.visits} of them readings of pages"
