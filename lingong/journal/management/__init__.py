"""Running the product: web processes and the worker of the journal's jobs, under one parent.

`serving.py` starts both, says when the main page answers, and stops both; the command is `serve`.
The journal is the lowest package with rows and owns the jobs, so `demo` above may serve through it.
"""
