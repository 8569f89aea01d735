"""Journeys in a real browser against the served product: what a newcomer's people see and press.

`product` serves a scratch copy on the loopback, `someone` is a person with a browser, `look` checks and
keeps every page (var/screenshots). A journey touches no model: it knows only pages, SMS and the clock.
"""
