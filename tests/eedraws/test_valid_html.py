"""Every page is valid HTML, as html-validate judges it: in its ordinary state, with THOROUGH=1 in all."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import transaction

from tests.browser.tools import tool
from tests.browser.visiting import FOR_STRANGERS
from tests.html import Page
from tests.pages import ERRORS, NEWSROOM, PUBLIC, SENT_EMPTY, states
from tests.thorough import THOROUGH

pytestmark = [pytest.mark.django_db, pytest.mark.longer]

ROOT = Path(__file__).resolve().parents[2]
NODE = Path(sys.executable).with_name("node")
# What Django's own admin does otherwise: rules of style and of accessibility, which axe-core judges there.
DJANGO = {
    *("no-implicit-button-type", "no-redundant-for", "prefer-native-element"),
    *("wcag/h30", "wcag/h32", "wcag/h63", "wcag/h71"),
}


def html_of(client, shown):
    """Return what is sent for a page in one of its states."""
    path = shown.path()
    response = client.get(path)
    assert response.status_code == shown.status, shown
    if shown.where is SENT_EMPTY:
        # What the form holds by itself: without its hidden fields the formsets of the admin cannot be read.
        fields = [field for field in Page(response.text).all("input") if field.get("type") == "hidden"]
        response = client.post(
            path, {field["name"]: field.get("value") or "" for field in fields if "name" in field}
        )
        assert response.status_code == 200, shown
    return response.text


def judged(folder):
    """Return what html-validate says against files of a folder, by their names, and on which lines."""
    answer = folder / "answer.json"
    command = [NODE, tool("html-validate/bin/html-validate.mjs"), "--config", ROOT / ".htmlvalidate.json"]
    files = sorted(folder.glob("*.html"))
    # Into a file: a pipe is cut off when the command ends before it is read.
    done = subprocess.run(
        [*command, "--formatter", f"json={answer}", *files],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    return {
        Path(page["filePath"]).stem: [
            (message["ruleId"], f"line {message['line']}: {message['message']}")
            for message in page["messages"]
        ]
        for page in json.loads(answer.read_text(encoding="utf-8"))
    }


@pytest.mark.parametrize("table", [PUBLIC, ERRORS, NEWSROOM], ids=["public", "errors", "newsroom"])
def test_every_page_is_valid(client, admin_client, tmp_path, table):
    pages = [shown for name in table for shown in states(name)[: None if THOROUGH else 1]]
    for shown in pages:
        logged_in = table is NEWSROOM and shown.name not in FOR_STRANGERS
        with transaction.atomic():
            html = html_of(admin_client if logged_in else client, shown)
            transaction.set_rollback(True)
        (tmp_path / f"{shown.name}, {shown.state}.html").write_text(html, encoding="utf-8")
    # One that is wrong for certain shows that the judge is awake.
    (tmp_path / "wrong.html").write_text("<!doctype html><p><div></p>", encoding="utf-8")
    wrong = judged(tmp_path)
    assert wrong.pop("wrong")
    found = {(page, rule): message for page, messages in wrong.items() for rule, message in messages}
    passed_over = DJANGO if table is NEWSROOM else set()
    assert passed_over <= {rule for _, rule in found}
    assert {key: message for key, message in found.items() if key[1] not in passed_over} == {}
