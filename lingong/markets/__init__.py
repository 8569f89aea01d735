"""Gig markets in first form: tiers, operating modes, opening hours, public fields, life cycle.

Owns Market and Opening.  Tiers: city market, county market, township station (驿站), village window
(专窗); each below the first has a parent.  Modes: self-run, name-plate, entrusted, each with its own
mandatory fields.  Only open or suspended markets are public.  Unknown coordinates stay unknown.
Verbs: enter, move, set_openings; import_markets reads a file.  Functions: open_at, picture.
"""
