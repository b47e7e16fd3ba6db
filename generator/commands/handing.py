"""What a command hands to the host that it starts."""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from generator.building.ahead import BuildAhead
    from generator.building.loading import Loaded

BY_COMMAND = "MANTELKAART_CLI"
"""In the environment of a host that was started by a command of ours, which speaks to people."""


class Handed(NamedTuple):
    """What was done before the host was started, and is not done again."""

    loaded: Loaded | None = None
    """An edition that was read."""
    ahead: BuildAhead | None = None
    """Or who is reading it."""


HANDED: ContextVar[Handed | None] = ContextVar("handed", default=None)
