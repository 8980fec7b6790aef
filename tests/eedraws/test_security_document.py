"""docs/security.md names tests that are there, and leaves out no section of the standard."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
THIRTY, REST = (ROOT / "docs" / "security.md").read_text().split("## The rest")
ROWS = re.findall(r"^\| ([0-9.]+) \| (.+) \| (.+) \| `(.+)` \|$", THIRTY, re.MULTILINE)
# How many sections each chapter of the standard has.
SECTIONS = dict(enumerate((5, 4, 7, 4, 4, 8, 6, 4, 2, 7, 7, 3, 4, 3, 4, 5, 3), start=1))


def named_in(path):
    """Yield each test of a file as its name, with its class before it."""
    for node in ast.parse(path.read_text()).body:
        within = node.body if isinstance(node, ast.ClassDef) else [node]
        before = f"{node.name}::" if isinstance(node, ast.ClassDef) else ""
        yield from (before + each.name for each in within if isinstance(each, ast.FunctionDef))


def test_there_are_thirty_in_the_order_of_the_standard():
    numbers = [tuple(map(int, number.split("."))) for number, *_ in ROWS]
    assert len(numbers) == 30
    assert numbers == sorted(set(numbers))


@pytest.mark.parametrize("test", [row[-1] for row in ROWS])
def test_a_test_that_is_named_is_there(test):
    path, _, name = test.partition("::")
    assert name in set(named_in(ROOT / path))
    assert name.rpartition("::")[2].startswith("test_")


def test_every_section_of_the_standard_is_spoken_of():
    named = re.findall(r"[0-9]+\.[0-9]+", " ".join(re.findall(r"^\| ([0-9., ]+) \|", REST, re.MULTILINE)))
    wanted = {
        f"{chapter}.{section}" for chapter, count in SECTIONS.items() for section in range(1, count + 1)
    }
    assert len(named) == len(set(named))
    assert set(named) == wanted
