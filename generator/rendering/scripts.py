"""The scripts of the site: each is served at the path it has in the front, so that they find each other in both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from posixpath import dirname, join, normpath

from generator.engine import front

BEGIN = "scripts/mantelkaart.mjs"
"""The one script that every page asks for; it brings those of the components on the page."""

_SERVED = ("components/*/*.mjs", "scripts/*.mjs", "search/*.mjs")

_ASKED = re.compile(r'^import [^;]*?"(\.[^"]+)";$', re.MULTILINE)
"""What a script can't begin without; what it asks for later is imported in another way."""


def scripts() -> Iterator[tuple[str, Path]]:
    """(path in the site, file) of every script, in a fixed order."""
    for files in _SERVED:
        yield from ((script.relative_to(front()).as_posix(), script) for script in sorted(front().glob(files)))


@cache
def needed_by(component: str) -> tuple[str, ...]:
    """The path in the site of a component's script and of all that it can't begin without, the nearest first.

    A browser finds out step by step; a page that names them all has them in one.
    """
    found = [f"components/{component}/{component}.mjs"]
    for path in found:
        asked = _ASKED.findall((front() / path).read_text("utf-8"))
        found += [other for one in asked if (other := normpath(join(dirname(path), one))) not in found]
    return tuple(found)
