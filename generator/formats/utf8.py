"""Where a text stops being UTF-8."""

from __future__ import annotations


def place_of(error: UnicodeDecodeError, content: bytes) -> tuple[int, int]:
    """The line and the column, both from 1 and the column in bytes, at which decoding `content` failed."""
    before = content[: error.start]
    return before.count(b"\n") + 1, error.start - before.rfind(b"\n")
