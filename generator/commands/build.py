"""`mantelkaart build` and `serve`: a site made, with MkDocs only where it is needed."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from runpy import run_module

from generator.building.loading import load
from generator.building.site import build
from generator.commands.asked import FAULTS, FINE, edition_of, today
from generator.commands.progress import Progress
from generator.commands.said import built_report, counts, not_built_report, say
from generator.edition import Edition
from generator.problems.reporters import REPORTERS
from generator.processes import run
from generator.rendering.hosts import CachedHost, UnknownShell
from generator.rendering.prose_files import prose_files


def build_site(asked: argparse.Namespace) -> int:
    """Build the site of an edition. Without a change in what the host reads, the host does not start."""
    edition = edition_of(asked)
    if asked.strict:
        problems = load(edition, today(), Progress()).problems
        if problems:
            print(REPORTERS["text"](problems), end="")
            print(say("not-built-strict", **counts(problems)), file=sys.stderr)
            return FAULTS
    host = CachedHost.of(edition)
    if host is not None:
        loaded = load(edition, today(), Progress(), host.site)
        if loaded.faults:
            print(REPORTERS["text"](loaded.faults), end="")
            print(not_built_report(loaded.faults), file=sys.stderr)
            return FAULTS
        try:
            built = build(edition, loaded, host.site, host, edition.site, prose_files(edition), Progress("making"))
        except UnknownShell:
            return _mkdocs(edition, "build")
        print(built_report(built))
        print(say("built-in", site=edition.shown(edition.site)))
        return FINE
    return _mkdocs(edition, "build")


def serve(asked: argparse.Namespace) -> int:
    """Show the site on this machine until somebody stops it."""
    try:
        return _mkdocs(edition_of(asked), "serve", "--dev-addr", asked.address)
    except KeyboardInterrupt:  # how serving ends
        return FINE


def _mkdocs(edition: Edition, *command: str) -> int:
    """Start MkDocs as a process, so that this one never depends on it."""
    quiet = ("--quiet",) if command[0] == "build" else ()
    code = run(_as_mkdocs, (*command, *quiet, "-f", str(edition.config)))
    if code == 0 and command[0] == "build":
        print(say("built-in", site=edition.shown(edition.site)))
    return FINE if code == 0 else FAULTS


def _as_mkdocs(arguments: Sequence[str]) -> None:
    """Be MkDocs from here on, as `python -m mkdocs` is."""
    os.environ.update(MANTELKAART_CLI="1", NO_MKDOCS_2_WARNING="1")
    sys.argv = ["mkdocs", *arguments]
    run_module("mkdocs", run_name="__main__", alter_sys=True)
