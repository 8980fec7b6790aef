"""Ask the vulnerability services about every locked package, Python's and Node's. Needs the network.

Exit code 0: asked about all of them, nothing known. 1: something is known, or a service gave no answer about all.
"""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Holds everything of the other lock file, at the same versions.
LOCK = ROOT / "requirements-dev.txt"
NPM = ROOT / ".venv" / "bin" / "npm"


def run(command: list[str]) -> tuple[object, str]:
    """Return what a command prints as JSON, or None, and the last line that it complains with."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    complaint = (done.stderr.strip() or f"it ended with {done.returncode}").splitlines()[-1]
    try:
        return json.loads(done.stdout), complaint
    except ValueError:
        return None, complaint


def python_problems() -> list[str]:
    """Return what is wrong with the packages of the lock file, or that it is not known."""
    asked = [
        sys.executable,
        "-m",
        "pip_audit",
        "--requirement",
        str(LOCK),
        "--require-hashes",
        "--disable-pip",
    ]
    answer, complaint = run([*asked, "--format", "json", "--progress-spinner", "off"])
    if not isinstance(answer, dict):
        return [f"Python: no answer from the vulnerability service: {complaint}"]
    packages = answer["dependencies"]
    unknown = [package["name"] for package in packages if "skip_reason" in package]
    problems = [
        f"Python: {package['name']} {package['version']}: {known['id']}, mended in {', '.join(known['fix_versions']) or 'nothing yet'}"
        for package in packages
        for known in package.get("vulns", ())
    ]
    if unknown:
        problems.append(
            f"Python: the vulnerability service knows nothing of {len(unknown)} of {len(packages)} packages, "
            f"{unknown[0]} among them: it was not reached, or not whole"
        )
    return problems


def node_problems() -> list[str]:
    """Return the same of package-lock.json."""
    answer, complaint = run([str(NPM), "audit", "--json"])
    if not isinstance(answer, dict) or "vulnerabilities" not in answer:
        said = answer.get("message") if isinstance(answer, dict) else None
        return [f"Node: no answer from the vulnerability service: {said or complaint}"]
    return [f"Node: {name}: {found['severity']}" for name, found in answer["vulnerabilities"].items()]


def main() -> int:
    problems = [*python_problems(), *node_problems()]
    print("\n".join(problems) or "Nothing is known of any locked package.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
