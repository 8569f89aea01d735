"""Small tools that know nothing of the domain.

clock (time and days), money (integer 分), geo (coordinates and the grid), mask (what may be shown),
refusal (why something was not done), states (state tables), rulebook (named rules with a basis),
sealed (encrypted fields with a blind index), record (ids shared between nodes), gateway (SMS and
voice), fetch.  Nothing here imports another package of Lingong.
"""
