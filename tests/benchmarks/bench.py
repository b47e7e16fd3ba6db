"""Our builds beside Hugo's: `python -m tests.benchmarks.bench [--sizes 1000,10000] [--runs 5] [--json FILE]`."""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from generator.edition import Edition
from tests.benchmarks import report
from tests.benchmarks.equivalence import SAMPLES, differences
from tests.benchmarks.generate import EPOCH, MUNICIPALITIES, write_edition
from tests.benchmarks.hugo_site import binary, write_project
from tests.benchmarks.measuring import Cost, measured
from tests.editions import ROOT

RESULTS = Path(__file__).parent / "results.json"
_ENVIRONMENT = {"SOURCE_DATE_EPOCH": EPOCH}

Costs = dict[str, dict[str, list[Cost]]]
"""The runs of each task by who did it: `costs["cold"]["ours"]`. `shared` are ours of what Hugo builds as well."""


class Contest:
    """One edition with its Hugo project beside it, in a folder of its own."""

    def __init__(self, folder: Path, size: int, municipalities: Sequence[str] = MUNICIPALITIES) -> None:
        self._folder = folder
        self.edition = Edition.at(folder / "edition" / "mkdocs.yml")
        self.project = folder / "hugo"
        self.costs: Costs = {}
        write_edition(self.edition.root, size, municipalities=municipalities)
        self._record = min(self.edition.data.glob(EDITED))
        self._edits = 0

    def prepare(self, samples: int = SAMPLES) -> None:
        """Build both once, and see that they are the same site, by `samples` of each kind of page."""
        self._ours("build")
        write_project(self.edition, self.project)
        self._hugo()
        found = list(differences(self.edition.site, self.project / "public", samples))
        if found:
            raise SystemExit("The two sites differ, so there is nothing to compare:\n- " + "\n- ".join(found))

    def run(self, hugo_first: bool) -> None:
        """Every task once, by both; who goes first changes."""
        self._clean()
        self._take_turns("cold", hugo_first)
        self._edit()
        self._take_turns("changed", hugo_first)
        self._clean()
        self._note("validate cold", "ours", self._ours("validate"))
        self._note("validate warm", "ours", self._ours("validate"))
        self._clean()
        self._note("cold", "shared", self._shared())
        self._edit()
        self._note("changed", "shared", self._shared())

    def _take_turns(self, task: str, hugo_first: bool) -> None:
        for who in ("hugo", "ours") if hugo_first else ("ours", "hugo"):
            self._note(task, who, self._hugo() if who == "hugo" else self._ours("build"))

    def _note(self, task: str, who: str, cost: Cost) -> None:
        self.costs.setdefault(task, {}).setdefault(who, []).append(cost)

    def _ours(self, task: str) -> Cost:
        command = Path(sysconfig.get_path("scripts")) / "mantelkaart"
        return measured([str(command), task, "-f", str(self.edition.config)], self.edition.root, _ENVIRONMENT)

    def _shared(self) -> Cost:
        """Our build of the pages that Hugo builds too."""
        command = [sys.executable, "-m", "tests.benchmarks.shared_pages", "build", "-f", str(self.edition.config)]
        return measured(command, self.edition.root, {**_ENVIRONMENT, "PYTHONPATH": str(ROOT)})

    def _hugo(self) -> Cost:
        cache = str(self.project / ".cache")
        return measured([str(binary()), "--quiet", "--cacheDir", cache], self.project, _ENVIRONMENT)

    def _clean(self) -> None:
        """Put aside what both made."""
        hugo = map(self.project.joinpath, ("public", "resources", ".cache"))
        put_aside(self._folder, self.edition.site, self.edition.cache, *hugo)

    def _edit(self) -> None:
        self._edits += 1
        edit(self._record, self._edits)


EDITED = "organisations/*/*.yml"
"""The first of these is what changes in an edition."""


def edit(record: Path, number: int) -> None:
    """Another telephone number in one organisation."""
    text = record.read_text("utf-8")
    changed = re.sub(r"number: 0800 000 \d+", f"number: 0800 000 {8000 + number}", text, count=1)
    assert changed != text
    record.write_text(changed, "utf-8")


def put_aside(folder: Path, *made: Path) -> None:
    """Put away what was built. Deleting it would slow down whoever builds next: some file systems are slow to use the
    place of a file that was deleted minutes ago (ext4 without a journal)."""
    aside = Path(tempfile.mkdtemp(prefix="aside-", dir=folder))
    for place, one in enumerate(made):
        if one.exists():
            one.rename(aside / str(place))


def contest(folder: Path, size: int, runs: int) -> dict[str, Any]:
    """The medians of one size, with every run."""
    pair = Contest(folder / str(size), size)
    say(f"{size}: preparing")
    pair.prepare()
    for number in range(runs):
        say(f"{size}: run {number + 1} of {runs}")
        pair.run(hugo_first=number % 2 == 1)
    return {
        task: {
            who: {**asdict(Cost.middle(costs)), "runs": [asdict(cost) for cost in costs]}
            for who, costs in by_whom.items()
        }
        for task, by_whom in pair.costs.items()
    }


def say(words: str) -> None:
    """Tell who waits how far it is."""
    print(f"{time.strftime('%H:%M:%S')} {words}", file=sys.stderr, flush=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table, write the results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="1000,10000", help="numbers of organisations")
    parser.add_argument("--runs", type=int, default=5, help="how often; medians count")
    parser.add_argument("--json", type=Path, default=RESULTS, help="where the results go")
    asked = parser.parse_args(arguments)
    sizes = [int(size) for size in asked.sizes.split(",")]
    hugo = subprocess.run([binary(), "version"], capture_output=True, text=True, check=True).stdout
    results: dict[str, Any] = {
        "machine": {
            "processors": os.cpu_count(),
            "python": platform.python_version(),
            "hugo": hugo.split("-")[0].removeprefix("hugo v"),
            "busy": round(os.getloadavg()[0], 1),
        },
        "runs": asked.runs,
        "sizes": {},
    }
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        for size in sizes:
            results["sizes"][str(size)] = contest(Path(folder), size, asked.runs)
            # After each size: the next one takes half an hour, and may not come to its end.
            results["comparison"] = report.comparison(results["sizes"])
            asked.json.write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    print(report.table(results))
    return 0


if __name__ == "__main__":
    sys.exit(main())
