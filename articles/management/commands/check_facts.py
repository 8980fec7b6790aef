import json
import sys

from django.core.management.base import BaseCommand
from django.utils import timezone

from articles.desk.nightly import everything, kept, told, told_of_pinned
from articles.desk.running import unhurried
from articles.drafting.pins import moved_on
from articles.management.commands.check_article import CONTRADICTED, UNREADABLE


class Command(BaseCommand):
    help = (
        "Hold every published article and every answer of the whole site against the record of now, each as of its own "
        "day. Ends with status 1 when a claim is contradicted or overtaken, and else with 2 when a text could not be read."
    )

    def add_arguments(self, parser):
        parser.add_argument("--json", action="store_true", help="print a list of objects instead of lines")
        parser.add_argument("--all", action="store_true", help="print what agrees too")

    def handle(self, *, verbosity, **options):
        now = timezone.now()
        with unhurried():
            texts = list(everything(now))
        pinned = moved_on(now)
        done = kept(texts, len(pinned), now)
        found = [item for text in texts for item in told(text, everything=options["all"])]
        found += [told_of_pinned(entry, now) for entry in pinned]
        if options["json"]:
            self.stdout.write(json.dumps(found, ensure_ascii=False, indent=2))
        else:
            for item in found:
                self.stdout.write(line_of(item))
            if verbosity:
                self.stdout.write(sums_of(done))
        if done.contradicted or done.overtaken:
            sys.exit(CONTRADICTED)
        if done.failed:
            sys.exit(UNREADABLE)


def line_of(item) -> str:
    """Return a finding in a line: the text, the part and the place in it, how it stands, the claim, what is right."""
    if item["status"] == "failed":
        return f"{item['text']}: {item['message']}"
    place = f"{item['text']}, {item['part']}, {item['line']}:{item['column']}"
    words = f"{place}: {item['status']}: {' '.join(item['claim'].split())}"
    expected = f" (expected: {' '.join(item['expected'].split())})" if item["expected"] else ""
    return words + expected


def sums_of(done) -> str:
    return (
        f"{done.articles} articles and {done.answers} answers read: {done.contradicted} claims contradicted, "
        f"{done.overtaken} overtaken; {done.pinned} pinned answers that the record has moved past; "
        f"{done.failed} texts not read."
    )
