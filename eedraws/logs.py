"""What does not go into logs."""

import logging
import re

QUERY = re.compile(r"\?\S*")


class WithoutQueries(logging.Filter):
    """Cuts the query off the request line that the development server logs: it can hold a reader's answers.

    The server of production logs no requests, and Django's own warnings name paths alone.
    """

    def filter(self, record):
        if isinstance(record.args, tuple):
            record.args = tuple(QUERY.sub("", arg) if isinstance(arg, str) else arg for arg in record.args)
        return True
