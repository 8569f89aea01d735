"""The clock of a demonstration can be moved; in service nothing moves it."""

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

from lingong.lib import clock


def test_the_clock_follows_the_file_as_it_changes(settings, tmp_path):
    offset = tmp_path / "offset"
    settings.CLOCK_OFFSET_FILE = str(offset)
    for hours in (0, 9, -24):
        offset.write_text(str(hours * 3600))
        off = clock.now() - datetime.now(UTC) - timedelta(hours=hours)
        assert abs(off) < timedelta(seconds=5)


@pytest.mark.parametrize(("demo", "read"), [("1", "moved"), ("", "")])
def test_only_a_demonstration_reads_it(demo, read):
    environment = os.environ | {"LINGONG_CLOCK_OFFSET_FILE": "moved", "LINGONG_DEMO": demo}
    ask = "from lingong import settings; print(settings.CLOCK_OFFSET_FILE)"
    answer = subprocess.run(
        [sys.executable, "-c", ask], env=environment, capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == read
