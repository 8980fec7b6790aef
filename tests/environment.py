"""The environment of the tests, set before the settings are read: loaded by `-p tests.environment`.

Nothing of the developer's .env counts here except DATABASE_URL from the shell, which picks the database.
"""

import os

os.environ.update(
    SECRET_KEY="a-key-that-signs-nothing-outside-the-tests-0123456789",
    DEBUG="false",
    HTTPS="false",
    ALLOWED_HOSTS="testserver,127.0.0.1,localhost",
    SITE_URL="http://testserver",
    # Nobody listens there: Django keeps the mail of the tests, and those of the sending start a server of their own.
    EMAIL_URL="smtp://127.0.0.1:9",
    EMAIL_FROM="eedraws <alerts@eedraws.example>",
    # Playwright keeps an event loop in the main thread; the project itself has no asynchronous code.
    DJANGO_ALLOW_ASYNC_UNSAFE="true",
)
os.environ.setdefault("DATABASE_URL", "sqlite:///eedraws.sqlite3")
os.environ.pop("SECRET_KEY_FILE", None)
