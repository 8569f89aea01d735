"""The catalogue of trades (工种): what people call the work, and how the board groups it.

Owns `trades.toml`: groups (tiles of the home page) and trades with a short code, a name, job titles,
words for the activity, usual forms of the gig.  Words: Group, Trade.  Verbs: `trades.trades()`,
`trades.groups()`, `trades.find(text)`.  Plain Python; the file is read on first use.
"""
