import hashlib
import os
import secrets
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import Error as DatabaseError
from django.urls import reverse

EDITOR = "editor"
LOCAL = settings.BASE_DIR / ".local"
PASSWORD_FILE = LOCAL / "editor-password"
COLLECTED_FILE = LOCAL / "static-files"


class Command(BaseCommand):
    help = (
        "Bring the site on this machine up to date: tables, record, static files and a local editor account."
    )

    def add_arguments(self, parser):
        parser.add_argument("--no-static", action="store_true", help="do not collect static files")

    def handle(self, *, no_static, verbosity, **options):
        try:
            self.stdout.write("Database")
            call_command("migrate", interactive=False, verbosity=0)
            self.stdout.write("Record")
            call_command("load_record", verbosity=verbosity, stdout=self.stdout)
            self.stdout.write("Charts")
            self.draw_charts(verbosity)
            if not no_static:
                self.stdout.write("Static files")
                collect_static(COLLECTED_FILE)
            account = "" if settings.HTTPS else f"       {local_editor(PASSWORD_FILE)}\n"
        except DatabaseError as error:
            raise CommandError(f"The database cannot be used: {str(error).strip()}") from error
        except OSError as error:
            raise CommandError(f"{error.filename or 'A file'} cannot be written: {error.strerror}") from error
        self.stdout.write(f"Site:  {settings.SITE_URL}/")
        self.stdout.write(f"Admin: {settings.SITE_URL}{reverse('admin:index')}")
        self.stdout.write(account, ending="")

    def draw_charts(self, verbosity):
        """Draw what has changed. Without its drawings a page shows tables: a failure stops nothing."""
        try:
            call_command("render_charts", verbosity=verbosity, stdout=self.stdout)
        except CommandError as error:
            self.stderr.write(f"       {error}")


def collect_static(stamp: Path):
    """Collect static files, unless they are the ones that `stamp` remembers: hashing and compressing takes seconds."""
    sources = hashlib.sha256()
    for finder in get_finders():
        for name, storage in sorted(finder.list([]), key=lambda found: found[0]):
            found = os.stat(storage.path(name))
            sources.update(f"{name} {found.st_size} {found.st_mtime_ns}\n".encode())
    fresh = sources.hexdigest()
    if stamp.exists() and stamp.read_text().strip() == fresh and settings.STATIC_ROOT.exists():
        return
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    keep_private(stamp, fresh)


def local_editor(path: Path) -> str:
    """Make sure that the local editor account exists with the password kept at `path`; say what it is.

    A password that was changed in the admin stays as it was set. Only for a machine of one's own: a site that is
    served over HTTPS gets no such account.
    """
    users = get_user_model().objects
    editor = users.filter(username=EDITOR).first()
    kept = path.read_text().strip() if path.exists() else ""
    if editor and kept:
        return f"user {EDITOR}, password {kept if editor.check_password(kept) else 'as you set it'}"
    password = kept or secrets.token_urlsafe(12)
    if not kept:
        keep_private(path, password)
    if editor:
        editor.set_password(password)
        editor.save(update_fields=["password"])
    else:
        users.create_superuser(EDITOR, password=password)
    return f"user {EDITOR}, password {password}"


def keep_private(path: Path, text: str):
    """Write a file that only this machine's user may read."""
    path.parent.mkdir(mode=0o700, exist_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(f"{text}\n")
