"""What must hold for the repository as a whole: migrations, contracts, data, locks, static files, unsafe constructs."""

import csv
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]
TRACKED = [
    ROOT / name
    for name in subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split("\0")
    if name and (ROOT / name).is_file()
]
CODE = [path for path in TRACKED if path.suffix in {".py", ".html", ".js"} and "tests" not in path.parts]


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_models_and_migrations_agree(db):
    call_command("makemigrations", check_changes=True, dry_run=True, verbosity=0)


def test_imports_keep_to_one_direction():
    # In a process of its own: it sets up logging anew, and takes away every logger that is there.
    command = [Path(sys.executable).with_name("lint-imports"), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


class TestData:
    @pytest.mark.parametrize("path", [path for path in TRACKED if path.suffix == ".csv"], ids=relative)
    def test_table_has_the_same_columns_in_every_row(self, path):
        with path.open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file, strict=True)
        assert len(set(header)) == len(header)
        assert rows
        assert {len(row) for row in rows} == {len(header)}

    @pytest.mark.parametrize("path", [path for path in TRACKED if path.suffix == ".toml"], ids=relative)
    def test_toml_parses(self, path):
        assert tomllib.loads(path.read_text(encoding="utf-8"))


class TestStaticFiles:
    def test_templates_name_files_that_exist(self):
        names = {
            name
            for path in TRACKED
            if path.suffix == ".html"
            for name in re.findall(r"""{% static ["']([^"']+)["']""", path.read_text())
        }
        assert names
        assert [name for name in names if not finders.find(name)] == []

    @pytest.mark.thorough
    def test_home_page_works_with_hashed_names(self, db, client, settings, tmp_path):
        settings.STATIC_ROOT = tmp_path
        settings.STORAGES = settings.STORAGES | {
            "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
        }
        settings.WHITENOISE_AUTOREFRESH = False
        call_command("collectstatic", interactive=False, verbosity=0)
        page = client.get("/")
        assert page.status_code == 200
        names = set(re.findall(r'(?:href|src)="(/static/[^"?#]+)', page.text))
        assert names
        for name in names:
            answer = client.get(name)
            assert answer.status_code == 200, name
            assert "immutable" in answer.headers["Cache-Control"], name
            answer.close()


# Where text is declared safe, or SQL written by hand, and why that is right. Everything else is refused.
UNSAFE = re.compile(
    r"\|\s*safe\b|\bmark_safe\b|\bSafeString\([^)]|autoescape off|\bcsrf_exempt\b|\.raw\(|\.extra\(|\bRawSQL\b|\.cursor\("
)
ALLOWED = {
    "alerts/views.py": "whoever has the signed link to stop alerts may stop them: mail programs press it without a cookie",
    "core/patience.py": "how long SQLite waits is set by a statement of its own; its one value is a number",
    "core/posting.py": "a view whose forms act for nobody is exempt from the token, and asks where the form was sent from",
    "core/templatetags/fields.py": "it puts a value, escaped, where its template had put one",
    "draws/templatetags/answers.py": "it joins rows that a template and format_html have written",
    "draws/charts/store.py": "a drawing was written by this site itself, from shapes and letters on an allow-list",
    "eedraws/backups/databases.py": "SQLite copies itself by a statement that Django has no words for; its one value is a parameter",
    "eedraws/templatetags/machines.py": "a block of the page, rendered with escapes, is said again; data is written with < and & escaped",
    "eedraws/templatetags/navigation.py": "what it was given was rendered by templates; it adds one of two attributes",
    "eedraws/templatetags/glossary.py": "what it was given was rendered by templates; it adds links with anchors of its own",
    "readers/models/counts.py": "sums are added to in one statement; names in it are the model's own, values are parameters",
    "articles/live.py": "the article's HTML passed the allow-list when it was compiled, and what fills it is escaped",
}


def test_unsafe_constructs_stand_only_where_they_are_justified():
    found = {relative(path) for path in CODE if UNSAFE.search(path.read_text())}
    assert found == set(ALLOWED)


def test_files_for_spreadsheets_are_written_in_one_place():
    """What neutralises formulas stands there."""
    assert {relative(path) for path in CODE if re.search(r"csv\.\w*[wW]riter", path.read_text())} == {
        "core/tables.py"
    }


def locked(name: str) -> dict[str, str]:
    """Return the pinned version of each package in a lock file."""
    return dict(
        re.findall(r"^([a-z0-9-]+)(?:\[[a-z,]+\])?==([^ ;]+)", (ROOT / name).read_text(), re.MULTILINE)
    )


class TestLocks:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    runtime = project["project"]["dependencies"]
    development = project["dependency-groups"]["dev"]

    @pytest.mark.parametrize(
        ("lock", "wanted"),
        [
            ("requirements.txt", runtime),
            ("requirements-sentry.txt", runtime + project["project"]["optional-dependencies"]["sentry"]),
            ("requirements-dev.txt", runtime + development),
        ],
    )
    def test_satisfy_the_project(self, lock, wanted):
        pins = locked(lock)
        for requirement in map(Requirement, wanted):
            assert requirement.name in pins, f"{requirement.name} is not in {lock}: run `make lock`"
            assert requirement.specifier.contains(pins[requirement.name]), requirement

    def test_hold_nothing_that_only_development_needs(self):
        assert not {Requirement(name).name for name in self.development} & set(locked("requirements.txt"))

    def test_agree_with_each_other(self):
        assert locked("requirements.txt").items() <= locked("requirements-dev.txt").items()
        assert locked("requirements.txt").items() <= locked("requirements-sentry.txt").items()

    @pytest.mark.parametrize("lock", ["requirements.txt", "requirements-sentry.txt", "requirements-dev.txt"])
    def test_every_pin_has_a_hash(self, lock):
        pins = re.split(r"\n(?=[a-z0-9])", (ROOT / lock).read_text())[1:]
        assert pins
        assert all("--hash=sha256:" in pin for pin in pins)


def test_no_package_registry_is_named():
    """Which index serves the packages is the machine's affair."""
    hosts = re.compile(
        r"pypi\.(?:org|python)|pythonhosted\.|index-url|find-links|registry\.npmjs|npmjs\.(?:com|org)"
    )
    allowed = {"Makefile", "tests/eedraws/test_repository.py"}
    texts = [
        path for path in TRACKED if path.suffix not in {".png", ".webp", ".ico", ".woff2", ".csv", ".xz"}
    ]
    assert {relative(path) for path in texts if hosts.search(path.read_text())} <= allowed


@pytest.mark.parametrize("sheet", sorted((ROOT / "static" / "css").glob("*.css")), ids=lambda path: path.name)
def test_every_rule_of_a_stylesheet_is_closed(sheet):
    """A brace that is missing takes the rules after it into a query that hides them."""
    rules = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert rules.count("{") == rules.count("}")
