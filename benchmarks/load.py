"""A plain load: connections kept open, each sends its next request when the last was answered."""

import http.client
import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Load:
    """What came back: answers a second, milliseconds, and how many were not 200."""

    per_second: float
    p50_ms: float
    p99_ms: float
    failed: int

    def __str__(self) -> str:
        return f"{self.per_second:7.0f}/s  p50 {self.p50_ms:6.1f} ms  p99 {self.p99_ms:6.1f} ms  failed {self.failed}"


def load(address: str, path: str, *, seconds: float, connections: int = 8, cookie: str = "") -> Load:
    """Load one address for some seconds."""
    started = time.perf_counter()
    until = started + seconds
    with ThreadPoolExecutor(connections) as pool:
        jobs = [pool.submit(_one, address, path, until, cookie) for _ in range(connections)]
        results = [job.result() for job in jobs]
    took = time.perf_counter() - started
    times = sorted(one for found, _ in results for one in found)
    failed = sum(wrong for _, wrong in results)
    if not times:
        return Load(0, float("nan"), float("nan"), failed)
    p99 = times[min(len(times) - 1, int(0.99 * len(times)))]
    return Load(len(times) / took, statistics.median(times) * 1000, p99 * 1000, failed)


def _one(address: str, path: str, until: float, cookie: str) -> tuple[list[float], int]:
    host = urlsplit(address)
    connection = http.client.HTTPConnection(str(host.hostname), host.port, timeout=90)
    headers = {"Cookie": cookie} if cookie else {}
    times, failed = [], 0
    while time.perf_counter() < until:
        started = time.perf_counter()
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        answer.read()
        if answer.status == http.HTTPStatus.OK:
            times.append(time.perf_counter() - started)
        else:
            failed += 1
    connection.close()
    return times, failed
