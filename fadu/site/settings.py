"""Django's settings. Values that differ between places come from ``environment``; the rest is the same everywhere."""

from __future__ import annotations

from pathlib import Path

from csp.constants import NONCE, NONE, SELF

from fadu.site import environment

BASE = Path(__file__).resolve().parent.parent
HOME = environment.home()
PRODUCTION = environment.flag("PRODUCTION")
DEMO = environment.flag("DEMO")  # second factor waived, a banner on every page
if PRODUCTION and DEMO:
    raise environment.EnvironmentMissing("FADU_DEMO waives the second factor: it cannot be set with FADU_PRODUCTION")
DEBUG = False

SECRET_KEY = environment.secret("SECRET_KEY")
FADU_KEY = environment.secret("KEY")  # encrypts personal data where it is stored
FADU_SALT = environment.secret("SALT")  # salts the hashes by which personal data enters the ledger
ALLOWED_HOSTS = environment.text("HOSTS", "localhost,127.0.0.1,[::1],testserver").split(",")

# A room is installed when it stands: the house grows floor by floor.
ROOMS = ["organs", "ledger", "engine", "registers", "procedures", "journals", "figures", "report", "exchange",
         "replay", "interface", "desk", "portal", "site"]  # fmt: skip
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "axes",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_htmx",
    "csp",
    *(f"fadu.{room}" for room in ROOMS if (BASE / room / "apps.py").exists()),
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "fadu.organs.entry.Entry",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "fadu.site.urls"
WSGI_APPLICATION = "fadu.site.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE / "site" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "csp.context_processors.nonce",
                "fadu.organs.entry.waiver",
            ],
        },
    }
]

DATABASES = {"default": environment.database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "organs.Person"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {"NAME": "fadu.organs.passwords.ThreeClasses"},
    {"NAME": "fadu.organs.passwords.NotUsedBefore"},
]
PASSWORD_DAYS = int(environment.text("PASSWORD_DAYS", "90"))  # a password serves so long; 0 is without limit
ACCOUNT_USER_MODEL_USERNAME_FIELD = "username"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None  # people are known by account, not by mail address
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_EMAIL_VERIFICATION = "none"
LOGIN_URL = "/signin/"
LOGIN_REDIRECT_URL = "/desk/"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.5  # hours
AXES_LOCKOUT_PARAMETERS = ["username"]
AXES_LOCKOUT_TEMPLATE = "organs/locked.html"
AXES_RESET_ON_SUCCESS = True  # five failures in a row, not five in a year
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # nobody keeps another locked out by trying on
AXES_SENSITIVE_PARAMETERS = ["code", "csrfmiddlewaretoken", "old_password", "new_password1", "new_password2"]
MFA_ADAPTER = "fadu.organs.second_factor.SecretKeeper"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_TOLERANCE = 1  # steps of thirty seconds that a telephone's clock may be off (RFC 6238, 5.2)
SILENCED_SYSTEM_CHECKS = ["axes.W006"]  # a county's offices share one address: lock the account, not the office
SESSION_COOKIE_AGE = 30 * 60
SESSION_SAVE_EVERY_REQUEST = True  # the half hour counts from the last request: idle time-out
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PRODUCTION else None
SECURE_HSTS_SECONDS = 31_536_000 if PRODUCTION else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 32 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o600

# How messages leave (fadu/engine/gateways.py): file, http (SMS), smtp (mail), or empty for none.
SMS_GATEWAY = environment.one_of("SMS", ("file", "http", ""), default="" if PRODUCTION else "file")
SMS_URL = environment.needed("SMS_URL", when=SMS_GATEWAY == "http")
SMS_TOKEN = environment.needed("SMS_TOKEN", when=SMS_GATEWAY == "http")
MAIL_GATEWAY = environment.one_of("MAIL", ("file", "smtp", ""), default="" if PRODUCTION else "file")
EMAIL_HOST = environment.needed("MAIL_HOST", when=MAIL_GATEWAY == "smtp")
EMAIL_PORT = int(environment.text("MAIL_PORT", "465"))
EMAIL_HOST_USER = environment.text("MAIL_USER")
EMAIL_HOST_PASSWORD = environment.text("MAIL_PASSWORD")
EMAIL_USE_SSL = True
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = environment.needed("MAIL_FROM", when=MAIL_GATEWAY == "smtp")

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
LOCALE_PATHS = [BASE / "site" / "locale"]
USE_I18N = True
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = HOME / "static"
STATIC_ROOT.mkdir(exist_ok=True)  # empty until an operator collects; whitenoise warns of a missing one
WHITENOISE_USE_FINDERS = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": HOME / "files"}},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": environment.text("LOG", "WARNING")},
}
