"""Users and how they sign in; roles, rights and where they hold.

Owns User, Device, SignInCode, Grant.  Workers and employers sign in with phone and SMS code, staff
with password and TOTP (one of them alone is never enough).  A role is a named set of rights (rights.py);
a Grant gives a user a role over a set of region prefixes, sometimes in one market.
Verbs: request_code, enter_code, count_try, unlock, confirm_device, release_number, sign_in_staff,
grant, revoke, set_elder_mode.
"""
