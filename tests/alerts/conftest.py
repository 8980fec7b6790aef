"""A real mail server on this machine, and an outbox that was filled before."""

import email
from contextlib import contextmanager
from email import policy

import pytest
from aiosmtpd.controller import Controller

from alerts.filling import fill_lists


class Server:
    """What a mail server was given. `answers` holds what it says to a recipient instead of yes."""

    def __init__(self):
        self.mails = []
        self.sources = []
        self.recipients = []
        self.answers = {}
        self.content_answer = "250 OK"
        self.greeting = None

    async def handle_MAIL(self, server, session, envelope, address, options):
        if self.greeting:
            return self.greeting
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.answers:
            return self.answers[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.content_answer.startswith("250"):
            self.mails.append(email.message_from_bytes(envelope.content, policy=policy.default))
            self.sources.append(envelope.content)
            self.recipients += envelope.rcpt_tos
        return self.content_answer


class AnyPort(Controller):
    """A server at a port that was free."""

    def _trigger_server(self):
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@contextmanager
def serving(handler):
    """Serve mail, and give the port."""
    controller = AnyPort(handler, hostname="127.0.0.1", port=0, ready_timeout=20)
    controller.start()
    try:
        yield controller.port
    finally:
        controller.stop()


@pytest.fixture
def server(settings):
    """A server that the settings name."""
    server = Server()
    with serving(server) as server.port:
        settings.MAILERS = {
            "default": {"OPTIONS": {"host": "127.0.0.1", "port": server.port, "timeout": 20}},
        }
        yield server


@pytest.fixture
def lists_seen(db):
    """The outbox was filled before: what is on the lists is no news."""
    fill_lists()
