"""`mantelkaart links` and `publish`: what a site promised to keep, and how it goes to a server of one's own."""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import nullcontext
from pathlib import Path

from generator import durable
from generator.building import publishing
from generator.building.loading import load
from generator.building.readiness import before_first
from generator.commands.asked import FAULTS, FINE, Misused, edition_of, today
from generator.commands.progress import Progress
from generator.commands.said import counted, first_report, say
from generator.commands.trouble import Stopped, alone, told
from generator.edition import Edition
from generator.pages import lasting
from generator.problems.reporters import REPORTERS
from generator.records.prose import Prose
from generator.texts.numbers import number


def links(asked: argparse.Namespace) -> int:
    """Print every address ever published; with `update` add those of now to the edition's list."""
    edition = edition_of(asked)
    with alone(edition.lock, "links", waits=True) if asked.update else nullcontext():
        return _links(edition, update=asked.update)


def _links(edition: Edition, *, update: bool) -> int:
    loaded = load(edition, today(), Progress())
    if loaded.plan is None:
        # An address that nothing answers is what was asked about; any other fault only stands in its way.
        gone = [problem for problem in loaded.faults if problem.file == edition.shown(edition.addresses)]
        print(REPORTERS["text"](gone or loaded.faults), end="", file=sys.stderr)
        return FAULTS
    prose = Prose.of(edition)
    wanted = lasting.updated(edition, loaded.plan, prose)
    new = len(set(lasting.current(loaded.plan, prose)) - {url for _, url in lasting.published(edition)})
    if not update:
        print("".join(line + "\n" for line in wanted.splitlines() if not line.startswith("#")), end="")
        return FINE
    if new:
        durable.write(edition.addresses, wanted.encode())
    file = edition.shown(edition.addresses)
    print(say("links-added", count=number(new), file=file) if new else say("links-none", file=file))
    return FINE


def publish(asked: argparse.Namespace) -> int:
    """Put the built site in the place a web server looks at. Raises `Misused` where that can't be."""
    edition = edition_of(asked)
    with alone(edition.lock, "publish"):
        return _publish(edition, Path(asked.directory))


def _publish(edition: Edition, directory: Path) -> int:
    refused = publishing.refusal(edition, directory)
    if refused:
        parent = Path(os.path.normpath(directory)).parent
        raise Misused(say(refused, site=edition.shown(edition.site), directory=directory, parent=parent))
    loaded = load(edition, today(), Progress(), whole=True)
    faults = loaded.faults
    print(first_report(before_first(edition, loaded.problems)), end="", file=sys.stderr)
    if faults:  # what stands in the site is not what the records say now
        print(REPORTERS["text"](faults), end="")
        print(say("not-published", faults=counted("fault-count", len(faults))), file=sys.stderr)
        return FAULTS
    try:
        with alone(publishing.lock_of(directory), "publish"):
            release, files = publishing.publish(edition, directory)
    except OSError as error:
        raise Stopped(f"{told(error)} {say('not-switched', directory=directory)}") from None
    print(say("published", files=number(files), directory=directory, release=release))
    return FINE
