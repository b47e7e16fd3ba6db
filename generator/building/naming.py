"""Names for what a build is made of besides records, given before anything of it is read.

What is written while a build works may be in it or not. It was named before, so the next build finds another name and
makes it again; and if by then it is what it was, the way it lies gives it away.
"""

from __future__ import annotations

from typing import NamedTuple

from generator.building.assets import front_digest
from generator.edition import Edition
from generator.rendering.hosts import host_digest, own_files


class Named(NamedTuple):
    """What stood in an edition at one moment."""

    lies: str
    """How its own files lay, records aside: see `own_files`."""
    host: str | None
    """A name for all that the host reads: see `host_digest`."""
    front: str
    """A name for what every file is made of besides records: see `front_digest`."""

    @classmethod
    def now(cls, edition: Edition) -> Named:
        """What stands there now."""
        return cls(own_files(edition), host_digest(edition), front_digest(edition))

    def lasts(self, edition: Edition) -> bool:
        """Whether nothing of it was written since."""
        return own_files(edition) == self.lies
