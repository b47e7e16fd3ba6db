"""Where the engine itself is: its package, the front it brings, and the libraries of that front."""

from __future__ import annotations

from pathlib import Path

ENGINE = Path(__file__).parent
"""The package. In a checkout the front stands beside it, in a wheel inside it."""


def front() -> Path:
    """The folder with everything a visitor sees."""
    inside = ENGINE / "overrides"
    return inside if inside.is_dir() else ENGINE.parent / "overrides"


def libraries() -> Path:
    """The folder with the front's libraries, installed by lock file."""
    inside = ENGINE / "libraries"
    return inside if inside.is_dir() else ENGINE.parent / "node_modules"
