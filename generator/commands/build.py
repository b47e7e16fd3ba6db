"""`mantelkaart build` and `serve`: a site made, with MkDocs only where it is needed.

Most of the time of a build with one change goes by before it begins: Python loads all that makes pages. So another
process reads the records meanwhile, and that is why modules are imported here where they are used.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from runpy import run_module
from typing import TYPE_CHECKING

from generator.building.ahead import BuildAhead, Seen
from generator.building.output import Output
from generator.commands.asked import FAULTS, FINE, edition_of, today
from generator.commands.progress import Progress
from generator.commands.said import built_report, counts, not_built_report, say
from generator.edition import Edition
from generator.problems.problem import Problem
from generator.problems.reporters import REPORTERS
from generator.processes import FORKS, run
from generator.rendering.hosts import CachedHost, UnknownShell

if TYPE_CHECKING:
    from generator.building.loading import Loaded


def build_site(asked: argparse.Namespace) -> int:
    """Build the site of an edition. Without a change in what the host reads, the host does not start."""
    edition, day = edition_of(asked), today()
    loaded, made = None, False
    if asked.strict or CachedHost.may_do(edition):
        with BuildAhead(edition, Progress()) as ahead:
            from generator.building.loading import load
            from generator.building.site import build  # noqa: F401  (loaded here, while the other process reads)

            output, host = Output(edition.site, edition.cache), CachedHost.kept(edition)
            loaded = load(edition, day, Progress(), host.site if host is not None else None, ahead=ahead.records)
            if asked.strict and loaded.problems:
                return _refused(loaded.problems, say("not-built-strict", **counts(loaded.problems)))
            if loaded.faults:
                return _refused(loaded.faults, not_built_report(loaded.faults))
            made = host is not None and _built(edition, loaded, host, output, ahead.seen())
    if not made:
        code = run(_mkdocs, ("build", "--quiet", "-f", str(edition.config)), loaded if FORKS else None)
        if code != 0:
            return FAULTS
    print(say("built-in", site=edition.shown(edition.site)))
    return FINE


def _refused(problems: Sequence[Problem], why: str) -> int:
    print(REPORTERS["text"](problems), end="")
    print(why, file=sys.stderr)
    return FAULTS


def _built(edition: Edition, loaded: Loaded, host: CachedHost, output: Output, seen: Seen) -> bool:
    """Whether the site could be built with the shells that the host rendered before."""
    from generator.building.site import build

    if host.name != seen.host:
        return False
    output.looked_at(seen.looked)
    try:
        built = build(edition, loaded, host.site, host, output, seen.prose, Progress("making"), seen.front)
    except UnknownShell:
        return False
    print(built_report(built))
    return True


def serve(asked: argparse.Namespace) -> int:
    """Show the site on this machine until somebody stops it."""
    edition = edition_of(asked)
    try:
        code = run(_mkdocs, ("serve", "--dev-addr", asked.address, "-f", str(edition.config)), None)
    except KeyboardInterrupt:  # how serving ends
        return FINE
    return FINE if code == 0 else FAULTS


def _mkdocs(arguments: Sequence[str], loaded: Loaded | None) -> None:
    """Be MkDocs from here on, as `python -m mkdocs` is: in a process of its own, so that no other depends on it."""
    from generator.commands.hosted import BY_COMMAND, HANDED

    os.environ.update({BY_COMMAND: "1", "NO_MKDOCS_2_WARNING": "1"})
    HANDED.set(loaded)
    sys.argv = ["mkdocs", *arguments]
    run_module("mkdocs", run_name="__main__", alter_sys=True)
