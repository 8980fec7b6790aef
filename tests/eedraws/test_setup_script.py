"""Set-up on a machine where something is wrong says in plain words what it is; where nothing is, it is quiet.

Each test works in a copy of the scripts, in a folder whose name has spaces, with a PATH on which only the tools
stand that the scripts need: no test depends on the interpreters of this machine.
"""

import hashlib
import os
import re
import shutil
import socket
import stat
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ("sh", "awk", "cat", "dirname", "grep", "ls", "make", "mktemp", "pwd", "rm", "sed", "sort", "tail")
REAL_PYTHON = os.path.realpath(sys.executable)


class Project:
    """A copy of what set-up needs, and the machine around it."""

    def __init__(self, folder: Path):
        self.folder = folder / "a project"
        self.home = folder / "home"
        self.bin = folder / "bin"
        self.home.mkdir()
        self.bin.mkdir()
        self.folder.mkdir()
        shutil.copytree(ROOT / "scripts", self.folder / "scripts")
        shutil.copy(ROOT / "Makefile", self.folder)
        (self.folder / ".python-version").write_text("3.13\n")
        self.lock("")
        for tool in TOOLS:
            (self.bin / tool).symlink_to(shutil.which(tool))

    def lock(self, text: str):
        (self.folder / "requirements.txt").write_text(text)

    def interpreter(self, name: str, script: str) -> Path:
        """Put an interpreter on the PATH (or at the absolute path `name`) that does what a shell script says."""
        path = self.bin / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
        return path

    def answers(self, name: str, version: str, *, code: int = 0) -> Path:
        """Put an interpreter there that calls itself `version` and, with a code, lacks venv."""
        path = self.bin / name
        return self.interpreter(name, f"echo {version}; echo '{path}'; exit {code}")

    def real_python(self):
        self.interpreter("python3", f"exec '{REAL_PYTHON}' \"$@\"")

    def run(self, *command: str, **environment: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            command,
            cwd=self.folder,
            env={"PATH": str(self.bin), "HOME": str(self.home), "LC_ALL": "C", "PIP_NO_INDEX": "1"}
            | environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=120,
            umask=0o277,
        )

    def find_python(self, **environment: str) -> subprocess.CompletedProcess:
        return self.run("sh", "-c", '. scripts/find_python.sh; find_python && echo "$python"', **environment)


@pytest.fixture
def project(tmp_path):
    return Project(tmp_path)


@pytest.fixture(scope="module")
def built_once(tmp_path_factory):
    project = Project(tmp_path_factory.mktemp("built"))
    project.real_python()
    result = project.run("sh", "scripts/setup.sh")
    assert result.returncode == 0, result.stderr
    return project


@pytest.fixture
def built(built_once):
    """A project with its virtual environment and no package in it."""
    yield built_once
    for left in built_once.folder.glob(".venv/*.installed"):
        left.unlink()
    built_once.run(".venv/bin/python", "-m", "pip", "uninstall", "--yes", "tiny")


