"""Configure Django for one learner on one computer: loopback, SQLite, no accounts, no network."""

import os
from pathlib import Path

from upslope import __version__
from upslope.store.database import SQLITE_OPTIONS
from upslope.store.home import Home, home_folder

HERE = Path(__file__).resolve().parent
HOME = Home(home_folder())

DEBUG = False
SECRET_KEY = HOME.secret("django") if os.access(HOME.root, os.W_OK) else "not-kept-" + os.urandom(16).hex()
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
ROOT_URLCONF = "upslope.web.urls"
WSGI_APPLICATION = "upslope.web.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "upslope.store",
    "upslope.web",
]

MIDDLEWARE = [
    "upslope.web.middleware.LocalHostsOnly",
    "upslope.web.middleware.SecurityHeaders",
    "upslope.web.middleware.SameOriginOnly",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "upslope.web.middleware.EntranceByToken",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    # last, so that its page passes the CSRF middleware on the way out: it holds a form
    "upslope.web.middleware.TroubleFirst",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "upslope.web.page.context",
            ],
            "builtins": ["django.templatetags.static"],
        },
    }
]

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(HOME.database),
        "OPTIONS": SQLITE_OPTIONS,
    }
}

MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"

# Cookies of two servers on one host are told apart by name: ports do not separate them.
CSRF_COOKIE_NAME = "upslope-csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_NAME = "upslope-session"
SESSION_COOKIE_SAMESITE = "Strict"
SECURE_CONTENT_TYPE_NOSNIFF = True
CSRF_FAILURE_VIEW = "upslope.web.screens.errors.csrf_failed"

STATIC_URL = "/static/"
STATIC_ROOT = None
STATICFILES_DIRS = [HERE / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
# Vendored files carry their version in the folder's name and never change; ours are asked for anew.
WHITENOISE_MAX_AGE = 0
WHITENOISE_IMMUTABLE_FILE_TEST = r"^/static/vendor/[^/]+-\d[^/]*/"
WHITENOISE_ALLOW_ALL_ORIGINS = False

LANGUAGE_CODE = "en-gb"
USE_I18N = False
USE_TZ = True
TIME_ZONE = "UTC"

DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 5_000_000

UPSLOPE_VERSION = __version__

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "level": "WARNING"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
