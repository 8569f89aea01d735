"""From a pasted sentence to a structured reading; plain Python, no Django, no database.

Owns the grammar of casual-job texts.  Words: Source (the text, cleaned, every character traced to
the original), Found (a value and where it stands), Reading (all fields, missing ones, flags).
Verb: `read.read(text, published=, profile=)`.  A value is read only if the text states it; a flag is
advice with the quoted words and the legal basis, a person decides (`checks.CHECKS` is the rulebook).
"""
