"""`lingong import`: exit 0 only on success, every wrong row on stderr, importers found by name."""

import io

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from lingong.regions.models import Division
from tests.regions.country import SMALL


def test_it_imports_and_says_how_much(db, write):
    out = io.StringIO()
    call_command("import", "regions", write(SMALL), stdout=out)
    assert out.getvalue().strip() == "新增 15 行，更新 0 行，没有变化 0 行"


def test_wrong_rows_are_named_and_the_exit_is_not_zero(db, write):
    err = io.StringIO()
    path = write(SMALL.replace("沭阳县,3", "沭阳县,9"))
    with pytest.raises(CommandError, match="1 处要改"):
        call_command("import", "regions", path, stderr=err)
    assert "第 6 行：level 应为 1 省、2 市、3 县或 4 乡" in err.getvalue()
    assert not Division.objects.exists()


def test_without_a_file_an_importer_uses_its_own_data(db, settings):
    settings.IMPORTERS = {"numbers": "tests.regions.test_import_command.import_numbers"}
    with pytest.raises(CommandError, match="lingong import numbers 文件"):
        call_command("import", "numbers")


def test_an_unknown_name_lists_the_known_ones(db, settings):
    settings.IMPORTERS = {"numbers": "tests.regions.test_import_command.import_numbers"}
    with pytest.raises(CommandError, match="可以是：numbers"):
        call_command("import", "regions")


def import_numbers(path, *, progress):
    """Stands for an importer that brings no data of its own."""
    raise AssertionError("never called without a file")
