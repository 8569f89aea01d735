"""What happened: append-only events, written in the transaction of the change they tell of.

Owns Event, Pending (one row per event and follower: the outbox) and OnceKey (repeated submits).
Words: an actor does something `by` a side, `via` a channel, perhaps assisting a person; a follower
is a named callable declared in settings.FOLLOWERS that gets every event of its kinds once.
Verbs: record, deliver, once.  Events hold ids and codes only, never personal data or free text.
"""
