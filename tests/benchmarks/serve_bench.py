"""From saving a record to seeing it in the page that is served, beside an engine of before:
`python -m tests.benchmarks.serve_bench [--before CHECKOUT] [--size 1000] [--runs 5] [--json FILE]`.

The engine of before is a checkout with its own `.venv`. Both serve a copy of the same editions at the same time, and
take turns in being saved to.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from typing import Any

from tests.benchmarks.generate import write_edition
from tests.editions import LINDEDAL, ROOT, copied
from tests.serving import Served, serving

RESULTS = Path(__file__).parent / "serve_results.json"
AIM = 0.3
"""Our time as a part of that of before, at most."""

_REST = 2.0
"""Seconds between two saves: who serves has come to rest by then."""


class Saving:
    """One record of an edition that is served, saved again and again."""

    def __init__(self, edition: Path, served: Served) -> None:
        self._record = min((edition / "data" / "organisations").rglob("*.yml"))
        self._served = served
        self._count = 0

    def seconds(self) -> float:
        """Save the record with a word it never had. The time until its page has that word."""
        self._count += 1
        word = f"nieuwwoord{self._count}"
        text = self._record.read_text("utf-8")
        changed = re.sub(r"^summary: .*$", f"summary: Dit is een {word} in een record.", text, count=1, flags=re.M)
        start = time.perf_counter()
        self._record.write_text(changed, "utf-8")
        self._served.until(f"organisaties/{self._record.stem}/", word)
        return time.perf_counter() - start


def contest(folder: Path, engines: Mapping[str, Path], size: int | None, runs: int) -> dict[str, Any]:
    """The medians of one edition by engine, with every run; without a size it is Lindedal."""
    with ExitStack() as stack:
        saving: dict[str, Saving] = {}
        for who, engine in engines.items():
            edition = folder / f"{size or 'lindedal'}-{who}"
            if size is None:
                copied(LINDEDAL, edition)
            else:
                write_edition(edition, size)
            served = stack.enter_context(serving(edition, [str(engine / ".venv" / "bin" / "mantelkaart")]))
            saving[who] = Saving(edition, served)
        times: dict[str, list[float]] = {who: [] for who in engines}
        for number in range(runs + 1):
            for who in list(engines) if number % 2 else reversed(engines):
                time.sleep(_REST)
                seconds = saving[who].seconds()
                if number:  # the first time is for getting warm
                    times[who].append(round(seconds, 3))
    return {who: {"seconds": round(median(taken), 3), "runs": taken} for who, taken in times.items()}


def table(results: Mapping[str, Any]) -> str:
    """The medians side by side."""
    lines = [f"From saving a record to seeing it (aim: at most {AIM} × before), medians of {results['runs']}:"]
    for name, by in results["editions"].items():
        said = ", ".join(f"{who} {found['seconds']:.2f} s" for who, found in by.items())
        ratio = f": {by['ours']['seconds'] / by['before']['seconds']:.2f} ×" if "before" in by else ""
        lines.append(f"  {name}: {said}{ratio}")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table, write the results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--before", type=Path, help="a checkout with its own .venv, to compare with")
    parser.add_argument("--size", type=int, default=1000, help="the organisations of the larger edition")
    parser.add_argument("--runs", type=int, default=5, help="how often; medians count")
    parser.add_argument("--json", type=Path, help=f"where the results go, such as {RESULTS.name}")
    asked = parser.parse_args(arguments)
    engines = {"ours": ROOT} | ({"before": asked.before.resolve()} if asked.before else {})
    results: dict[str, Any] = {
        "machine": {
            "processors": os.cpu_count(),
            "python": platform.python_version(),
            "busy": round(os.getloadavg()[0], 1),
        },
        "runs": asked.runs,
        "editions": {},
    }
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        for name, size in (("Lindedal", None), (f"{asked.size} organisations", asked.size)):
            results["editions"][name] = contest(Path(folder), engines, size, asked.runs)
    if asked.json:
        asked.json.write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    print(table(results))
    return 0


if __name__ == "__main__":
    sys.exit(main())
