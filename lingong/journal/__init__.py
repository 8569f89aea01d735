"""What happened: append-only events, written in the transaction of the change they tell of.

Owns Event, Pending (one row per event and follower: the outbox), OnceKey (repeated submits), and the seals:
Chain (the head) and Link (one sealed event).
Words: an actor does something `by` a side, `via` a channel, perhaps assisting a person; a follower
is a named callable declared in settings.FOLLOWERS that gets every event of its kinds once; an anchor is the
head of the chain, written outside the database.
Verbs: record, deliver, once, seal, anchor, audit.  Events hold ids and codes only, no personal data or text.
"""
