"""The environment of every test run; loaded by `-p` because pytest-django reads the settings very early.

Only DATABASE_URL is taken from outside: the same suite runs on SQLite (default) and on PostgreSQL.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

WORKDIR = Path(tempfile.mkdtemp(prefix="lingong-test-"))
atexit.register(shutil.rmtree, WORKDIR, ignore_errors=True)

for name in [name for name in os.environ if name.startswith("LINGONG_")]:
    del os.environ[name]
os.environ |= {
    "LINGONG_DEMO": "1",  # people of the tests have ID numbers with sequence 000, never issued
    "LINGONG_JOBS_AT_ONCE": "1",
    "LINGONG_WORKDIR": str(WORKDIR),
    "LINGONG_SMS_OUTBOX": str(WORKDIR / "sms.jsonl"),
    "LINGONG_ANCHORS": str(WORKDIR),
}
os.environ.setdefault("DATABASE_URL", f"sqlite:///{WORKDIR / 'lingong.sqlite3'}")
(WORKDIR / "var" / "static").mkdir(parents=True)  # WhiteNoise warns where its folder is missing
