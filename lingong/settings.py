"""All settings, from the environment only; runs with nothing set (docs/settings.md lists them).

Wrong combinations are system checks with a hint (`lingong check --deploy`), not surprises at run time.
"""

import os
import sys
from datetime import timedelta
from pathlib import Path

import dj_database_url
import structlog


def env_list(name: str, default: str = "") -> list[str]:
    return [item.strip() for item in os.environ.get(name, default).split(",") if item.strip()]


def env_flag(name: str, default: bool = False) -> bool:
    return os.environ.get(name, str(default)).lower() in {"1", "true", "yes", "on"}


PACKAGE = Path(__file__).resolve().parent
WORKDIR = Path(os.environ.get("LINGONG_WORKDIR", Path.cwd()))

# --- What kind of installation this is ---------------------------------------------------------
DEMO = env_flag("LINGONG_DEMO")  # demo people (ID sequence 000) are accepted only here
# A file with seconds by which the clock is moved, for browser tests and shown evenings; only in the demo.
CLOCK_OFFSET_FILE = os.environ.get("LINGONG_CLOCK_OFFSET_FILE", "") if DEMO else ""
DEBUG = env_flag("LINGONG_DEBUG")
DEVELOPMENT_KEY = "development-only-key-never-use-in-service"
SECRET_KEY = os.environ.get("LINGONG_SECRET_KEY", DEVELOPMENT_KEY)
ALLOWED_HOSTS = env_list("LINGONG_ALLOWED_HOSTS", "127.0.0.1,localhost,[::1],testserver")
CSRF_TRUSTED_ORIGINS = env_list("LINGONG_TRUSTED_ORIGINS")
PROXIES = int(os.environ.get("LINGONG_PROXIES", "0"))  # servers of ours in front that add X-Forwarded-For
NODE = os.environ.get("LINGONG_NODE", "local")  # written as owner_node on every shared record
HOTLINE = os.environ.get("LINGONG_HOTLINE", "12333")

# Keys of sealed fields: "id:base64key" separated by commas, the first one seals, all unseal.
SEAL_KEYS = env_list("LINGONG_SEAL_KEYS")
INDEX_KEY = os.environ.get("LINGONG_INDEX_KEY", "")

# The audit chain: new links are sealed with "sha256" or "sm3"; its head is written outside the database.
SEAL_DIGEST = os.environ.get("LINGONG_SEAL_DIGEST", "sha256")
ANCHORS = Path(os.environ.get("LINGONG_ANCHORS", WORKDIR))
ANCHOR_SINKS = env_list("LINGONG_ANCHOR_SINKS", "lingong.journal.anchors.to_file")

# --- Packages, lowest first (the order of .importlinter) ------------------------------------------
OUR_APPS = [
    "lingong.journal",
    "lingong.accounts",
    "lingong.regions",
    "lingong.people",
    "lingong.markets",
    "lingong.workers",
    "lingong.employers",
    "lingong.jobs",
    "lingong.matching",
    "lingong.hiring",
    "lingong.notices",
    "lingong.api",
    "lingong.web",
    "lingong.demo",
]
INSTALLED_APPS = [
    *OUR_APPS,
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django_htmx",
    "axes",
    "huey.contrib.djhuey",
]
# What engines learn by name: dotted paths, loaded on first use.
FOLLOWERS = ["lingong.notices.follow.FOLLOWER"]
# Roles that hear of identity facts at once, in the same transaction (people.roles).
AFTER_IDENTITY = ["lingong.workers.record.note_identity", "lingong.employers.register.note_identity"]
IMPORTERS = {
    "regions": "lingong.regions.importer.import_divisions",
    "markets": "lingong.markets.importer.import_markets",
}

MIDDLEWARE = [
    "lingong.web.account.caller.CallerAddress",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "lingong.web.middleware.PrivatePages",
    "lingong.web.refusals.Refusals",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "lingong.urls"
WSGI_APPLICATION = "lingong.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "lingong.web.context.page",
            ],
            "builtins": ["lingong.web.templatetags.say", "django.templatetags.static"],
        },
    }
]

# --- Database: SQLite by default, PostgreSQL in service --------------------------------------------
DATABASES = {
    "default": dj_database_url.config(
        env="DATABASE_URL",
        default=f"sqlite:///{WORKDIR / 'lingong.sqlite3'}",
        conn_max_age=60,
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Measured: DEFERRED loses requests under load, NORMAL loses writes in a power cut.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
            "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-65536; PRAGMA mmap_size=268435456;"
        ),
    }
    HUEY_STORE = {
        "huey_class": "huey.SqliteHuey",
        "filename": os.environ.get("LINGONG_QUEUE", f"{DATABASES['default']['NAME']}.queue"),
    }
else:
    HUEY_STORE = {
        "huey_class": "huey.PostgresHuey",
        "dsn": os.environ.get("DATABASE_URL", ""),
    }

# --- Accounts ------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "lingong.accounts.staff_sign_in.PasswordAndTotp",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "/sign-in/"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = env_flag("LINGONG_HTTPS")
SESSION_COOKIE_AGE = int(timedelta(days=30).total_seconds())  # staff get a shorter one at sign-in
SECURE_HSTS_SECONDS = 31_536_000 if env_flag("LINGONG_HTTPS") else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
}

# --- Language and time -----------------------------------------------------------------------------
LANGUAGE_CODE = "zh-hans"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Shanghai"

# --- Static files ------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = WORKDIR / "var" / "static"
# `lingong serve` collects them first: compressed, named by content, kept by the browser for a year.
COLLECTED = env_flag("LINGONG_COLLECTED")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if COLLECTED
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

# --- Messages to people: one gateway for SMS and voice ------------------------------------------------
SMS_GATEWAY = os.environ.get("LINGONG_SMS_GATEWAY", "lingong.lib.gateway.LocalGateway")
SMS_OUTBOX = Path(os.environ.get("LINGONG_SMS_OUTBOX", WORKDIR / "var" / "sms.jsonl"))
REAL_NAME_PROVIDER = os.environ.get("LINGONG_REAL_NAME_PROVIDER", "")
PROFILE_FOLDERS = env_list("LINGONG_PROFILES")  # local profiles beside those of the package

# --- Jobs -------------------------------------------------------------------------------------------
# Commands that need no database open no queue either: they work where nothing may be written.
WITHOUT_STORE = {"parse", "match", "ratio", "sites", "verify", "cases", "registers"}
HUEY = {
    "name": "lingong",
    "create_tables": not (len(sys.argv) > 1 and sys.argv[1] in WITHOUT_STORE),
    "immediate": env_flag("LINGONG_JOBS_AT_ONCE"),
    **HUEY_STORE,
    "consumer": {"workers": 2, "worker_type": "thread", "health_check_interval": 5},
}

# --- Logs: structured, never personal data --------------------------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": structlog.stdlib.ProcessorFormatter,
            "processor": structlog.processors.JSONRenderer(ensure_ascii=False),
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    # A refusal is an answer, not an incident: 4xx are not logged one by one.
    "loggers": {"django.request": {"level": "ERROR"}},
    "root": {"handlers": ["stderr"], "level": os.environ.get("LINGONG_LOG_LEVEL", "WARNING")},
}
