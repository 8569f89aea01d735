"""Addresses of the pages; each part lists its own. All names are in the namespace `web`."""

from .account.urls import urlpatterns as account
from .desk.urls import urlpatterns as desk
from .employer.urls import urlpatterns as employer
from .shared.urls import urlpatterns as shared
from .worker.urls import urlpatterns as worker

app_name = "web"
urlpatterns = [*worker, *employer, *desk, *account, *shared]
