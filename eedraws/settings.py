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

from core.addresses import proxies
from core.storage import media
from eedraws.caching.sharing import caches
from eedraws.database import SQLITE, configured, is_on_read_only_disk
from eedraws.logs.configuring import logging
from eedraws.mailing import mailers, sender
from eedraws.static_headers import tag_weakly

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
# Where readers report errors beside the form at /contact/.
CONTACT_EMAIL = read(env.str, "CONTACT_EMAIL", "")
# The server that alerts are sent through; without one they are not offered. Developers find them on the console.
EMAIL_URL = read(env.str, "EMAIL_URL", "console:" if DEBUG else "")
MAILERS = mailers(EMAIL_URL)
# Without a mail server the site is whole: it then offers no alerts by e-mail.
SILENCED_SYSTEM_CHECKS = [] if MAILERS else ["mail.W001"]
EMAIL_FROM = DEFAULT_FROM_EMAIL = sender(
    read(env.str, "EMAIL_FROM", "alerts@localhost" if DEBUG else ""), MAILERS
)
# Who pays for the site, for the page about it; without a word here that page says that it has no income.
FUNDING_TEXT = read(env.str, "FUNDING_TEXT", "")

INSTALLED_APPS = [
    "eedraws",
    "alerts",
    "readers",
    "articles",
    "draws",
    "occupations",
    "core",
    "eedraws.signin.apps.SignInConfig",
    "eedraws.newsroom.apps.NewsroomConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django.forms",
    "django_filters",
    "django_otp",
    "django_otp.plugins.otp_static",
    "django_otp.plugins.otp_totp",
    "django_otp_webauthn",
    "modelsearch",
    "simple_history",
]

MIDDLEWARE = [
    "eedraws.logs.requests.RequestLogMiddleware",
    "eedraws.caching.middleware.PageCacheMiddleware",
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
    "eedraws.middleware.VaryMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    # After the one that adds slashes: nobody is led twice.
    "eedraws.redirects.RedirectMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    # Right after who is known: whoever lacks the second factor is nobody to all that follows.
    "eedraws.signin.gate.SecondFactorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
]

# Pages kept in the memory of each process, in bytes; while developing, none. Processes share them by CACHE_URL.
PAGE_CACHE_BYTES = read(env.int, "PAGE_CACHE_BYTES", 0 if DEBUG else 10_000_000)
CACHES = caches(read(env.str, "CACHE_URL", ""))

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

DATABASE = read(env.dj_db_url, "DATABASE_URL", f"sqlite:///{BASE_DIR / 'eedraws.sqlite3'}", conn_max_age=None)
# For readers alone: on a disk that takes no writes, or while the site moves.
DATABASE_READ_ONLY = read(env.bool, "DATABASE_READ_ONLY", is_on_read_only_disk(DATABASE))
DATABASES = {"default": configured(DATABASE, DATABASE_READ_ONLY)}
if DATABASE["ENGINE"] == SQLITE:
    SEARCH_BACKEND = "articles.searching.sqlite"
else:
    INSTALLED_APPS.append("django.contrib.postgres")
    SEARCH_BACKEND = "modelsearch.backends.database"
# The index of articles. Its words come with their endings cut off: "simple" leaves them as they are.
MODELSEARCH_BACKENDS = {"default": {"BACKEND": SEARCH_BACKEND, "SEARCH_CONFIG": "simple"}}

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
# What editors upload: pictures, made anew (articles/pictures). Charts are beside them, and are not served from there.
MEDIA_URL = "media/"
MEDIA_ROOT = read(env.path, "MEDIA_ROOT", BASE_DIR / "media")
STORAGES = {
    "default": media(read(env.str, "MEDIA_STORAGE", ""), read(env.str, "MEDIA_STORAGE_OPTIONS", "")),
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_ADD_HEADERS_FUNCTION = tag_weakly

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
# What machines fetch, and nobody sends anything to: probes and readers of feeds need not follow a redirect.
SECURE_REDIRECT_EXEMPT = [
    r"^(healthz|readyz|robots\.txt|sitemap[\w-]*\.xml)$",
    r"(^|/)(feed|feeds/draws)\.(atom|json)$",
]
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
# Sessions know whose they are; each ends so long after it began.
SESSION_ENGINE = "eedraws.signin.sessions"
SESSION_COOKIE_AGE = 60 * 60 * 12
# Whether a password alone lets nobody into the newsroom.
SECOND_FACTOR = read(env.bool, "SECOND_FACTOR", HTTPS)
OTP_TOTP_ISSUER = urlsplit(SITE_URL).netloc
# Browsers let sites have passkeys over HTTPS and at a name; elsewhere they are not offered.
OTP_WEBAUTHN_RP_ID = urlsplit(SITE_URL).hostname
OTP_WEBAUTHN_RP_NAME = "eedraws"
OTP_WEBAUTHN_ALLOWED_ORIGINS = (
    [SITE_URL] if SITE_URL.startswith("https://") or OTP_WEBAUTHN_RP_ID == "localhost" else []
)
OTP_WEBAUTHN_ALLOW_PASSWORDLESS_LOGIN = False
if not OTP_WEBAUTHN_ALLOWED_ORIGINS:
    SILENCED_SYSTEM_CHECKS.append("otp_webauthn.E030")
# Servers before the site whose word about an address is taken.
TRUSTED_PROXIES = proxies(read(env.list, "TRUSTED_PROXIES", []))
# How long a link for choosing a password works. It is handed over by a person to a person: long enough for that to happen
# on the next working day, short enough that a forgotten one opens nothing.
PASSWORD_RESET_TIMEOUT = 60 * 60 * 48

# Drawings of charts, made again from the record when they are lost, and the command that makes them after a change.
CHARTS_ROOT = MEDIA_ROOT / "charts"
CHARTS_COMMAND = [sys.executable, str(BASE_DIR / "manage.py"), "render_charts", "--verbosity=0"]

# Pictures of draws, weeks and articles for where they are shared, drawn when first asked for.
CARDS_ROOT = MEDIA_ROOT / "cards"

# Longest query string and largest form that the gate lets through, in bytes.
MAX_QUERY_BYTES = 4096
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
# The form of a picture: more than a picture may have, so that most that are too large are told so beside the field.
PICTURE_FORM_MAX_BYTES = 25_000_000

# What is logged, and how: docs/operations.md.
LOG_REQUESTS = read(env.bool, "LOG_REQUESTS", False)
SLOW_QUERY_MS = read(env.int, "SLOW_QUERY_MS", 500)
LOGGING = logging(read(env.str, "LOG_FORMAT", "lines"), requests=LOG_REQUESTS, whole=DEBUG)
# Where errors are reported to; without an address they are logged and counted alone.
SENTRY_DSN = read(env.str, "SENTRY_DSN", "")
