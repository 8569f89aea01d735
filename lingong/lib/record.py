"""Records that many nodes may share later: a globally unique id, the owning node, a version."""

import uuid

from django.conf import settings
from django.db import models


def this_node() -> str:
    return str(settings.NODE)


class SharedRecord(models.Model):
    """Base of posting, employer, worker, engagement, person: what exchange will need is there from the start."""

    public_id = models.UUIDField("公开编号", default=uuid.uuid4, unique=True, editable=False)
    owner_node = models.CharField("所属节点", max_length=40, default=this_node, editable=False)
    version = models.PositiveIntegerField("版本", default=1, editable=False)
    created_at = models.DateTimeField("建立时间", auto_now_add=True)

    class Meta:
        abstract = True
