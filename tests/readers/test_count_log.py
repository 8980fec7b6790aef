"""Logs are added up once, whatever becomes of their files. Synthetic lines."""

import gzip
import io
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from readers.logs import counting
from readers.models import CountedLog, MissedAddress, ReadCount
from tests.readers.test_log_lines import line

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 27)


def lines(count, start=0):
    """Lines that differ by their second."""
    made = (
        line(moment=f"27/Nov/2026:12:{n // 60:02}:{n % 60:02} +0000") for n in range(start, start + count)
    )
    return "".join(made)


def run(*paths):
    out = io.StringIO()
    call_command("count_log", *map(str, paths), stdout=out)
    return out.getvalue()


def times():
    return sum(ReadCount.objects.values_list("times", flat=True))


@pytest.fixture
def log(tmp_path):
    path = tmp_path / "access.log"
    path.write_text(lines(10))
    return path


def test_adds_up_by_day_path_status_and_site(tmp_path):
    log = tmp_path / "access.log"
    log.write_text(
        line() * 2
        + line(status=304)
        + line(site="https://a.example/x")
        + "garbage\n"
        + line("/old/", 404) * 3
    )
    assert "8 new lines, 7 of them readings of pages" in run(log)
    rows = ReadCount.objects.values_list("day", "path", "status", "site", "times")
    assert set(rows) == {
        (DAY, "/draws/255/", 200, "", 2),
        (DAY, "/draws/255/", 304, "", 1),
        (DAY, "/draws/255/", 200, "a.example", 1),
    }
    assert list(MissedAddress.objects.values_list("day", "path", "times")) == [(DAY, "/old/", 3)]


def test_the_same_file_is_counted_once(log):
    run(log)
    assert "0 new lines" in run(log)
    assert times() == 10


def test_what_was_added_to_a_file_is_counted(log):
    run(log)
    with log.open("a") as file:
        file.write(lines(5, 10))
    assert "5 new lines" in run(log)
    assert (times(), CountedLog.objects.count()) == (15, 1)


def test_a_file_that_was_renamed_and_packed_is_the_same(log, tmp_path):
    run(log)
    packed = tmp_path / "access.log.1.gz"
    packed.write_bytes(gzip.compress((log.read_text() + lines(3, 10)).encode()))
    log.write_text(lines(4, 13))
    assert run(packed, log).count("new lines") == 2
    assert times() == 17


def test_an_older_copy_is_a_part(log, tmp_path):
    run(log)
    with log.open("a") as file:
        file.write(lines(5, 10))
    run(log)
    copy = tmp_path / "copy.log"
    for length in (10, 12, 1):
        copy.write_text(lines(length))
        assert "is a part of what was counted before" in run(copy)
    assert times() == 15


def test_a_line_that_is_still_written_waits(log):
    whole = log.read_text()
    log.write_text(whole + line()[:50])
    run(log)
    log.write_text(whole + line())
    assert "1 new lines" in run(log)
    assert times() == 11


def test_standard_input_is_known_again(log, monkeypatch):
    class Input:
        buffer = io.BytesIO(log.read_bytes())

    monkeypatch.setattr("sys.stdin", Input)
    assert "10 new lines" in run()
    assert "0 new lines" in run(log)


def test_a_file_of_one_endless_line_is_garbage(tmp_path):
    path = tmp_path / "endless"
    path.write_bytes(b"x" * (counting.PIECE + 10) + b"\n" + lines(2).encode())
    run(path)
    assert times() == 2


def test_a_broken_or_missing_file_is_named_and_adds_nothing(log, tmp_path):
    broken = tmp_path / "broken.gz"
    broken.write_bytes(gzip.compress(log.read_bytes())[:-20])
    for path in (broken, tmp_path / "none"):
        with pytest.raises(CommandError, match=path.name):
            run(path)
    assert times() == 0
    assert not CountedLog.objects.exists()


def test_two_at_once_count_once(log, monkeypatch):
    """Another process counts the same lines between the reading and the adding."""
    keep = counting._keep
    monkeypatch.setattr(counting, "_keep", lambda *args: keep(*args) and keep(*args))
    assert "is a part of what was counted before" in run(log)
    assert times() == 10


def test_missed_addresses_of_a_day_are_bounded(tmp_path, monkeypatch):
    monkeypatch.setattr(counting, "MOST_MISSED", 2)
    log = tmp_path / "access.log"
    log.write_text("".join(line(f"/{name}/", 404) for name in "abcaabd"))
    run(log)
    assert dict(MissedAddress.objects.values_list("path", "times")) == {"/a/": 3, "/b/": 2}


def test_no_address_and_no_agent_is_kept(log):
    run(log)
    kept = [
        str(value)
        for model in (ReadCount, CountedLog)
        for row in model.objects.values()
        for value in row.values()
    ]
    assert not [value for value in kept if "203.0.113" in value or "Firefox" in value]
