"""A worker's phone pages: 找活, 附近驿站, 我的活, 我的.

One file a stage of the line, named like the verb; `urls.py` lists the addresses.
Every page starts from an authorising loader and asks for one thing.
"""
