"""All addresses: pages at the root, the interface for programs under /api/v1/."""

from django.urls import URLPattern, URLResolver, include, path

from lingong.api.interface import api

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/v1/", api.urls),
    path("", include("lingong.web.urls")),
]