def wheel(folder: Path) -> Path:
    """Write a package that pip can install without an index."""
    path = folder / "tiny-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("tiny.py", "")
        archive.writestr("tiny-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n")
        archive.writestr(
            "tiny-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        archive.writestr("tiny-1.0.dist-info/RECORD", "")
    return path


class TestInterpreters:
    def test_says_what_was_tried_when_none_fits(self, project):
        project.interpreter("python3.13", "echo 'pyenv: python3.13: command not found' >&2; exit 127")
        project.answers("python3.14", "3.14.0", code=1)
        project.answers("python3", "3.11.2")
        result = project.run("make", "run")
        assert result.returncode != 0
        assert "needs Python 3.12 or newer" in result.stderr
        assert "python3.13 is found but does not run" in result.stderr
        assert "python3.14 is Python 3.14.0 without venv and ensurepip" in result.stderr
        assert "python3 is Python 3.11.2, too old" in result.stderr
        assert not (project.folder / ".venv").exists()

    def test_says_that_there_is_none_at_all(self, project):
        assert "there is no python3 on PATH" in project.find_python().stderr

    def test_python_2_is_too_old(self, project):
        project.answers("python", "2.7.18")
        assert "python is Python 2.7.18, too old" in project.find_python().stderr

    def test_takes_the_first_that_runs(self, project):
        project.interpreter("python3.13", "exit 127")
        fitting = project.answers("python3.12", "3.12.4")
        project.answers("python3", "3.15.0")
        assert project.find_python().stdout.strip() == str(fitting)

    def test_named_interpreter_comes_first(self, project):
        project.answers("python3.13", "3.13.0")
        named = project.answers("my python", "3.12.0")
        assert project.find_python(PYTHON=str(named)).stdout.strip() == str(named)

    def test_pyenv_versions_are_tried_the_wanted_series_first(self, project):
        versions = project.home / ".pyenv" / "versions"
        for version in ("3.9.18", "3.12.11", "3.13.2", "3.13.10", "3.14.1"):
            project.answers(str(versions / version / "bin" / "python3"), version)
        assert project.find_python().stdout.strip() == str(versions / "3.13.10" / "bin" / "python3")

    @pytest.mark.thorough
    def test_environment_that_works_goes_before_all_others(self, built):
        assert built.find_python(PYTHON="/nowhere/python").stdout.strip() == ".venv/bin/python"

    @pytest.mark.thorough
    def test_interpreter_of_another_environment_makes_one_of_our_own(self, project, built):
        result = project.run("sh", "scripts/setup.sh", PYTHON=str(built.folder / ".venv" / "bin" / "python"))
        assert result.returncode == 0, result.stderr
        assert (project.folder / ".venv" / "bin" / "python").exists()

    def test_uv_is_asked_last(self, project):
        fitting = project.answers("elsewhere", "3.13.0")
        project.interpreter("uv", f"echo '{fitting}'")
        assert project.find_python().stdout.strip() == str(fitting)


class TestPort:
    @pytest.fixture
    def project(self, project):
        project.real_python()
        return project

    def test_taken_port_is_named_before_anything_is_built(self, project):
        with socket.create_server(("127.0.0.1", 0)) as taken:
            port = taken.getsockname()[1]
            result = project.run("make", "run", PORT=str(port))
        assert result.returncode != 0
        assert f"Port {port} is taken" in result.stderr
        assert "make run PORT=" in result.stderr
        assert not (project.folder / ".venv").exists()

    @pytest.mark.parametrize("port", ["0", "65536", "80a", "-1", "٣"])
    def test_nonsense_is_refused(self, project, port):
        result = project.run("make", "run", PORT=port)
        assert result.returncode != 0
        assert "PORT must be a number from 1 to 65535" in result.stderr


def test_read_only_folder_is_named():
    """Root may write anywhere, so as root the script runs as another user, who must reach the folder."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        project = Path(folder) / "a project"
        shutil.copytree(ROOT / "scripts", project / "scripts")
        project.chmod(0o555)
        other = {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}
        result = subprocess.run(
            ["sh", project / "scripts" / "setup.sh"],
            capture_output=True,
            text=True,
            timeout=60,
            cwd="/",
            **other,
        )
        project.chmod(0o755)
    assert result.returncode == 1
    assert f"Nothing can be written in {project}" in result.stderr
    assert "read-only" in result.stderr


@pytest.mark.thorough
class TestPackages:
    def test_unreachable_index_is_named(self, built):
        built.lock(f"tiny==1.0 --hash=sha256:{'0' * 64}\n")
        result = built.run(
            "make", "setup", PIP_NO_INDEX="0", PIP_INDEX_URL="http://127.0.0.1:9/", PIP_RETRIES="0"
        )
        assert result.returncode != 0
        assert "The package index cannot be reached" in result.stderr
        assert "PIP_INDEX_URL" in result.stderr

    def test_changed_package_is_refused(self, built, tmp_path):
        wheel(tmp_path)
        built.lock(f"tiny==1.0 --hash=sha256:{'0' * 64}\n")
        result = built.run("make", "setup", PIP_FIND_LINKS=str(tmp_path))
        assert result.returncode != 0
        assert "A package differs from the one that requirements.txt was made with" in result.stderr
        assert not list(built.folder.glob(".venv/lib/*/site-packages/tiny.py"))

    def test_other_failures_show_what_pip_said(self, built):
        built.lock("tiny==\n")
        result = built.run("make", "setup")
        assert result.returncode != 0
        assert "Invalid requirement: 'tiny=='" in result.stderr
        assert "The packages in requirements.txt could not be installed" in result.stderr

    def test_locked_package_is_installed_once(self, built, tmp_path):
        package = wheel(tmp_path)
        built.lock(f"tiny==1.0 --hash=sha256:{hashlib.sha256(package.read_bytes()).hexdigest()}\n")
        first = built.run("make", "setup", PIP_FIND_LINKS=str(tmp_path))
        assert first.returncode == 0, first.stderr
        assert "Installing packages from requirements.txt" in first.stdout
        assert list(built.folder.glob(".venv/lib/*/site-packages/tiny.py"))
        second = built.run("make", "setup")
        assert (second.returncode, second.stdout, second.stderr) == (0, "", "")


class TestSettingsFile:
    def test_is_written_with_a_key_that_only_its_owner_reads(self, built):
        file = built.folder / ".env"
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert len(re.search(r"^SECRET_KEY=(.*)$", file.read_text(), re.MULTILINE)[1]) >= 50
        assert "HTTPS=false\nALLOWED_HOSTS=127.0.0.1,localhost\n" in file.read_text()

    def test_is_left_alone_when_it_is_there(self, built):
        file = built.folder / ".env"
        before = file.read_text()
        built.lock("")
        assert built.run("make", "setup").returncode == 0
        assert file.read_text() == before


def test_help_lists_every_target_with_a_line(project):
    makefile = (ROOT / "Makefile").read_text()
    targets = set(re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)[1].split())
    lines = project.run("make", "help").stdout.splitlines()
    described = {line.split()[1]: line.split(maxsplit=2)[2] for line in lines}
    assert set(described) == targets
    assert all(described.values())
