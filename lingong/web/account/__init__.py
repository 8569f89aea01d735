"""Signing in and out, first registration, the switch between looking for work and hiring.

Phone and SMS code for workers and employers, with a second fact where a number may have changed
hands; password and TOTP for staff.
"""
