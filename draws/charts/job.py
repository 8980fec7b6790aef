"""Drawing anew after a change, in a process of its own that nobody waits for."""

import logging
import subprocess
from threading import Thread

from django.conf import settings
from django.db import transaction

logger = logging.getLogger(__name__)
# Seconds after which a process that draws is taken for stuck.
TIMEOUT = 300


def render_after_commit() -> None:
    """Start settings.CHARTS_COMMAND when the transaction has been committed. Failing, it harms nothing else."""
    transaction.on_commit(start, robust=True)


def start() -> Thread | None:
    """Run the command beside the work of this process. Without a command nothing is drawn."""
    if not settings.CHARTS_COMMAND:
        return None
    thread = Thread(target=run, args=[settings.CHARTS_COMMAND], name="charts", daemon=True)
    thread.start()
    return thread


def run(command: list[str]) -> None:
    """Run a command to its end; what goes wrong is logged, and the pages keep their tables."""
    try:
        subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=True, timeout=TIMEOUT)
    except subprocess.CalledProcessError as error:
        logger.error("Charts were not drawn: %s", error.stderr.decode(errors="replace").strip()[-1000:])
    except (OSError, subprocess.TimeoutExpired) as error:
        logger.error("Charts were not drawn: %s", error)
