"""Where the time of our builds goes, by stage: `python -m tests.benchmarks.profile [--size 1000] [--functions 25]`.

Each build runs in one process of its own (more would hide their work), with a clock around the functions of every
stage; what a stage calls of another stage counts for that other one. It tells processor time: waiting for a disk
or for other work on the machine is not in it.
"""

from __future__ import annotations

import argparse
import cProfile
import importlib
import json
import os
import pstats
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import Any

from generator import processes
from tests.benchmarks.generate import EPOCH, write_edition

_STAGES: dict[str, tuple[str, ...]] = {
    "find": ("generator.validation.keeping:find",),
    "read": (
        "generator.validation.keeping:names_of",
        "generator.validation.keeping:read_new",
        "generator.validation.keeping:readings_of",
        "generator.validation.keeping:Store",
        "generator.validation.reading:engine_digest",
    ),
    "parse": ("generator.validation.content:parse",),
    "shape and rules": (
        "generator.validation.content:shape",
        "generator.validation.content:record_findings",
        "generator.validation.content:facts_of",
    ),
    "keep what was read": ("generator.cache.store:Store.save",),
    "validate between records": ("generator.building.loading:validate",),
    "catalogue": ("generator.catalogue.making:composed", "generator.catalogue.entries:Entry._record"),
    "plan": (
        "generator.building.loading:plan",
        "generator.building.loading:address_problems",
    ),
    "shells": ("generator.rendering.shells:Shells._html", "generator.rendering.theme_host:ThemeHost.shell"),
    "cached host": (
        "generator.rendering.hosts:host_digest",
        "generator.building.naming:host_digest",
        "generator.building.naming:own_files",
        "generator.building.ahead:prose_files",
        "generator.commands.hosted:prose_files",
    ),
    "assets": ("generator.building.site:assets",),
    "what stands": ("generator.building.output:Output.stands", "generator.building.ahead:look"),
    "views": (
        "generator.views.help.organisations:organisation",
        "generator.views.help.offers:offering",
        "generator.views.help.lists:listing",
    ),
    "views of the rest": (
        "generator.views.help.lists:a_to_z",
        "generator.views.help.municipality:municipality",
        "generator.views.knowledge.backpacks:backpacks",
        "generator.views.help.municipality:home",
        "generator.views.knowledge.tools:tools",
        "generator.views.knowledge.tools:tool",
        "generator.views.knowledge.examples:examples",
        "generator.views.knowledge.examples:example",
    ),
    "views of the route": (
        "generator.views.route.steps:route_who",
        "generator.views.route.steps:route_what",
        "generator.views.route.steps:route_when",
    ),
    "views for professionals": (
        "generator.views.coverage.tables:coverage",
        "generator.views.rings.ring_map:ring_map",
        "generator.views.agenda.month:agenda",
    ),
    "files of the search": (
        "generator.search.index:found",
        "generator.search.index:index",
        "generator.search.index:more",
        "generator.search.index:part",
    ),
    "files of the coverage": (
        "generator.exports.coverage:offers_sheet",
        "generator.exports.coverage:totals_sheet",
        "generator.views.coverage.picture:picture",
    ),
    "calendars": (
        "generator.exports.agenda:feed",
        "generator.exports.agenda:professional_feed",
        "generator.exports.agenda:activity_calendar",
        "generator.exports.agenda:network_feed",
    ),
    "offline copies": ("generator.building.site:OfflineCopies.of",),
    "cards": ("generator.rendering.renderer:Renderer._card",),
    "JSON-LD": ("generator.rendering.renderer:schema_org.script",),
    "render": ("generator.rendering.renderer:Renderer.html",),
    "write": ("generator.building.output:Output.write",),
    "manifest": (
        "generator.building.output:Output.__init__",
        "generator.building.output:Output.ask_again",
        "generator.building.output:Output.finish",
        "generator.commands.hosted:RecordingHost.save",
    ),
    "build (the rest)": (
        "generator.building.site:build",
        "generator.commands.hosted:build",
    ),
}


class Clock:
    """Gives every moment to the innermost stage that is running."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}
        self.calls: dict[str, int] = {}
        self._running = ["host and the rest"]
        self._since = 0.0

    def start(self) -> None:
        """Forget what came before."""
        self.spent.clear()
        self.calls.clear()
        self._since = time.process_time()

    def enter(self, stage: str) -> None:
        self._settle()
        self._running.append(stage)
        self.calls[stage] = self.calls.get(stage, 0) + 1

    def leave(self) -> None:
        self._settle()
        self._running.pop()

    def _settle(self) -> None:
        now = time.process_time()
        stage = self._running[-1]
        self.spent[stage] = self.spent.get(stage, 0.0) + now - self._since
        self._since = now

    def around(self, function: Callable[..., Any], stage: str) -> Callable[..., Any]:
        """The function, with the clock set."""

        @wraps(function, updated=())
        def timed(*values: Any, **named: Any) -> Any:
            self.enter(stage)
            try:
                return function(*values, **named)
            finally:
                self.leave()

        return timed


def _holder(target: str) -> tuple[Any, str] | None:
    """The module or class that holds what a target names, and its name there; None when it isn't there."""
    module, _, path = target.partition(":")
    *owners, name = path.split(".")
    try:
        owner: Any = importlib.import_module(module)
        for step in owners:
            owner = getattr(owner, step)
    except (ImportError, AttributeError):
        return None
    return (owner, name) if name in vars(owner) else None


