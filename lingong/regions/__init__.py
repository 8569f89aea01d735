"""Administrative divisions as dated codes, special zones as named sets, profiles per jurisdiction.

Owns Division (code, name, level, parent code, valid from/to, successors) and SpecialZone.  A scope
elsewhere is a set of code prefixes; `prefixes(code)` adds the predecessor codes.  Profiles are dated
TOML files in `regions/profiles/`, read through `profile(code, day)`.
"""
