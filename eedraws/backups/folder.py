"""A backup on disk: a folder named by its moment, with what it holds and a manifest that proves it. Pure: no Django."""

import hashlib
import json
import os
import re
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

NAME = re.compile(r"[0-9]{8}T[0-9]{6}Z")
MANIFEST = "manifest.json"
UNFINISHED = ".unfinished"
# What a manifest says beside its files.
ABOUT = {"vendor", "newest_draw", "migrations", "rows"}


class BadBackup(Exception):
    """A backup that must not be used; the words say why."""


def name_of(moment: datetime) -> str:
    """Return the name of a backup: "20261003T040500Z"."""
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def complete(folder: Path) -> list[Path]:
    """Return the complete backups of a folder, the newest first."""
    found = [path for path in folder.iterdir() if NAME.fullmatch(path.name) and (path / MANIFEST).is_file()]
    return sorted(found, reverse=True)


def seal(unfinished: Path, about: dict[str, Any]) -> None:
    """Write the manifest of a folder's files, with what else is `about` it, and make all of it durable."""
    files = {path.name: _described(path) for path in sorted(unfinished.iterdir())}
    manifest = unfinished / MANIFEST
    manifest.write_text(json.dumps(about | {"files": files}, indent=2) + "\n", encoding="utf-8")
    for path in (*unfinished.iterdir(), unfinished):
        _sync(path)


def finish(unfinished: Path, finished: Path) -> None:
    """Give a sealed backup its name, at once or not at all."""
    unfinished.rename(finished)
    _sync(finished.parent)


def checked(backup: Path) -> dict[str, Any]:
    """Return the manifest of a backup of which every byte is there. Raises BadBackup."""
    try:
        manifest = json.loads((backup / MANIFEST).read_text(encoding="utf-8"))
        files = dict(manifest["files"])
        if ABOUT - manifest.keys():
            raise KeyError
    except FileNotFoundError:
        raise BadBackup(
            f"{backup} is no backup, or one that was not finished: it has no {MANIFEST}."
        ) from None
    except (ValueError, KeyError, TypeError) as error:
        raise BadBackup(f"The {MANIFEST} of {backup} cannot be read.") from error
    for name, described in files.items():
        path = backup / Path(name).name
        if not path.is_file():
            raise BadBackup(f"{path} is missing.")
        if _described(path) != described:
            raise BadBackup(f"{path} is damaged: its size or its SHA-256 is not that of the manifest.")
    return manifest


def rotate(folder: Path, keep: int) -> list[Path]:
    """Remove all complete backups but the newest `keep`, and what earlier runs left unfinished; return what is gone."""
    left = [path for path in folder.iterdir() if path.name.endswith(UNFINISHED)]
    gone = complete(folder)[keep:] + left
    for path in gone:
        shutil.rmtree(path)
    return gone


def _described(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return {"bytes": path.stat().st_size, "sha256": hashlib.file_digest(file, "sha256").hexdigest()}


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
