"""Who sees what: turns a user's grants into conditions on querysets.

Words: a scope is a set of region code prefixes, including codes of predecessor divisions.  Rights
come from accounts, divisions from regions; markets are named by code.  Querysets shown to people
have `.visible_to(user)`; it is built from `region_q` here.  Functions: prefixes_of, region_q.
"""
