"""The name of the code that makes pages: another after each deployment, so that no page of the old code is shown by the new."""

from functools import cache
from hashlib import blake2b
from pathlib import Path

from django.conf import settings

APART = {".venv", "node_modules", "tests", "media"}


@cache
def build() -> str:
    """Return a short hash of the names, sizes and times of all files that pages are made from."""
    name = blake2b(settings.SITE_URL.encode(), digest_size=8)
    root = Path(settings.BASE_DIR)
    for folder in sorted(root.iterdir()):
        if folder.name in APART or folder.name.startswith(".") or not folder.is_dir():
            continue
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".py", ".html", ".mo") or path.name == "staticfiles.json":
                found = path.stat()
                name.update(f"{path.relative_to(root)} {found.st_size} {found.st_mtime_ns}\n".encode())
    return name.hexdigest()
