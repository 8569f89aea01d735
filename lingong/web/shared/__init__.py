"""Pages of both sides: an engagement's agreement and talk, the inbox, elder mode, `/go/<kind>/<id>`.

Also the public pages that need no account: service zone, help, complaints.
"""
