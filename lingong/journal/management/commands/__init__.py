"""Commands of the journal: `serve`.

Each is described in docs/operating.md.
They exit 0 only when they did what they say.
"""
