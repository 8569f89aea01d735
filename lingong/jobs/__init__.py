"""Postings: from a pasted sentence to a published offer of work, and its places.

Owns Posting (its own state table), Terms (an immutable version of what is offered) and TermsShift.
A change of pay, time or place after publishing is a new Terms row, reviewed again and accepted again
by those already confirmed.  `intake` reads text without a database, `catalogue` holds the trades.
Verbs: start_draft, save_draft, submit, accept, send_back, propose_change, pause, resume, refresh,
close, expire_due, again; facts written down by hiring: take_place, free_place.
"""
