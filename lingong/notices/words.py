"""Who is told what, for each kind of event; a new message is one more row here.

A text has {trade}, {when}, {place}, {pay}, {employer}, {worker}, {code}. Inbox always; by SMS (or by the
counter's call list for people without a smartphone) where `urgent`.
"""

from dataclasses import dataclass
from typing import Final, Literal

Side = Literal["worker", "employer"]


@dataclass(frozen=True, slots=True)
class Words:
    to: Side
    text: str
    urgent: bool = False


WORKER: Final = "worker"
EMPLOYER: Final = "employer"

ABOUT_ENGAGEMENT: dict[str, list[Words]] = {
    "hiring.applied": [Words(EMPLOYER, "{worker}报名了“{trade}”，请早点答复。", urgent=True)],
    "hiring.invited": [Words(WORKER, "{employer}请您干{trade}：{when}，{pay}。请尽快确认，过时名额会给别人。", urgent=True)],
    "hiring.proposed": [Words(EMPLOYER, "窗口给您介绍了{worker}干“{trade}”，请确认要不要。", urgent=True)],
    "hiring.offered": [Words(WORKER, "{employer}选中您干{trade}：{when}，{pay}。请尽快确认，过时名额会给别人。", urgent=True)],
    "hiring.confirmed": [
        Words(EMPLOYER, "{worker}确认来干“{trade}”（{when}）。请签协议。", urgent=True),
        Words(WORKER, "定下来了：{trade}，{when}，{place}。下一步请签协议。"),
    ],
    "hiring.agreed": [
        Words(WORKER, "协议双方都签了。{when}到{place}，到了输现场的到岗码。", urgent=True),
        Words(EMPLOYER, "和{worker}的协议双方都签了。开工那天请把到岗码给工人看。"),
    ],
    "hiring.checked_in": [Words(EMPLOYER, "{worker}到岗了（{trade}）。")],
    "hiring.absent": [Words(WORKER, "“{trade}”记了没到岗。如果您到了，请马上告诉雇主或窗口。", urgent=True)],
    "hiring.work_reported": [],
    "hiring.work_accepted": [Words(WORKER, "“{trade}”的工时双方都认可了，可以等收钱。")],
    "hiring.pay_due": [Words(EMPLOYER, "“{trade}”今天该给{worker}付钱了。", urgent=True)],
    "hiring.pay_overdue": [
        Words(EMPLOYER, "“{trade}”的工钱已经过了该付的日子，请今天付给{worker}。", urgent=True),
        Words(WORKER, "“{trade}”的工钱过期没付，窗口已经知道。需要帮忙请打 12333 或到窗口。", urgent=True),
    ],
    "hiring.paid": [Words(WORKER, "{employer}说“{trade}”的钱付了，收到了请点“收到了”，没收到请点“没收到”。", urgent=True)],
    "hiring.not_received": [Words(EMPLOYER, "{worker}说没收到“{trade}”的钱，请核对后再付。", urgent=True)],
    "hiring.received": [Words(EMPLOYER, "{worker}收到“{trade}”的钱了。")],
    "hiring.declined": [Words(WORKER, "“{trade}”这次没成。看看别的活吧。")],
    "hiring.lapsed": [Words(WORKER, "“{trade}”过了确认时间，名额放给别人了。还想干可以再报名。")],
    "hiring.withdrawn": [Words(EMPLOYER, "{worker}不来干“{trade}”了，名额已经重新放开。", urgent=True)],
    "hiring.cancelled": [Words(WORKER, "“{trade}”（{when}）取消了，不用去了。很抱歉，看看别的活吧。", urgent=True)],
    "hiring.no_show": [Words(WORKER, "“{trade}”记了没到岗，这个活结束了。记错了请找窗口。")],
    "hiring.contested": [
        Words(EMPLOYER, "“{trade}”有争议，窗口会联系双方。"),
        Words(WORKER, "“{trade}”有争议，窗口会联系双方。"),
    ],
    "hiring.resolved": [
        Words(EMPLOYER, "“{trade}”的争议处理好了，请接着办。"),
        Words(WORKER, "“{trade}”的争议处理好了，请接着办。"),
    ],
    "hiring.finished": [
        Words(WORKER, "“{trade}”完工了。收到钱后别忘了评价。"),
        Words(EMPLOYER, "{worker}的“{trade}”完工了，请按时付钱、评价。"),
    ],
    "hiring.talked": [],
    "hiring.rated": [],
}  # fmt: skip

ABOUT_POSTING: dict[str, list[Words]] = {
    "jobs.published": [Words(EMPLOYER, "“{trade}”审核通过，已经发布。")],
    "jobs.changed": [Words(EMPLOYER, "“{trade}”的修改审核通过，已经生效。")],
    "jobs.sent_back": [Words(EMPLOYER, "“{trade}”没有通过审核，请看原因，改好再交。", urgent=True)],
    "jobs.expired": [Words(EMPLOYER, "“{trade}”过了有效期，已经下架。还要人可以再来一单。")],
}
# When the terms change, everybody who was confirmed on the old ones must agree again.
CHANGED_FOR_WORKERS = Words(WORKER, "“{trade}”的条件改了，请看清楚再确认；不同意可以退出。", urgent=True)
# The side that talked is not told of its own words.
TALKED = {
    "worker": Words(EMPLOYER, "{worker}给您留了话（{trade}）。"),
    "employer": Words(WORKER, "{employer}给您留了话（{trade}）。"),
}
