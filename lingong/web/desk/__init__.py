"""The counter: register, post, review, match, confirm, sign, check in, pay for people who stand there.

Keyboard first, for a queue. A clerk acts for the person of one side, who is named in the journal;
signatures are by the person's own hand with “assisted by”.
"""
