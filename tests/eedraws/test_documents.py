"""What the documents say is there, is there."""

import re
from pathlib import Path

import pytest

from articles.references import parse

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
MAKEFILE = (ROOT / "Makefile").read_text()


def name(path):
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_links_lead_somewhere(path):
    for target in re.findall(r"\]\(([^)#]+)", path.read_text()):
        assert target.startswith("https://") or (path.parent / target).exists(), target


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_named_make_targets_exist(path):
    for target in re.findall(r"(?:`| && )make ([a-z]+)", path.read_text()):
        assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE), target


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_named_files_exist(path):
    """A path in backticks that ends like a file or a folder of the repository."""
    made = {".env", ".local/editor-password", "media/cards/", "media/pictures/"}
    for named in re.findall(r"`((?:[\w.-]+/)+(?:[\w-]+\.(?:py|md|toml|txt|sh))?)`", path.read_text()):
        assert named in made or (ROOT / named).exists(), named


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_references_to_the_record_are_ones_that_an_article_may_use(path):
    for reference in re.findall(r"\[\[([^\]]+)\]\]", path.read_text()):
        parse(reference)


def test_decisions_are_listed():
    listed = (ROOT / "docs" / "decisions" / "README.md").read_text()
    for path in (ROOT / "docs" / "decisions").glob("0*.md"):
        title = path.read_text().splitlines()[0]
        number, heading = title.removeprefix("# ").split(": ", 1)
        assert f"| [{number}]({path.name}) | {heading} |" in listed
