"""The counter: register, post, review, match, confirm, sign, check in, pay for people who stand there.

Keyboard first, for a queue.  A clerk acts for the person of one side, who is named in the journal;
signatures are by the person's own hand with “assisted by”.  Every page has the same frame (`frame`):
left what to find and what was open last, right what needs somebody now (`needs`).  Other regions do
not exist here (404).  Acts of the line stand in one table with their keys: `line_acts`.
"""
