"""What somebody asked for with a command: of which edition, on which day, and how it ends."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from generator.commands.said import say
from generator.edition import Edition
from generator.values import dates

FINE, FAULTS, MISUSED = 0, 1, 2
"""How a command ends: all is well, there are faults, it was used wrongly."""


class Misused(Exception):
    """Something about how the command was given; the message says what to do."""


def edition_of(asked: argparse.Namespace) -> Edition:
    """The edition of the settings that were named. Raises `Misused`."""
    config = Path(asked.config)
    if not config.is_file():
        raise Misused(say("no-config", name=asked.config))
    return Edition.at(config)


def today() -> date:
    """The day it is for the whole command. Raises `Misused`."""
    try:
        return dates.today()
    except (ValueError, OverflowError, OSError):
        raise Misused(say("today-invalid")) from None
