"""Migrations lose nothing of the record, forwards and backwards, and let two versions of the code run side by side.

docs/operations.md has the rule that is proved here.
"""

import os
import sqlite3
from contextlib import closing

import pytest
from django.apps import apps
from django.db import migrations, models
from django.db.migrations.loader import MigrationLoader

from tests.databases import copy_database
from tests.deploy.serving import Application

# The newest migrations when version 0.1.0 came out: nobody has run two versions across one of these.
BEFORE_THE_FIRST_RELEASE = {
    "alerts": "0001_initial",
    "articles": "0010_record_moves",
    "core": "0002_content_version",
    "draws": "0002_feed_and_corrections",
    "eedraws": "0007_roles_of_article_corrections",
    "occupations": "0004_classification_is_noc_and_a_year",
    "readers": "0001_initial",
}
# Later operations that the version before cannot live with, by "app.migration: operation", and why that is right.
ALLOWED: dict[str, str] = {}
OWN = [
    config.label
    for config in apps.get_app_configs()
    if (config.module.__file__ or "").count("site-packages") == 0
]
NARROWING = (
    *(migrations.RemoveField, migrations.RenameField, migrations.AlterField),
    *(migrations.DeleteModel, migrations.RenameModel, migrations.AlterModelTable, migrations.RunSQL),
)


def breaks_the_version_before(operation):
    """Whether code that does not know of the operation reads what is gone, or leaves out what must be written."""
    if isinstance(operation, migrations.AddField):
        field = operation.field
        return not (field.many_to_many or field.null or field.has_db_default())
    return isinstance(operation, NARROWING)


def breaking(migration):
    return [
        f"{migration.app_label}.{migration.name}: {operation.describe()}"
        for operation in migration.operations
        if breaks_the_version_before(operation)
    ]


@pytest.fixture(scope="module")
def loader():
    return MigrationLoader(None)


def test_two_versions_can_run_side_by_side(loader):
    later = [
        migration
        for (app, name), migration in loader.disk_migrations.items()
        if app in OWN and name > BEFORE_THE_FIRST_RELEASE.get(app, "")
    ]
    assert {line for migration in later for line in breaking(migration)} == set(ALLOWED)


def test_what_breaks_the_version_before_is_found(loader):
    found = breaking(loader.disk_migrations["occupations", "0002_lists_awaited_verified_corrected"])
    assert "occupations.0002_lists_awaited_verified_corrected: Remove field verified from listing" in found
    assert (
        "occupations.0002_lists_awaited_verified_corrected: Add field list_awaited to categoryversion"
        in found
    )
    assert not any("list_published" in line for line in found)


@pytest.mark.parametrize(
    ("operation", "breaks"),
    [
        (migrations.AddField("round", "note", models.TextField(default="")), True),
        (migrations.AddField("round", "note", models.TextField(db_default="")), False),
        (migrations.AddField("round", "note", models.TextField(null=True)), False),
        (migrations.AddField("round", "notes", models.ManyToManyField("articles.tag")), False),
        (migrations.RenameField("round", "note", "remark"), True),
        (migrations.AlterField("round", "note", models.CharField(max_length=3)), True),
        (migrations.DeleteModel("round"), True),
        (migrations.CreateModel("note", []), False),
        (migrations.RunPython(migrations.RunPython.noop), False),
    ],
)
def test_the_rule(operation, breaks):
    assert breaks_the_version_before(operation) is breaks


def columns(database, schema, table):
    return [f'"{row[1]}"' for row in database.execute(f"PRAGMA {schema}.table_info({table})")]


def rows(path, table, names):
    with closing(sqlite3.connect(path)) as database:
        return database.execute(f"SELECT {', '.join(names)} FROM {table} ORDER BY id").fetchall()


@pytest.mark.thorough
@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("postgres" in os.environ.get("DATABASE_URL", ""), reason="copies of a SQLite file")
def test_the_record_comes_through_all_migrations_and_back_again(tmp_path):
    """From the first tables of all, filled with the whole record, to those of today, back, and forth again."""
    present = tmp_path / "present.sqlite3"
    copy_database(present)
    (tmp_path / "site.sqlite3").touch()
    site = Application(tmp_path)
    first = ("core", "occupations", "draws", "articles")

    def go_back():
        site.manage("migrate", "eedraws", "zero", "--verbosity=0")
        for app in ("readers", "alerts"):
            site.manage("migrate", app, "zero", "--verbosity=0")
        for app in reversed(first):
            site.manage("migrate", app, "0001", "--verbosity=0")

    for app in first:
        site.manage("migrate", app, "0001", "--verbosity=0")
    kept = {}
    with closing(sqlite3.connect(site.database)) as database:
        database.execute("ATTACH ? AS present", [str(present)])
        tables = [
            row[0]
            for row in database.execute(
                "SELECT name FROM main.sqlite_master WHERE type = 'table' ORDER BY name"
            )
            if row[0].startswith(tuple(f"{app}_" for app in first)) and columns(database, "present", row[0])
        ]
        for table in tables:
            old, new = columns(database, "main", table), columns(database, "present", table)
            kept[table] = [name for name in old if name in new]
            # The one column that is gone since: whether a row was compared, for which there is a day now.
            gone = [name for name in old if name not in new]
            assert gone in ([], ['"verified"'])
            values = ", ".join([*kept[table], *("0" for _name in gone)])
            names = ", ".join([*kept[table], *gone])
            database.execute(f"INSERT INTO main.{table} ({names}) SELECT {values} FROM present.{table}")
        database.commit()
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert len(rows(site.database, "draws_round", ["number"])) == 448

    def assert_equal():
        for table, names in kept.items():
            assert rows(site.database, table, names) == rows(present, table, names), table

    site.manage("migrate", "--verbosity=0")
    assert_equal()
    go_back()
    assert_equal()
    site.manage("migrate", "--verbosity=0")
    assert_equal()
    # What has become of it is whole by the project's own proof, and has the tables of today.
    site.manage("migrate", "--check")
    site.manage("check_record")
