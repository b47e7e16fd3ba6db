"""The scripts of the site: where each stands, and which others it asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from posixpath import dirname, join, normpath

from generator.engine import front

_FOLDERS = {"assets": "assets/*.mjs", "assets/components": "components/*/*.mjs", "assets/search": "search/*.mjs"}
"""Where scripts stand in the site, and where they come from."""

_ASKED = re.compile(r'^import [^;]*?from "(\.[^"]+)";$', re.MULTILINE)
"""What a script can't begin without; what it asks for later is imported in another way."""


def scripts() -> Iterator[tuple[str, Path]]:
    """(path in the site, file) of every script, in a fixed order."""
    for folder, files in _FOLDERS.items():
        yield from ((f"{folder}/{script.name}", script) for script in sorted(front().glob(files)))


@cache
def needed_by(component: str) -> tuple[str, ...]:
    """The path in the site of a component's script and of all that it can't begin without, the nearest first.

    A browser finds out step by step; a page that names them all has them in one.
    """
    files = dict(scripts())
    found = [f"assets/components/{component}.mjs"]
    for path in found:
        asked = _ASKED.findall(files[path].read_text("utf-8"))
        found += [other for one in asked if (other := normpath(join(dirname(path), one))) not in found]
    return tuple(found)
