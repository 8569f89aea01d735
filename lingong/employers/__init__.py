"""The employer's role: firm, sole trader, household or platform; its members and its standing.

Owns Employer and Member.  A household is a person, the others are an organisation.  An unverified
employer cannot publish (双实名).  Standing and the record (paid in time, answered, truthful) are
written down by hiring and supervision; nothing here looks up.
Verbs: register_firm, register_household, verify, add_member; facts: note_paid, note_silent, note_rating.
"""
