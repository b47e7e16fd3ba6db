"""A text that somebody else wrote, as it can be shown."""

from __future__ import annotations


def printable(text: str, also: str = "") -> str:
    """The same without signs that steer a screen, and whole where it was not written in UTF-8; `also` may stay."""
    whole = text.encode("utf-8", "replace").decode()
    return "".join(sign if sign.isprintable() or sign in also else "\ufffd" for sign in whole)
