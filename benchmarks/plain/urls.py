"""The product's addresses, and the same 20 rows plainly."""

from django.urls import include, path

from benchmarks.plain.views import as_json, plain

urlpatterns = [path("plain/", plain), path("json/", as_json), path("", include("lingong.urls"))]
