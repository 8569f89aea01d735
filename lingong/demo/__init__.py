"""People, markets and a small city, made through the verbs; no rules live here.

`lingong demo` migrates, builds the city deterministically from `--seed`, and serves it.
Demo people carry ID numbers with sequence 000, which were never issued.
"""
