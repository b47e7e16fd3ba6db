"""A command as somebody types it."""

from __future__ import annotations

from generator.cli import main


def typed(*words: str) -> int:
    """Run a command. Returns its exit code, also when the parser stops it."""
    try:
        return main(words)
    except SystemExit as stop:
        assert isinstance(stop.code, int)
        return stop.code
