"""Where to go after an act: a path of this site that the page asked for, never another site."""

from django.utils.http import url_has_allowed_host_and_scheme


def local_path(asked: str | None, default: str) -> str:
    """`asked` if it is a path on this site, else `default`."""
    path = asked or ""
    safe = path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    return path if safe else default
