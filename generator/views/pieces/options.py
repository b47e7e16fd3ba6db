"""What a visitor chooses from."""

from __future__ import annotations

from typing import NamedTuple


class Option(NamedTuple):
    """One thing to choose: what stands in an address or a file, and what people read."""

    value: str
    label: str
