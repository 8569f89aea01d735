"""Every verb of the line for programs, under /api/v1/, with the authorisation of the pages.

Commands take an Idempotency-Key: a repeat gets the first answer, other content under it is refused.
Refusals come as {"code", "text", "field"} with 409, what is unknown or not yours as 404 alike.
"""
