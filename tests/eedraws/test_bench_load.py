"""The load of `make bench`: what is missing is named, wrk is understood, and figures stand beside their goals."""

import subprocess
import sys

import pytest

from scripts import bench_load, bench_servers
from scripts.bench_load import Load, _milliseconds, _table, load

SAID = """  Latency Distribution
     50%  812.00us
     75%    1.03ms
     99%    1.25s \n"""


def test_programs_that_are_missing_are_named_by_their_packages(monkeypatch):
    monkeypatch.setattr(bench_servers.shutil, "which", lambda name, path: None)
    with pytest.raises(SystemExit, match="apt-get install wrk nginx openssl util-linux"):
        bench_servers.programs()


def test_latencies_are_read_in_every_unit():
    assert [_milliseconds(SAID, share) for share in ("50%", "75%", "99%")] == [0.812, 1.03, 1250]


def test_figures_stand_beside_their_goals():
    found = {
        ("without the cache", "home"): Load(150, 100, 200, 6),
        ("with the cache", "home"): Load(3000, 5, 9, 0.4),
        ("behind nginx", "home"): Load(9500, 1, 2, 0.1),
        ("a file in nginx", "home"): Load(10_000, 1, 2, 0.1),
    }
    rows = {way: list(_table(way, found))[-1] for way, _page in found}
    assert rows["without the cache"] == "| Home | 150 | 100.00 | 200.00 | 6.00 | 8.0 ms met |"
    assert rows["with the cache"].endswith("| 0.35 ms missed by 0.05 |")
    assert rows["behind nginx"].endswith("| 0.95 of the file's rate (met) |")
    assert rows["a file in nginx"].endswith("|  |")


@pytest.mark.thorough
def test_the_site_is_asked_as_it_is_deployed(monkeypatch, tmp_path):
    """An empty record has a front page too."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'load.sqlite3'}")
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity=0"], cwd=bench_servers.ROOT, check=True
    )
    monkeypatch.setenv("SECONDS", "1")
    monkeypatch.setenv("TURNS", "1")
    monkeypatch.setattr(bench_load, "ASKED", ("home",))
    lines = list(load())
    assert lines[0].startswith("A bare Django view takes ")
    assert sum(line.startswith("### ") for line in lines) == 5
    assert sum(line.startswith("| Home |") for line in lines) == 5
