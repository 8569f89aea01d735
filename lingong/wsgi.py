"""WSGI entry for gunicorn: `gunicorn lingong.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lingong.settings")
application = get_wsgi_application()
