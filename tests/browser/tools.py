"""Tools from npm that judge pages: scripts/setup_node.sh installs what package-lock.json names."""

from pathlib import Path

MODULES = Path(__file__).resolve().parents[2] / "node_modules"


def tool(name: str) -> Path:
    """Return a file or folder of node_modules; a machine without it fails and says how to get it."""
    path = MODULES / name
    if not path.exists():
        raise FileNotFoundError(
            f"{name} is not installed: run `sh scripts/setup_node.sh`, as `make test` does."
        )
    return path
