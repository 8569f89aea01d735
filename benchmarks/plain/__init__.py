"""The other side of page figure 6: the home page's query with a plain template, and as bare JSON.

Only the benchmark serves it: `plain.settings` are the product's with two addresses more.
"""
