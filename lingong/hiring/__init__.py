"""One worker on one posting, from the first word to the rating: the line.

Owns Engagement, Shift, Talk, Agreement, Signature, Rating.  `line.py` is the state table: read it
first.  A confirmation takes the place and the worker's shifts; the database refuses the place too
many and the overlapping shift.  Each shift has its own small state: due → present | absent →
accepted → pay due → paid → received.  Every stage is timed (即时快招).
Verbs: apply, invite, propose, talk, answer, confirm, sign, reaccept, check_in, report, accept_work,
pay, receive, rate, reply; exits: withdraw, decline, cancel, mark_absent, contest, settle_contest.
"""
