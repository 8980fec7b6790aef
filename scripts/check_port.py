"""Say in plain words whether a server can listen on 127.0.0.1:<port>. Exit code 1: it cannot.

Runs before anything is installed, so on the standard library alone.
"""

import errno
import socket
import sys


def problem(port: str) -> str | None:
    """Return why a server cannot listen on `port`, or None."""
    if not (port.isascii() and port.isdigit() and len(port) < 6 and 0 < int(port) < 65536):
        return f"PORT must be a number from 1 to 65535, not {port!r}."
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(("127.0.0.1", int(port)))
            listener.listen()
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                return f"Port {port} is taken: another program listens there."
            return f"Port {port} cannot be used: {error.strerror}."
    return None


if __name__ == "__main__":
    found = problem(sys.argv[1])
    if found:
        sys.exit(f"{found}\nName another one: make run PORT=8001")
