"""The command in processes of their own: killed in the middle, and two at once. Nobody gets a message twice."""

import asyncio
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone

from alerts.filling import fill_lists
from alerts.models import Message
from alerts.sending import CLAIM_LASTS
from tests.alerts.conftest import Server, serving
from tests.alerts.publishing import publish_now, states
from tests.factories import make_subscriber

ROOT = Path(__file__).resolve().parents[2]
State = Message.State


class Holding(Server):
    """A server that takes the second message and answers only when it is let go."""

    def __init__(self):
        super().__init__()
        self.has_it = threading.Event()

    async def handle_DATA(self, server, session, envelope):
        answer = await super().handle_DATA(server, session, envelope)
        if len(self.mails) == 2:
            self.has_it.set()
            await asyncio.sleep(30)
        return answer


def start(port):
    """Run the command in a process of its own, on the database of this test."""
    name, by_socket = connection.settings_dict, "postgres://{USER}@{HOST}:{PORT}/{NAME}"
    url = f"sqlite:///{name['NAME']}" if connection.vendor == "sqlite" else by_socket.format(**name)
    environment = os.environ | {"DATABASE_URL": url, "EMAIL_URL": f"smtp://127.0.0.1:{port}"}
    return subprocess.Popen(
        [sys.executable, str(ROOT / "manage.py"), "send_alerts"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


@pytest.mark.django_db(transaction=True)
class TestProcesses:
    def test_one_that_is_killed_between_handing_over_and_noting_sends_nobody_twice(self):
        fill_lists()
        for place in range(5):
            make_subscriber(f"reader-{place}@reader.example", types=["french"])
        publish_now()
        server = Holding()
        with serving(server) as port:
            process = start(port)
            try:
                assert server.has_it.wait(60)
            finally:
                process.send_signal(signal.SIGKILL)
                process.communicate()
            assert states() == [State.SENT, State.CLAIMED, *[State.WAITING] * 3]
            said = start(port).communicate(timeout=120)[0]
            assert "3 sent" in said
            Message.objects.filter(state=State.CLAIMED).update(claimed_at=timezone.now() - CLAIM_LASTS)
            said = start(port).communicate(timeout=120)[0]
            assert "1 of unknown fate" in said
        assert sorted(server.recipients) == [f"reader-{place}@reader.example" for place in range(5)]
        assert states() == [State.SENT, State.UNKNOWN, *[State.SENT] * 3]

    def test_two_at_once_share_the_work(self):
        fill_lists()
        for place in range(30):
            make_subscriber(f"reader-{place}@reader.example", types=["french"])
        publish_now()
        server = Server()
        with serving(server) as port:
            for process in [start(port), start(port)]:
                assert "fate" not in process.communicate(timeout=120)[0]
        assert len(server.recipients) == len(set(server.recipients)) == 30
        assert states() == [State.SENT] * 30
