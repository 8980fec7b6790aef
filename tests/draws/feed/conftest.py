import pytest
from django.core.management import call_command

from draws.models import Round, SyncRun
from tests.draws.feed.samples import as_fed, feed


@pytest.fixture
def rows(db):
    """The record as the feed would give it, by number, to be changed."""
    return {round.number: as_fed(round) for round in Round.objects.oldest_first()}


@pytest.fixture
def sync(tmp_path, capsys):
    """Run the command over rows, or over bytes; return the last line and the newest run."""

    def run(rows, *options):
        path = tmp_path / "feed.json"
        path.write_bytes(rows if isinstance(rows, bytes) else feed(*rows.values()))
        call_command("sync_rounds", *options, file=path)
        return capsys.readouterr().out.splitlines()[-1], SyncRun.objects.first()

    return run
