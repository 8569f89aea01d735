"""The local gateway writes what would have been sent, for its owner's eyes only."""

import json
import stat

from lingong.lib.gateway import Channel, Outcome, gateway


def test_what_is_sent_is_one_line_of_a_private_file(settings, tmp_path):
    settings.SMS_OUTBOX = tmp_path / "new" / "sms.jsonl"
    for n in (1, 2):
        sent = gateway().send(channel=Channel.SMS, number="13900000001", text="验证码 1", key=f"k{n}")
        assert (sent.outcome, sent.reference) == (Outcome.SENT, f"local-k{n}")
    lines = [json.loads(line) for line in settings.SMS_OUTBOX.read_text(encoding="utf-8").splitlines()]
    assert [line["key"] for line in lines] == ["k1", "k2"]
    assert lines[0]["text"] == "验证码 1"
    assert stat.S_IMODE(settings.SMS_OUTBOX.stat().st_mode) == 0o600
