"""Who may do what, as one table: every route of the resolver × every role × in and out of the region.

`cells` has the roles and what a row of the table says, `pages` and `operations` are the rows, `routes` lists
what the resolver knows, `situation` is the one set of objects all addresses are built from, `walk` sends
the requests and judges the answers.
"""
