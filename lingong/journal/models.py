from django.db import models


class Event(models.Model):
    """One thing that happened. Never changed, never deleted."""

    kind = models.CharField("种类", max_length=60)
    object_kind = models.CharField("对象", max_length=40)
    object_id = models.CharField("对象编号", max_length=36)
    region = models.CharField("区划", max_length=12, blank=True)
    actor = models.CharField("操作账号", max_length=36, blank=True)
    side = models.CharField("一方", max_length=10)
    via = models.CharField("渠道", max_length=10)
    assisting = models.CharField("帮助的人", max_length=36, blank=True)
    data = models.JSONField("内容", default=dict)
    at = models.DateTimeField("时间")

    class Meta:
        indexes = [
            models.Index(fields=["object_id", "id"], name="journal_event_object"),
            models.Index(fields=["kind", "at"], name="journal_event_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_kind}:{self.object_id}"


class Pending(models.Model):
    """An event a follower has not handled yet; deleted in the transaction of its effect."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="pending")
    follower = models.CharField("跟随者", max_length=40)
    tries = models.PositiveSmallIntegerField("次数", default=0)
    not_before_at = models.DateTimeField("不早于")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "follower"], name="journal_pending_once")]
        indexes = [models.Index(fields=["follower", "not_before_at", "id"], name="journal_pending_next")]

    def __str__(self) -> str:
        return f"{self.follower} ← {self.event_id}"


class OnceKey(models.Model):
    """A command already carried out under this key: a repeat gets the first answer again."""

    owner = models.CharField("账号", max_length=64)
    key = models.CharField("幂等键", max_length=80)
    digest = models.CharField("内容摘要", max_length=64)
    answer = models.JSONField("答复", default=dict)
    at = models.DateTimeField("时间")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "key"], name="journal_once_key")]

    def __str__(self) -> str:
        return self.key


class Chain(models.Model):
    """The head of the chain of seals: one row, made with the tables, moved by compare-and-set alone."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    chain_id = models.CharField("链号", max_length=32)
    position = models.BigIntegerField("位置", default=0)
    digest = models.CharField("摘要", max_length=64, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="journal_one_chain")]

    def __str__(self) -> str:
        return f"{self.chain_id} @{self.position}"


class Link(models.Model):
    """One sealed event at its place in the chain. No foreign key: a link must outlive what it proves."""

    position = models.BigIntegerField("位置", primary_key=True)
    event_id = models.BigIntegerField("事件", unique=True)
    algorithm = models.CharField("算法", max_length=10)
    digest = models.CharField("摘要", max_length=64)
    sealed_at = models.DateTimeField("封存时间")

    def __str__(self) -> str:
        return f"{self.position} ← {self.event_id}"
