"""An employer's pages: 发布, 候选人, 今日用工, 结算.

One file a stage of the line, named like the verb; `urls.py` lists the addresses.
A user with several employers (a household, a firm) chooses for which one to act.
"""
