"""`mantelkaart merge`: records follow a municipality into the one that it became part of."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from datetime import date

from generator import durable
from generator.commands.asked import FAULTS, FINE, edition_of, today
from generator.commands.said import counted, say
from generator.commands.trouble import alone
from generator.editing.carrying import Change, changes, days
from generator.edition import Edition
from generator.problems.printable import printable
from generator.values import dates


def merge(asked: argparse.Namespace) -> int:
    """Show what changes in the records, and write it when that was asked for: only what holds today."""
    edition = edition_of(asked)
    now, *ahead = days(edition, today())
    found = changes(edition, now)
    _show(edition, found)
    for day in ahead:
        _show_ahead(edition, day)
    if not found:
        print(say("merge-none"))
        return FINE
    if not asked.write:
        print(say("merge-dry", count=counted("merge-count", len(found))))
    else:
        with alone(edition.lock, "merge", waits=True):
            _write(change for change in changes(edition, now) if not change.by_hand)
        print(say("merge-written", count=counted("merge-count", sum(not change.by_hand for change in found))))
    return FAULTS if any(change.by_hand for change in found) else FINE


def _show_ahead(edition: Edition, day: date) -> None:
    found = changes(edition, day)
    if found:
        print(say("merge-ahead", day=dates.in_words(day.isoformat())))
        _show(edition, found)


def _show(edition: Edition, found: Iterable[Change]) -> None:
    for change in found:
        file = printable(edition.shown(change.path))
        if change.to is None:
            print(say("merge-stays" if change.by_hand else "merge-goes", file=file))
            continue
        if change.to != change.path:
            print(say("merge-moves", file=file, to=printable(edition.shown(change.to))))
        for line in change.lines:
            print(f"{file}:{line.number}")
            if line.before:
                print(f"  - {printable(line.before.strip())}")
            if line.after is not None:
                print(f"  + {printable(line.after.strip())}")
        if change.by_hand:
            print(say("merge-by-hand", file=file))


def _write(found: Iterable[Change]) -> None:
    """What is new stands before what is old goes."""
    gone = []
    for change in found:
        if change.to is not None:
            durable.write(change.to, change.content.encode())
        if change.to != change.path:
            gone.append(change.path)
    for path in gone:
        path.unlink()
