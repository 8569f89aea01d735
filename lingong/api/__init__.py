"""Every verb of the line for programs, under /api/v1/, with the authorisation of the pages.

Owns no rows.  `routers` holds the routers, one file per stage puts its routes on them, `interface`
joins them into one description (openapi.json).  Words: a command is a POST with an Idempotency-Key, a
repeat gets the first answer; an answer says what is now, never a personal fact; staff at the counter
name in `for` the person they act for.  A refusal is {"code", "text", "field"} with 409; what is
unknown or not yours is 404 alike; what is not well formed is 422 in the same shape.
"""
