"""Matching on NumPy columns: no Django, no clock, no input or output, nothing random.

facts → rules → preferences → score → topk → explain.  `facts` holds the columns (Workers, Gigs, what lies
Between them) and lays them side by side as Pairs: one worker with many gigs, one gig with many workers, or
a list of both, so every later step is written once.  `rules` are hard and carry the sentence a worker
reads; `preferences` are soft, each 0..1; `topk` ranks; `explain` says why and why not.  Sex, ethnicity,
origin and health are no columns.  This is the reference: a faster engine must return the same ids.
"""
