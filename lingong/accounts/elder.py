"""Larger letters on every device the person signs in from."""

from .models import User


def set_elder_mode(*, user: User, on: bool) -> None:
    """Remember whether the account wants 长辈版."""
    User.objects.filter(pk=user.pk).update(elder_mode=on)
