"""Administrative divisions as dated codes, special zones as named sets, profiles per jurisdiction.

Owns Division (code, name, level, parent code, valid from/to, successors) and SpecialZone.  A scope
elsewhere is a set of code prefixes: `codes.within` and `codes.in_scope` test it, `tree.prefixes(code)`
makes one and adds the predecessors.  `tree` answers names, ancestors, children; `importer` loads the
country (`lingong import regions`).  What a place decides for itself are dated TOML files in
`profiles/`, read through `profile.profile(code, day)`; every value names its basis.
"""
