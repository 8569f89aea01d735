"""The tests mirror the package: `tests/jobs/test_intake.py` shows what `lingong/jobs/intake.py` does."""
