"""The results as ratios, and as a table to read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

AIMS = {"cold": 0.5, "changed": 0.1}
"""Our time as a part of Hugo's, at most."""

MAX_GROWTH = 1.0
"""How much more than ten times the organisations ten times the organisations may cost."""

_NUMBERS = ("seconds", "cpu", "peak", "written")
_MB = 1_000_000


def comparison(sizes: Mapping[str, Any]) -> dict[str, Any]:
    """Ours divided by Hugo's for each task and size, and what growth costs beside linear.

    `shared` has the same for our builds of what Hugo builds as well.
    """

    def ratios(who: str) -> dict[str, Any]:
        return {
            size: {
                task: {name: round(by[who][name] / by["hugo"][name], 3) for name in _NUMBERS}
                for task, by in tasks.items()
                if {"hugo", who} <= by.keys()
            }
            for size, tasks in sizes.items()
        }

    growth = {}
    counts = sorted(sizes, key=int)
    for small, large in pairwise(counts):
        more = int(large) / int(small)
        growth[f"{small} to {large}"] = {
            task: {
                who: round(sizes[large][task][who]["seconds"] / sizes[small][task][who]["seconds"] / more, 3)
                for who in sizes[small][task]
            }
            for task in sizes[small]
        }
    return {
        "aims": {**AIMS, "growth": MAX_GROWTH},
        "ratios": ratios("ours"),
        "shared": ratios("shared"),
        "growth": growth,
    }


def table(results: Mapping[str, Any]) -> str:
    """Everything side by side, with the aims."""
    head = (
        "organisations", "task", "ours s", "Hugo s", "ratio", "aim", "", "ours cpu", "Hugo cpu", "ratio",
        "ours MB", "Hugo MB", "ours wrote MB", "Hugo wrote MB",
    )  # fmt: skip
    rows = [head, *_rows(results)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    lines = ["  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join([*lines, "", *_growth(results)])


def _rows(results: Mapping[str, Any]) -> Iterable[tuple[str, ...]]:
    for size, tasks in results["sizes"].items():
        compared = results["comparison"]
        every = [(task, by, "ours", compared["ratios"][size].get(task)) for task, by in tasks.items()]
        same = [(task, by, "shared", compared["shared"][size][task]) for task, by in tasks.items() if "shared" in by]
        for task, by, who, ratio in (*every, *same):
            ours, hugo = by[who], by.get("hugo")
            aim = AIMS.get(task)
            yield (
                f"{int(size):,}",
                task if who == "ours" else f"{task}, Hugo's pages",
                f"{ours['seconds']:.2f}",
                f"{hugo['seconds']:.2f}" if hugo else "",
                f"{ratio['seconds']:.2f}" if ratio else "",
                f"≤ {aim}" if aim else "",
                ("met" if ratio["seconds"] <= aim else f"{ratio['seconds'] / aim:.1f} ×") if ratio and aim else "",
                f"{ours['cpu']:.2f}",
                f"{hugo['cpu']:.2f}" if hugo else "",
                f"{ratio['cpu']:.2f}" if ratio else "",
                f"{ours['peak'] / _MB:.0f}",
                f"{hugo['peak'] / _MB:.0f}" if hugo else "",
                f"{ours['written'] / _MB:.2f}",
                f"{hugo['written'] / _MB:.2f}" if hugo else "",
            )


def _growth(results: Mapping[str, Any]) -> Iterable[str]:
    for step, tasks in results["comparison"]["growth"].items():
        yield f"Growth from {step} organisations, where 1 is linear (aim: at most {MAX_GROWTH:g}):"
        for task, by in tasks.items():
            hugo = f", Hugo {by['hugo']:.2f}" if "hugo" in by else ""
            yield f"  {task}: ours {by['ours']:.2f}{hugo}"
    machine = results["machine"]
    yield (
        f"Medians of {results['runs']} on {machine['processors']} processors"
        f" (load before: {machine['busy']}), Python {machine['python']}, Hugo {machine['hugo']}."
    )
