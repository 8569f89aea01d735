"""`lingong demo`: a small city, built through the verbs, then served."""

import time
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from lingong.demo.build import LOCAL_GATEWAY, SIZES, build, built
from lingong.demo.who import who_can_sign_in
from lingong.lib import clock
from lingong.lib.refusal import Refusal
from lingong.lib.report import Progress


class Command(BaseCommand):
    help = "Build a demo city (the same for the same seed) and serve it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--size", default="small", help="small (default) or city")
        parser.add_argument("--seed", type=int, default=1, help="another number, another city")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--no-serve", action="store_false", dest="serve", help="stop before serving")

    def handle(self, *, size: str, seed: int, port: int, serve: bool, **options: Any) -> None:
        self._require_demo(size)
        call_command("migrate", verbosity=0, interactive=False)
        now = clock.now()
        try:
            earlier = built(size)
        except Refusal as refusal:
            raise CommandError(refusal.text) from refusal
        if earlier is None:
            build(size=size, seed=seed, now=now, step=self._step)
        else:
            days = (clock.today(now) - clock.today(earlier)).days
            again = f"，是 {days} 天前的；想看新的，删掉数据库再来一次" if days else ""
            self.stdout.write(f"演示城市已经建好{again}。")
        call_command("seal")
        self.stdout.write(who_can_sign_in(clock.now()))
        if serve:
            self.stdout.flush()
            call_command("serve", port=port)

    def _require_demo(self, size: str) -> None:
        if size == "province":
            raise CommandError("province（全省）还没有做，请用 --size small 或 --size city。")
        if size not in SIZES:
            raise CommandError(f"没有“{size}”这种大小，可以是：{'、'.join(SIZES)}。")
        if not settings.DEMO:
            raise CommandError("演示要用 lingong demo 启动（它会设 LINGONG_DEMO=1），这里不是演示环境。")
        if settings.SMS_GATEWAY != LOCAL_GATEWAY:
            raise CommandError("演示不会给真的号码发短信：请去掉 LINGONG_SMS_GATEWAY。")

    @contextmanager
    def _step(self, title: str) -> Iterator[Progress]:
        """A progress bar on a terminal; one line with the time wherever it is read."""
        begin = time.perf_counter()
        with tqdm(desc=title, disable=None, leave=False) as bar:

            def show(done: int, total: int) -> None:
                bar.total = total
                bar.update(done - bar.n)

            yield show
        self.stdout.write(f"{title}：{time.perf_counter() - begin:.1f} 秒")
        self.stdout.flush()
