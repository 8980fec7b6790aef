"""Passages and articles with every claim labelled true, false or otherwise, and what the fact desk makes of them.

`dev/` is what the desk was built with, `heldout/` what it was measured by, once. The format of a file is in
`passages.py`. Draws, lists and criteria are those of the record, right or wrong as the labels say; people, fees and
figures of provinces in them are made up.
"""

from pathlib import Path

HERE = Path(__file__).parent
DEV = HERE / "dev"


def directories() -> list[Path]:
    """Return the directories of labelled passages in the repository, by name."""
    return sorted(path for path in HERE.iterdir() if path.is_dir() and any(path.glob("*.md")))
