"""The small country of `country.py`, loaded through the importer."""

import pytest

from lingong.regions.importer import import_divisions
from tests.regions.country import SMALL


@pytest.fixture
def write(tmp_path):
    """Write a table and return its path."""

    def write(text: str, name: str = "table.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def country(db, write):
    report = import_divisions(write(SMALL))
    assert report.ok, report.errors
    return report
