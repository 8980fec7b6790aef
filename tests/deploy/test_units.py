"""The units of systemd name commands that are there, run as nobody in particular, and every timer has its service."""

import re
from configparser import RawConfigParser
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import get_commands

UNITS = Path(settings.BASE_DIR, "deploy", "systemd")
HARDENED = {
    "NoNewPrivileges": "yes",
    "ProtectSystem": "strict",
    "ProtectHome": "yes",
    "PrivateTmp": "yes",
    "CapabilityBoundingSet": "",
    "User": "eedraws",
}


class Unit(RawConfigParser):
    optionxform = staticmethod(str)


def read(path):
    unit = Unit(strict=False)
    unit.read(path)
    return unit


@pytest.mark.parametrize("path", sorted(UNITS.glob("*.service")), ids=lambda path: path.name)
def test_a_service_runs_what_is_there_and_may_do_little_else(path):
    service = read(path)["Service"]
    for command in re.findall(
        r"manage\.py (\w+)", service.get("ExecStart", "") + service.get("ExecStartPre", "")
    ):
        assert command in get_commands()
    assert {name: service.get(name) for name in HARDENED} == HARDENED
    assert service["EnvironmentFile"] == "/etc/eedraws/eedraws.env"
    assert service["WorkingDirectory"] == "/opt/eedraws"


def test_nothing_but_words_of_systemd_stands_in_a_unit():
    """A line that runs into the next is one that systemd passes over, and the service does without what it said."""
    for path in UNITS.iterdir():
        for section in read(path).values():
            for name, value in section.items():
                assert re.fullmatch(r"[A-Z][A-Za-z]+", name), (path.name, name)
                if name == "Environment":
                    assert re.fullmatch(r"[A-Z_]+=\S+", value), (path.name, value)
                else:
                    assert not re.search(r"[A-Za-z0-9][A-Z][A-Za-z]+=", value), (path.name, name, value)


def test_the_backup_may_write_where_it_is_told_to():
    service = read(UNITS / "eedraws-backup.service")["Service"]
    assert service["ExecStart"].split()[-1] == service["ReadWritePaths"]
    assert service["UMask"] == "0027"


@pytest.mark.parametrize("path", sorted(UNITS.glob("*.timer")), ids=lambda path: path.name)
def test_a_timer_has_its_service_and_makes_up_for_what_it_missed(path):
    assert path.with_suffix(".service").is_file()
    timer = read(path)["Timer"]
    assert timer["OnCalendar"]
    assert timer["Persistent"] == "true"


def test_the_example_of_the_environment_has_variables_of_the_documentation_alone():
    example = Path(settings.BASE_DIR, "deploy", "eedraws.env.example").read_text()
    documented = Path(settings.BASE_DIR, "docs", "settings.md").read_text()
    names = re.findall(r"^#?([A-Z_]+)=", example, re.MULTILINE)
    assert len(names) > 6
    assert all(f"| `{name}` |" in documented for name in names)
