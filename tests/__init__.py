"""The tests mirror the package: what `lingong/jobs/intake.py` does is shown in `tests/jobs/test_intake.py`."""
