"""First load of the worker's home on a cold cache: everything the browser fetches, as it goes over the wire."""

from .opened import posting
from .someone import PHONE

LIMIT = 100_000  # bytes, compressed


def test_the_home_of_a_worker_is_light(meet, product):
    posting(meet(PHONE), meet(PHONE))
    fresh = meet(PHONE)
    wire = fresh.context.new_cdp_session(fresh.page)
    wire.send("Network.enable")
    wire.send("Network.setCacheDisabled", {"cacheDisabled": True})
    addresses, weights = {}, {}
    wire.on(
        "Network.responseReceived",
        lambda event: addresses.update({event["requestId"]: event["response"]["url"]}),
    )
    wire.on(
        "Network.loadingFinished",
        lambda event: weights.update({addresses[event["requestId"]]: event["encodedDataLength"]}),
    )
    fresh.page.goto("/", wait_until="networkidle")
    fresh.sees("小工", "180 元/天")
    told = "\n".join(f"{size:>8.0f} {url}" for url, size in sorted(weights.items()))
    kinds = [url.rsplit(".", 1)[-1] for url in weights]
    assert {"css", "js", "svg"} <= set(kinds), told
    assert sum(weights.values()) <= LIMIT, told
    print(f"\n{told}\n{sum(weights.values()):>8.0f} in all")
