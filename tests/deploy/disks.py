"""Small disks of a test's own, which can be filled and closed to writing."""

import os
import subprocess
from contextlib import contextmanager, suppress


class Disk:
    """A file system in memory, mounted at `path`."""

    def __init__(self, path, megabytes):
        self.path, self.filler = path, path / "filler"
        path.mkdir()
        _as_root("mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=0777", "tmpfs", str(path))

    def fill(self):
        """Leave no room at all."""
        with self.filler.open("ab", buffering=0) as file, suppress(OSError):
            while True:
                file.write(b"x" * 4096)

    def make_room(self):
        self.filler.unlink()

    def close(self):
        """Take no writes from now on."""
        _as_root("mount", "-o", "remount,ro", str(self.path))

    def remove(self):
        _as_root("umount", "--lazy", str(self.path))


@contextmanager
def disk(path, megabytes):
    made = Disk(path, megabytes)
    try:
        yield made
    finally:
        made.remove()


def _as_root(*command):
    command = command if os.geteuid() == 0 else ("sudo", "-n", *command)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"This test mounts small disks, which needs root or sudo: {done.stderr}"
