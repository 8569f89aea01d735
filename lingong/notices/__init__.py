"""From the journal to people: inbox, SMS through the gateway, call list for those without a phone.

Owns no rows: it writes Message and Delivery in people.  `words.py` says for each event kind who is
told what; `follow.py` follows the journal and writes; `send.py` sends once and leaves a lost answer
unknown.  Verbs: follow, send_due, called.
"""
