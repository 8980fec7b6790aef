"""What `make audit-deps` says of the answers of the vulnerability services; none is asked here."""

import pytest

from scripts import audit_deps

CLEAN = {"dependencies": [{"name": "django", "version": "6.1", "vulns": []}]}
KNOWN = {
    "dependencies": [
        {"name": "django", "version": "6.1", "vulns": [{"id": "PYSEC-1", "fix_versions": ["6.1.1"]}]}
    ]
}
SKIPPED = {"dependencies": [{"name": "django", "skip_reason": "not found"}]}


@pytest.mark.parametrize(
    ("python", "node", "said"),
    [
        (KNOWN, {"vulnerabilities": {}}, "Python: django 6.1: PYSEC-1, mended in 6.1.1"),
        (SKIPPED, {"vulnerabilities": {}}, "knows nothing of 1 of 1 packages"),
        (None, {"vulnerabilities": {}}, "Python: no answer"),
        (CLEAN, {"vulnerabilities": {"axe-core": {"severity": "high"}}}, "Node: axe-core: high"),
        (CLEAN, {"message": "405 Method Not Allowed"}, "Node: no answer from the vulnerability service: 405"),
        (CLEAN, None, "Node: no answer"),
    ],
)
def test_what_is_known_or_not_answered_fails(monkeypatch, capsys, python, node, said):
    answers = iter([(python, "refused"), (node, "refused")])
    monkeypatch.setattr(audit_deps, "run", lambda command: next(answers))
    assert audit_deps.main() == 1
    assert said in capsys.readouterr().out


def test_nothing_known_of_any_passes(monkeypatch):
    answers = iter([(CLEAN, ""), ({"vulnerabilities": {}}, "")])
    monkeypatch.setattr(audit_deps, "run", lambda command: next(answers))
    assert audit_deps.main() == 0
