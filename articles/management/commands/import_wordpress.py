from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from articles.models import Article
from articles.pictures import NotKept
from articles.wordpress.reading import NotAnExport, read
from articles.wordpress.taking import Taking
from core.loading import rehearsal


class Command(BaseCommand):
    help = (
        "Take in the posts that a WordPress site exported (Tools, Export, All content), and report on each."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="the exported file, which ends in .xml")
        parser.add_argument("--media", type=Path, help="a copy of the old site's wp-content/uploads")
        parser.add_argument(
            "--topic",
            choices=Article.Topic.values,
            default=Article.Topic.DRAWS,
            help="the topic of the articles",
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would become of each post, and change nothing"
        )

    def handle(self, *, file, media, topic, dry_run, **options):
        if media and not media.is_dir():
            raise CommandError(f"{media} is no folder.")
        try:
            export = read(file)
            with rehearsal(dry_run):
                self.take_in(Taking(export, topic=topic, media=media))
        except (NotAnExport, NotKept) as error:
            raise CommandError(str(error)) from error
        if dry_run:
            self.stderr.write("This was a rehearsal: nothing was written.")

    def take_in(self, taking):
        for told in taking.run():
            self.stdout.write(str(told))
        for note in taking.export.notes:
            self.stdout.write(note)
        count = taking.count
        self.stdout.write(
            f"{count.total()} posts: {count['taken']} taken in, {count['there']} there already, {count['left']} left out"
        )
