"""Settings of eedraws: one module, read from the environment and from .env, loud about bad values.

docs/settings.md describes each variable. Nothing here has a default that would be unsafe in production.
"""

import sys
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from django.utils.csp import CSP
from django.utils.translation import gettext_lazy as _
from environs import Env, EnvError

BASE_DIR = Path(__file__).resolve().parent.parent

env = Env()
env.read_env(BASE_DIR / ".env", recurse=False)


def read(reader, name, *args, **kwargs):
    """Read one variable; a bad value stops the start with the variable's name and what is wrong."""
    try:
        return reader(name, *args, **kwargs)
    except (EnvError, ValueError) as error:
        raise ImproperlyConfigured(f"{name}: {error}") from error


def secret_key() -> str:
    """Return the signing key from SECRET_KEY or the file that SECRET_KEY_FILE names."""
    path = read(env.path, "SECRET_KEY_FILE", None)
    try:
        key = path.read_text().strip() if path else read(env.str, "SECRET_KEY", "")
    except OSError as error:
        raise ImproperlyConfigured(f"SECRET_KEY_FILE: {path} cannot be read: {error.strerror}") from error
    if len(key) < 50:
        raise ImproperlyConfigured(
            "SECRET_KEY is missing or shorter than 50 characters. `make setup` writes one to .env for this "
            "machine; in production set SECRET_KEY, or SECRET_KEY_FILE to a file that holds it."
        )
    return key


DEBUG = read(env.bool, "DEBUG", False)
SECRET_KEY = secret_key()
HTTPS = read(env.bool, "HTTPS", not DEBUG)
ALLOWED_HOSTS = read(env.list, "ALLOWED_HOSTS", [])
SITE_URL = read(env.str, "SITE_URL", "http://127.0.0.1:8000").rstrip("/")
CSRF_TRUSTED_ORIGINS = [SITE_URL]
# Where readers report errors; without one, the page about the site says so.
CONTACT_EMAIL = read(env.str, "CONTACT_EMAIL", "")

INSTALLED_APPS = [
    "eedraws",
    "articles",
    "draws",
    "occupations",
    "core",
    "eedraws.newsroom.apps.NewsroomConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",
    "django_filters",
    "ninja",
    "simple_history",
]

MIDDLEWARE = [
    "eedraws.middleware.SecurityHeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "eedraws.middleware.PathLanguageMiddleware",
    "eedraws.middleware.RequestGateMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django_http_compression.middleware.HttpCompressionMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
]

ROOT_URLCONF = "eedraws.urls"
WSGI_APPLICATION = "eedraws.wsgi.application"
CSRF_FAILURE_VIEW = "eedraws.pages.errors.csrf_failure"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "eedraws.context_processors.site",
            ],
        },
    },
]

# Widgets are rendered from the project's own templates too.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

DATABASES = {
    "default": read(
        env.dj_db_url, "DATABASE_URL", f"sqlite:///{BASE_DIR / 'eedraws.sqlite3'}", conn_max_age=None
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # IMMEDIATE makes a writer wait for its turn instead of failing at once; FULL keeps every acknowledged
    # save through a power cut.
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
    }

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = "eedraws.formats"
TIME_ZONE = "America/Toronto"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_ALLOW_ALL_ORIGINS = False

# Only what is used is allowed, on every answer, the admin's included.
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "manifest-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
    "base-uri": [CSP.NONE],
}
PERMISSIONS_POLICY = {
    feature: []
    for feature in (
        "camera",
        "display-capture",
        "geolocation",
        "microphone",
        "payment",
        "usb",
        "browsing-topics",
    )
}
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

SECURE_SSL_REDIRECT = HTTPS
# The redirect goes to the site's own host, whatever Host says: the gate, which refuses others, comes later.
SECURE_SSL_HOST = urlsplit(SITE_URL).netloc
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 63_072_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
CSRF_COOKIE_HTTPONLY = True
# The cookie that protects forms is gone when the browser is closed.
CSRF_COOKIE_AGE = None
SESSION_COOKIE_AGE = 60 * 60 * 12
# How long a link for choosing a password works. It is handed over by a person to a person: long enough for that to happen
# on the next working day, short enough that a forgotten one opens nothing.
PASSWORD_RESET_TIMEOUT = 60 * 60 * 48

# Drawings of charts, made again from the record when they are lost, and the command that makes them after a change.
CHARTS_ROOT = BASE_DIR / "media" / "charts"
CHARTS_COMMAND = [sys.executable, str(BASE_DIR / "manage.py"), "render_charts", "--verbosity=0"]

# Longest query string and largest form that the gate lets through, in bytes.
MAX_QUERY_BYTES = 4096
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without_queries": {"()": "eedraws.logs.WithoutQueries"}},
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # The requests that the development server answers.
    "loggers": {
        "django.server": {
            "filters": ["without_queries"],
            "handlers": ["console"],
            "level": "INFO",
            "propagate": False,
        }
    },
}
