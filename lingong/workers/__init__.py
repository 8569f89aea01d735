"""The worker's role: trades and skills, availability, wishes, certificates, and the record.

Owns Worker, WorkerTrade, Certificate, Taken.  A worker is one person.  Availability: looking today, until
a day, or dormant after silence.  The record (attended, absent, ratings) is written down by hiring;
nothing here looks up.  Verbs: register_worker, edit_wishes, set_trades, look_for_work, rest, age_silent;
facts written down: note_attended, note_absent, note_rating.
"""
