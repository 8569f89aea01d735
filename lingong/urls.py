"""All addresses: pages at the root, the interface for programs under /api/v1/."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [path("", include("lingong.web.urls"))]
