"""`mantelkaart build` and `serve`: a site made, with MkDocs only where it is needed.

Most of the time of a build with one change goes by before it begins: Python loads all that makes pages. So another
process reads the records meanwhile, and that is why modules are imported here where they are used.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from runpy import run_module
from typing import TYPE_CHECKING

from generator.building.ahead import BuildAhead
from generator.building.output import Output
from generator.commands.asked import FAULTS, FINE, edition_of, today
from generator.commands.handing import BY_COMMAND, HANDED, Handed
from generator.commands.progress import Progress
from generator.commands.said import built_report, counts, not_built_report, say
from generator.commands.trouble import Stopped, alone, reason
from generator.edition import Edition
from generator.problems.problem import Problem
from generator.problems.reporters import REPORTERS
from generator.processes import FORKS, run
from generator.rendering.hosts import CachedHost, UnknownShell, prose_digest

if TYPE_CHECKING:
    from generator.building.loading import Loaded


def build_site(asked: argparse.Namespace) -> int:
    """Build the site of an edition. Without a change in what the host reads, the host does not start."""
    edition, day = edition_of(asked), today()
    with alone(edition.lock, "build"):
        code = _build(edition, day, strict=asked.strict)
    if code == FINE:
        print(say("built-in", site=edition.shown(edition.site)))
    return code


def _build(edition: Edition, day: date, *, strict: bool) -> int:
    without_host = strict or CachedHost.may_do(edition)
    with BuildAhead(edition, Progress(), besides=without_host) as ahead:
        loaded, code = _without_host(edition, day, ahead, strict=strict) if without_host else (None, None)
        if code is None and (wrong := _wrong_settings(edition)):
            code = _refused(wrong, not_built_report(wrong))
        if code is None:
            handed = Handed(loaded, None if loaded else ahead) if FORKS else Handed()
            code = FAULTS if run(_mkdocs, ("build", "--quiet", "-f", str(edition.config)), handed) else FINE
    return code


def _without_host(edition: Edition, day: date, ahead: BuildAhead, *, strict: bool) -> tuple[Loaded | None, int | None]:
    """The edition as it was read, and how the command ends: None when the host has to work after all."""
    from generator.building.loading import load
    from generator.building.site import build
    from generator.rendering.templates import Failing
    from generator.validation.reading import Changed

    output, host = Output(edition.site, edition.cache), CachedHost.kept(edition)
    site = host.site if host is not None else None
    loaded = load(edition, day, Progress(), site, faults_only=not strict, ahead=ahead.records)
    if strict and (serious := [found for found in loaded.problems if found.severity != "notice"]):
        return None, _refused(serious, say("not-built-strict", **counts(serious)))
    if loaded.faults:
        return None, _refused(loaded.faults, not_built_report(loaded.faults))
    seen = ahead.seen()
    if host is None or host.name != seen.named.host or host.prose != prose_digest(seen.prose):
        return loaded, None
    output.looked_at(seen.looked)
    try:
        built = build(edition, loaded, host.site, host, output, seen.prose, seen.named, Progress("making"))
    except UnknownShell:
        return loaded, None
    except (Failing, Changed) as error:
        raise Stopped(reason(error, edition)) from None
    print(built_report(built))
    return loaded, FINE


def _wrong_settings(edition: Edition) -> list[Problem]:
    """What the host would refuse, in English."""
    from generator.building.settings import settings_problems

    return [found for found in settings_problems(edition) if found.severity == "fault"]


def _refused(problems: Sequence[Problem], why: str) -> int:
    print(REPORTERS["text"](problems), end="")
    print(why, file=sys.stderr)
    return FAULTS


def serve(asked: argparse.Namespace) -> int:
    """Show the site on this machine until somebody stops it."""
    edition = edition_of(asked)
    if wrong := _wrong_settings(edition):
        return _refused(wrong, not_built_report(wrong))
    try:
        code = run(_mkdocs, ("serve", "--dev-addr", asked.address, "-f", str(edition.config)), Handed())
    except KeyboardInterrupt:  # how serving ends
        return FINE
    return FINE if code == 0 else FAULTS


def _mkdocs(arguments: Sequence[str], handed: Handed) -> None:
    """Be MkDocs from here on, as `python -m mkdocs` is: in a process of its own, so that no other depends on it."""
    os.environ.update({BY_COMMAND: "1", "NO_MKDOCS_2_WARNING": "1"})
    HANDED.set(handed)
    sys.argv = ["mkdocs", *arguments]
    try:
        run_module("mkdocs", run_name="__main__", alter_sys=True)
    except BrokenPipeError:
        raise
    except Exception as error:
        if why := reason(error, Edition.at(Path(arguments[-1]))):
            sys.exit(f"mantelkaart: {why}")
        raise
