"""The results of the search benchmark as tables, with the aims beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

AIMS = {"key": 50.0, "bytes": 100_000, "view": 100_000, "three": 0.95}
"""Milliseconds at the 95th percentile, bytes before the first result, bytes of a first view, success at 3."""

_NAMES = {
    "ours": "Mantelkaart",
    "lunr": "lunr (Material)",
    "pagefind": "Pagefind",
    "minisearch": "MiniSearch",
    "minisearch typing": "MiniSearch, prefix + fuzzy",
}


def text(results: Mapping[str, Any]) -> str:
    """All tables."""
    return "\n\n".join([found(results), _speed(results), _bytes(results), _views(results), _closing(results)])


def found(results: Mapping[str, Any]) -> str:
    """How often help is found, and who acts in danger."""
    unseen = [
        f"{name.capitalize()}, which nobody tuned for:\n{_quality(scores)}"
        for name, scores in results.get("unseen", {}).items()
    ]
    title = "How often a right answer is among the first 1, 3 and 5:\n"
    danger = [_danger(results["danger"])] if "danger" in results else []  # earlier results don't know
    return "\n\n".join([title + _quality(results["quality"]), *unseen, *danger])


def _danger(by_half: Mapping[str, Any]) -> str:
    rows = [
        (
            half, str(scored["count"]), f"{scored['found']:.2f}", f"{scored['first']:.2f}", str(scored["lookalikes"]),
            f"{scored['false']:.2f}",
        )
        for half, scored in by_half.items()
    ]  # fmt: skip
    head = ("sentences", "dangers", "a right line", "the right one first", "lookalikes", "a line all the same")
    return "Who acts in danger, above all results:\n" + _table(head, rows)


def _quality(scores: Mapping[str, Any]) -> str:
    rows = [
        (
            _NAMES[engine], half, str(score["count"]), *(f"{score[name]:.2f}" for name in ("first", "three", "five")),
            f"{score['reciprocal']:.2f}", _met(score["three"], AIMS["three"], least=True) if engine == "ours" else "",
        )
        for engine, by_half in scores.items()
        for half, score in by_half.items()
    ]  # fmt: skip
    head = ("engine", "questions", "number", "at 1", "at 3", "at 5", "MRR", f"at 3 ≥ {AIMS['three']}")
    return _table(head, rows)


def _speed(results: Mapping[str, Any]) -> str:
    rows = [
        (
            _NAMES[engine], str(found["keys"]), str(found["lost"]),
            *(f"{found[name]:.0f}" for name in ("p50", "p95", "max")),
            f"{found['first p50']:.0f}", f"{found['first max']:.0f}",
            _met(found["p95"], AIMS["key"]) if engine == "ours" else "",
        )
        for engine, found in results["speed"].items()
    ]  # fmt: skip
    head = ("engine", "keys", "lost", "p50", "p95", "max", "first key p50", "first key max", f"p95 ≤ {AIMS['key']:.0f}")
    title = f"From key to results, in ms, {results['offerings']} offerings, processor slowed {results['slowed']} times:"
    return f"{title}\n{_table(head, rows)}"


def _bytes(results: Mapping[str, Any]) -> str:
    rows = [
        (
            _NAMES[engine], *(_kb(found[name]) for name in ("page", "search", "total", "whole question", "beside")),
            _met(found["total"], AIMS["bytes"]) if engine == "ours" else "",
        )
        for engine, found in results["bytes"].items()
    ]  # fmt: skip
    head = ("engine", "page", "search", "together", "whole question", "copy for later", f"≤ {_kb(AIMS['bytes'])}")
    title = "Before the first result, in kB with gzip and headers, the largest of all visits (peers have a bare page):"
    return f"{title}\n{_table(head, rows)}"


def _views(results: Mapping[str, Any]) -> str:
    views: Mapping[str, int] = results["first views"]
    largest = sorted(views.items(), key=lambda one: -one[1])[:5]
    rows = [(page, _kb(size), _met(size, AIMS["view"])) for page, size in largest]
    over = sum(size > AIMS["view"] for size in views.values())
    title = (
        f"First view of a page, letters included, in kB: the largest of {len(views)}, {over} of which are too large:"
    )
    head = ("page", "kB", f"≤ {_kb(AIMS['view'])}")
    return f"{title}\n{_table(head, rows)}"


def _closing(results: Mapping[str, Any]) -> str:
    machine = results["machine"]
    return (
        f"{machine['processors']} processors (load before: {machine['busy']}, after: {machine['busy after']}),"
        f" Chromium {machine['chromium']}. The network is this machine's own and not slowed down."
        " The first key is pressed as soon as the page has loaded, before what a search needs has come; a key is lost"
        f" when no results follow it, and counts for {results['patience'] / 1000:.0f} s."
    )


def _met(value: float, aim: float, least: bool = False) -> str:
    return "met" if (value >= aim if least else value <= aim) else "missed"


def _kb(size: float) -> str:
    return f"{size / 1000:.1f}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    every = [head, *rows]
    widths = [max(len(row[column]) for row in every) for column in range(len(head))]
    lines = [
        "  ".join(cell.rjust(width) if column else cell.ljust(width) for column, (cell, width) in enumerate(pairs))
        for pairs in (list(zip(row, widths, strict=True)) for row in every)
    ]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join(line.rstrip() for line in lines)