def gone() -> list[str]:
    """The names that are no longer there: what they took would count for another stage."""
    return [target for targets in _STAGES.values() for target in targets if _holder(target) is None]


def _watch(clock: Clock) -> None:
    """Put the clock around every function of every stage."""
    for stage, targets in _STAGES.items():
        for owner, name in filter(None, map(_holder, targets)):
            found = vars(owner)[name]
            if hasattr(found, "func"):  # a cached property
                found.func = clock.around(found.func, stage)
            else:
                setattr(owner, name, clock.around(found, stage))


def _inside(task: str, config: str, functions: int) -> None:
    """Build in this process, with one worker, and print what each stage took as JSON."""
    started = time.process_time()
    os.cpu_count = lambda: 1
    processes.FORKS = False
    clock = Clock()
    imports = time.process_time()
    if task == "cold":
        from mkdocs import __main__ as host

        importlib.import_module("generator.plugin")
    else:
        from generator import cli
    absent = gone()
    if not functions:
        _watch(clock)
    imported = time.process_time() - imports
    clock.start()
    profile = cProfile.Profile()
    if functions:
        profile.enable()
    if task == "cold":
        host.cli(["build", "--quiet", "-f", config], standalone_mode=False)
    else:
        cli.main(["validate" if task.startswith("validate") else "build", "-f", config])
    profile.disable()
    clock.enter("end")
    if functions:
        pstats.Stats(profile, stream=sys.stderr).sort_stats("tottime").print_stats(functions)
    spent = {"start Python": started, "imports": imported, **clock.spent}
    print("\n" + json.dumps({"spent": spent, "calls": clock.calls, "gone": absent}))


def _outside(task: str, config: Path, functions: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.benchmarks.profile", "--inside", task, "--config", str(config)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1"}
    run = subprocess.run(
        [*command, "--functions", str(functions)], env=environment, capture_output=True, text=True, check=True
    )
    if functions:
        print(f"== {task}\n" + run.stderr[run.stderr.find("Ordered by") :])
    found: dict[str, Any] = json.loads(run.stdout.splitlines()[-1])
    return found


TASKS = ("cold", "changed", "nothing changed", "validate cold", "validate warm")


def profiles(size: int, functions: int, tasks: Sequence[str] = TASKS) -> dict[str, dict[str, Any]]:
    """The stages of these tasks, one after the other, on an edition of this size."""
    with tempfile.TemporaryDirectory(prefix="profile-") as name:
        folder = Path(name) / "edition"
        write_edition(folder, size)
        config, made = folder / "mkdocs.yml", {}
        for task in tasks:
            if task == "changed":
                record = min(folder.glob("data/organisations/*/*.yml"))
                text = record.read_text("utf-8")
                record.write_text(re.sub(r"0800 000 \d+", "0800 000 8000", text, count=1), "utf-8")
            if task == "validate cold":
                shutil.rmtree(folder / ".cache", ignore_errors=True)
            made[task] = _outside(task, config, functions)
    return made


def _table(made: dict[str, dict[str, Any]]) -> str:
    names = dict.fromkeys(stage for task in made.values() for stage in task["spent"])
    order = ["start Python", "imports", "host and the rest", *_STAGES]
    stages = [stage for stage in order if stage in names]
    lines = ["stage".ljust(26) + "".join(f"{task:>24}" for task in made)]
    for stage in stages:
        cells = (
            f"{task['spent'].get(stage, 0.0):12.3f} s" + f"{task['calls'].get(stage, 0):>8} ×" for task in made.values()
        )
        lines.append(stage.ljust(26) + "".join(cells))
    sums = (f"{sum(task['spent'].values()):12.3f} s".ljust(24) for task in made.values())
    lines.append("together".ljust(26) + "".join(sums))
    gone = sorted({name for task in made.values() for name in task["gone"]})
    return "\n".join([*lines, *(f"no longer there: {name}" for name in gone)])


def main(arguments: Sequence[str] | None = None) -> int:
    """Profile, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=1000, help="number of organisations")
    parser.add_argument("--functions", type=int, default=0, help="print so many functions by their own time instead")
    parser.add_argument("--inside", help=argparse.SUPPRESS)
    parser.add_argument("--config", help=argparse.SUPPRESS)
    asked = parser.parse_args(arguments)
    if asked.inside:
        _inside(asked.inside, asked.config, asked.functions)
        return 0
    made = profiles(asked.size, asked.functions)
    if not asked.functions:
        print(_table(made))
    return 0


if __name__ == "__main__":
    sys.exit(main())
