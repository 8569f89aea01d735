"""`lingong seal`: seal what is not sealed yet and anchor the head, without waiting for the job worker."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from lingong.lib import clock

from ...anchors import NotAnchored
from ...seal import NoChain, seal_and_anchor


class Command(BaseCommand):
    help = "Seal every event that is not in the audit chain yet, and anchor the head of the chain."
    requires_system_checks = ()  # the journal alone is asked

    def handle(self, *args: Any, **options: Any) -> None:
        with tqdm(desc="seal", unit="条", disable=None) as bar:
            try:
                sealed = seal_and_anchor(clock.now(), progress=lambda count: self._show(bar, count))
            except NotAnchored as error:
                text = f"事件已封存，链头没能写到库外，请看存放锚的地方能不能写入：{error}"
                raise CommandError(text) from error
            except NoChain as error:
                text = "链头（表 journal_chain 的那一行）不见了，先运行 lingong audit。"
                raise CommandError(text) from error
        where = f"，链头第 {sealed.anchor.position} 位已写到库外" if sealed.anchor else ""
        self.stdout.write(f"封存了 {sealed.count} 条事件{where}。")

    @staticmethod
    def _show(bar: "tqdm[Any]", count: int) -> None:
        bar.update(count - bar.n)
