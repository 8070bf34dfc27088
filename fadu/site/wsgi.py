"""The door for a WSGI server (gunicorn behind the county's proxy)."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fadu.site.settings")
application = get_wsgi_application()
