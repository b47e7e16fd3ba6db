"""Our builds beside those of another checkout, with its own `.venv`: what a change of the engine costs or gains.

`python -m tests.benchmarks.before_bench CHECKOUT [--sizes 1000,10000] [--runs 5] [--json FILE]`
"""

from __future__ import annotations

import argparse
import json
import sysconfig
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from generator.edition import Edition
from tests.benchmarks.bench import EDITED, Costs, edit, put_aside, say
from tests.benchmarks.generate import EPOCH, write_edition
from tests.benchmarks.measuring import Cost, measured

TASKS = ("cold", "changed", "nothing changed")


class Pair:
    """The same edition twice, one for each engine."""

    def __init__(self, folder: Path, size: int, engines: Mapping[str, Path]) -> None:
        self._engines = engines
        self._editions = {who: Edition.at(folder / who / "mkdocs.yml") for who in engines}
        self.costs: Costs = {}
        for edition in self._editions.values():
            write_edition(edition.root, size)

    def run(self, number: int) -> None:
        """Every task once, by both in turn; who goes first changes. Before the first the disk gets used to them."""
        order = list(self._engines)[:: -1 if number % 2 else 1]
        for edition in self._editions.values():
            put_aside(edition.root.parent, edition.site, edition.cache)
        for task in TASKS:
            for who in order:
                if task == "changed":
                    edit(min(self._editions[who].data.glob(EDITED)), number)
                self.costs.setdefault(task, {}).setdefault(who, []).append(self._build(who))

    def _build(self, who: str) -> Cost:
        edition = self._editions[who]
        command = [str(self._engines[who]), "build", "-f", str(edition.config)]
        return measured(command, edition.root, {"SOURCE_DATE_EPOCH": EPOCH})


def compared(size: int, runs: int, engines: Mapping[str, Path]) -> dict[str, Any]:
    """The medians of each task by both engines, with every run, and now divided by before."""
    with tempfile.TemporaryDirectory(prefix="before-") as folder:
        pair = Pair(Path(folder), size, engines)
        for number in range(runs):
            say(f"{size}: run {number + 1} of {runs}")
            pair.run(number)
    found: dict[str, Any] = {}
    for task, by in pair.costs.items():
        middle = {who: asdict(Cost.middle(costs)) for who, costs in by.items()}
        ratio = {name: round(middle["now"][name] / middle["before"][name], 3) for name in ("seconds", "cpu", "peak")}
        runs_of = {who: [asdict(cost) for cost in costs] for who, costs in by.items()}
        found[task] = {"ratio": ratio, **middle, "runs": runs_of}
    return found


def table(results: Mapping[str, Any]) -> str:
    """A line for each task: medians, their ratio, and the seconds of every run."""
    lines = ["| organisations | task | before | now | ratio | cpu | peak | before, every run | now, every run |"]
    lines.append("|" + " --- |" * 9)
    for size, tasks in results.items():
        for task, by in tasks.items():
            runs = [" ".join(f"{run['seconds']:.2f}" for run in by["runs"][who]) for who in ("before", "now")]
            cells = (
                size, task, f"{by['before']['seconds']:.2f}", f"{by['now']['seconds']:.2f}",
                by["ratio"]["seconds"], by["ratio"]["cpu"], by["ratio"]["peak"], *runs,
            )  # fmt: skip
            lines.append("| " + " | ".join(map(str, cells)) + " |")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table, write the results where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkout", type=Path, help="the other checkout, set up with `make site`")
    parser.add_argument("--sizes", default="1000,10000", help="numbers of organisations")
    parser.add_argument("--runs", type=int, default=5, help="how often; medians count")
    parser.add_argument("--json", type=Path, help="where the results go")
    asked = parser.parse_args(arguments)
    engines = {
        "before": asked.checkout.resolve() / ".venv" / "bin" / "mantelkaart",
        "now": Path(sysconfig.get_path("scripts")) / "mantelkaart",
    }
    results = {size: compared(int(size), asked.runs, engines) for size in asked.sizes.split(",")}
    if asked.json:
        asked.json.write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    print(table(results))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
