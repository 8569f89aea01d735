"""Figures measured side by side in one run, on data made here. `make bench` runs all, ARGS="page" one.

Seconds do not carry over to another machine; what is published are ratios.
"""
