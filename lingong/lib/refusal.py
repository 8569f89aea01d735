"""Why something was not done: a code for programs, a sentence for people, the rule behind it."""


class Refusal(Exception):
    """Raised by verbs. A form shows `text` (beside `field` where one is named); the API returns both.

    code  short stable name, `package.reason` ("jobs.full")
    text  plain Chinese that says what to do next
    rule  clause or name of the rule, for staff and for the log
    """

    def __init__(self, code: str, text: str, rule: str = "", field: str = "") -> None:
        super().__init__(f"{code}: {text}")
        self.code = code
        self.text = text
        self.rule = rule
        self.field = field


class Hidden(Refusal):
    """Unknown or not yours: both look alike, so that nobody learns which ids exist. Pages answer 404."""

    def __init__(self) -> None:
        super().__init__("not_found", "没有找到，可能已经结束，或者不是您的。")
