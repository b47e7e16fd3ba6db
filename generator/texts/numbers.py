"""Numbers as people read them."""

from __future__ import annotations


def number(value: int) -> str:
    """A number as the Dutch write it: `12.500`."""
    return f"{value:,}".replace(",", ".")
