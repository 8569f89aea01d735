"""The worker's home on a cold cache: page, styles, scripts and pictures together, compressed."""

import gzip
import re

import pytest
from django.contrib.staticfiles import finders

from lingong.lib import clock
from tests.cast import Cast

MOST = 100_000


@pytest.mark.django_db
def test_the_home_page_weighs_at_most_100_kb(client):
    Cast(now=clock.now()).posting()
    page = client.get("/").content
    files = set(re.findall(rb'(?:src|href)="/static/([^"#]+)', page))
    assert len(files) > 5
    parts = [page]
    for name in files:
        with open(finders.find(name.decode()), "rb") as file:
            parts.append(file.read())
    assert sum(len(gzip.compress(part)) for part in parts) <= MOST
