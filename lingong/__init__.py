"""Lingong (零工市场平台): the public market for casual work.

One gig is a line: jobs.intake → review → publish → matching.recommend → hiring.apply | invite →
confirm → agree → checkin → finish → settle → rate.  `tests/test_one_gig.py` walks it with public
verbs only; `docs/one-gig.md` tells it in words; `.importlinter` holds the order of the packages.
"""
