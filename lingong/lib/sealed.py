"""Sealed text: AES-256-GCM in the column, found again through a keyed blind index, never plain.

Keys come from settings.SEAL_KEYS (`id:base64`; the first seals, all unseal) and settings.INDEX_KEY.
With neither set, keys are derived from SECRET_KEY: good for the demo; `check --deploy` refuses it.
"""

import base64
import hmac
import os
from functools import lru_cache
from hashlib import sha256
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import models

PREFIX = "s1"  # format: s1.<key id>.<base64 of nonce + ciphertext + tag>


class Unsealable(Exception):
    """The value was sealed with a key this installation does not have, or was altered."""


@lru_cache(maxsize=4)
def _keys(configured: tuple[str, ...], secret: str) -> dict[str, AESGCM]:
    if not configured:
        return {"dev": AESGCM(hmac.digest(secret.encode(), b"seal", sha256))}
    return {
        name: AESGCM(base64.b64decode(key)) for name, _, key in (item.partition(":") for item in configured)
    }


def seal(text: str) -> str:
    """Encrypt `text`; every call gives another value."""
    keys = _keys(tuple(settings.SEAL_KEYS), settings.SECRET_KEY)
    name = next(iter(keys))
    nonce = os.urandom(12)
    body = nonce + keys[name].encrypt(nonce, text.encode(), name.encode())
    return f"{PREFIX}.{name}.{base64.b64encode(body).decode()}"


def unseal(value: str) -> str:
    """Decrypt a sealed value. Raises Unsealable."""
    try:
        prefix, name, encoded = value.split(".", 2)
        key = _keys(tuple(settings.SEAL_KEYS), settings.SECRET_KEY)[name]
        body = base64.b64decode(encoded)
        if prefix != PREFIX:
            raise ValueError(prefix)
        return key.decrypt(body[:12], body[12:], name.encode()).decode()
    except (ValueError, KeyError, InvalidTag) as error:
        raise Unsealable("sealed value cannot be opened with the keys of this installation") from error


def blind_index(text: str, purpose: str) -> str:
    """A keyed digest to find a sealed value by; the same text under another purpose differs."""
    key = settings.INDEX_KEY or f"index:{settings.SECRET_KEY}"
    return hmac.digest(key.encode(), f"{purpose}:{text}".encode(), sha256).hex()


class SealedTextField(models.TextField):
    """A text column that holds only ciphertext; Python sees the plain value. Not searchable: add a
    `BlindIndexField` and fill it with `blind_index(value, purpose)`."""

    description = "sealed text"

    def get_prep_value(self, value: Any) -> Any:
        return value if value in (None, "") else seal(str(value))

    def from_db_value(self, value: str | None, expression: object, connection: object) -> str | None:
        return value if not value else unseal(value)

    def get_lookup(self, lookup_name: str) -> Any:
        if lookup_name != "isnull":
            raise TypeError("a sealed field cannot be searched; use its blind index")
        return super().get_lookup(lookup_name)


class BlindIndexField(models.CharField):
    """64 hexadecimal digits of `blind_index`; NULL or empty where there is nothing to find."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 64)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("editable", False)
        super().__init__(*args, **kwargs)
