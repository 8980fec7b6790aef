import stat
from io import StringIO

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.core.management import CommandError, call_command
from django.db import OperationalError

from draws.management.commands import render_charts
from eedraws.management.commands import setup_site


@pytest.fixture
def password_file(tmp_path, monkeypatch):
    monkeypatch.setattr(setup_site, "PASSWORD_FILE", tmp_path / ".local" / "editor-password")
    return setup_site.PASSWORD_FILE


@pytest.fixture(autouse=True)
def no_charts(monkeypatch):
    monkeypatch.setattr(render_charts, "record_charts", list)


@pytest.fixture
def run(db, password_file):
    def run():
        output = StringIO()
        call_command("setup_site", no_static=True, stdout=output)
        return output.getvalue()

    return run


def test_prints_where_the_site_is_and_who_may_edit(run, password_file):
    output = run()
    assert "Site:  http://testserver/\n" in output
    assert "Admin: http://testserver/admin/\n" in output
    assert f"user editor, password {password_file.read_text().strip()}\n" in output


def test_editor_can_log_in_with_a_password_that_only_this_user_reads(run, password_file):
    run()
    assert stat.S_IMODE(password_file.stat().st_mode) == 0o600
    assert authenticate(username="editor", password=password_file.read_text().strip()).is_superuser


def test_second_run_changes_nothing(run):
    assert "unchanged file, skipped" in (first := run())
    assert run() == first
    assert get_user_model().objects.count() == 1


def test_password_changed_by_the_editor_stays(run, password_file):
    run()
    editor = get_user_model().objects.get()
    editor.set_password("chosen in the admin")
    editor.save()
    output = run()
    assert "user editor, password as you set it" in output
    assert password_file.read_text().strip() not in output
    assert authenticate(username="editor", password="chosen in the admin")


def test_lost_password_file_means_a_new_password(run, password_file):
    run()
    password_file.unlink()
    run()
    assert authenticate(username="editor", password=password_file.read_text().strip())


def test_kept_password_serves_a_new_database(run, password_file):
    run()
    kept = password_file.read_text()
    get_user_model().objects.all().delete()
    run()
    assert password_file.read_text() == kept
    assert authenticate(username="editor", password=kept.strip())


def test_no_account_is_made_where_the_site_is_public(run, password_file, settings):
    settings.HTTPS = True
    assert "editor" not in run()
    assert not password_file.exists()
    assert not get_user_model().objects.exists()


def test_database_that_cannot_be_used_is_named_in_words(run, monkeypatch):
    def refuse(*args, **options):
        raise OperationalError("attempt to write a readonly database")

    monkeypatch.setattr(setup_site, "call_command", refuse)
    with pytest.raises(
        CommandError, match="The database cannot be used: attempt to write a readonly database"
    ):
        run()


def test_charts_that_cannot_be_drawn_stop_nothing(run, monkeypatch, capsys):
    def fail():
        raise OSError("No space left on device")

    monkeypatch.setattr(render_charts, "clear", lambda charts: fail())
    assert "Site:  http://testserver/" in run()
    assert "Charts could not be drawn: No space left on device" in capsys.readouterr().err


def test_password_file_that_cannot_be_written_is_named_in_words(run, monkeypatch, tmp_path):
    blocked = tmp_path / "file"
    blocked.touch()
    monkeypatch.setattr(setup_site, "PASSWORD_FILE", blocked / "editor-password")
    with pytest.raises(CommandError, match="cannot be written: "):
        run()


class TestStaticFiles:
    @pytest.fixture
    def collected(self, monkeypatch, settings, tmp_path):
        """Return a function that collects and says how many times the real work was done."""
        settings.STATIC_ROOT = tmp_path / "collected"
        settings.STATICFILES_DIRS = [tmp_path / "sources"]
        (tmp_path / "sources").mkdir()
        (tmp_path / "sources" / "a.css").write_text("a {}")
        calls = []

        def collect(*args, **options):
            settings.STATIC_ROOT.mkdir(exist_ok=True)
            calls.append(args)

        monkeypatch.setattr(setup_site, "call_command", collect)

        def collected():
            setup_site.collect_static(tmp_path / ".local" / "static-files")
            return len(calls)

        return collected

    def test_are_collected_once(self, collected):
        assert (collected(), collected()) == (1, 1)

    def test_are_collected_again_after_a_change(self, collected, settings):
        collected()
        (settings.STATICFILES_DIRS[0] / "a.css").write_text("a { color: red }")
        assert collected() == 2

    def test_are_collected_again_when_they_are_gone(self, collected, settings):
        collected()
        settings.STATIC_ROOT.rmdir()
        assert collected() == 2
