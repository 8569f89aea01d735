"""Persons and organisations: identity, consents, contact, and the messages they get.

Owns Person, IdentityCheck, Consent, Join, Organisation, Message, Delivery.  Worker and employer are
roles of them, kept above.  Personal fields are sealed; only outcome, method and time of an identity
check are kept.  Real-name levels: none, phone, stated (number checks out), verified (paper seen or
provider answered).  Verbs: register, edit, state_identity, verify, consent, withdraw, join, undo_join.
"""
