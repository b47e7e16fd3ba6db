"""Our build of the pages that Hugo builds too, and of nothing else.

`python -m tests.benchmarks.shared_pages build -f …`: the command is the one people give; only the plan is shorter.
What is left out is what `equivalence` leaves out.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from generator import cli
from generator.building import loading, site
from generator.building.output import file_of
from generator.commands import hosted
from generator.edition import Edition
from generator.pages.planning import Plan
from tests.benchmarks.equivalence import OURS_ALONE


class _NoCopies:
    """In the place of the lists of what a browser keeps."""

    def __init__(self, *_: object) -> None:
        """Nothing is listed."""

    def of(self, _: str) -> dict[str, Any]:
        return {}


def _shorter(plan: Plan) -> Plan:
    pages = {url: page for url, page in plan.pages.items() if not OURS_ALONE.fullmatch(file_of(url))}
    files = tuple(file for file in plan.files if not OURS_ALONE.fullmatch(file.path))
    return replace(plan, pages=pages, files=files)


_whole = site.build


def _build(edition: Edition, loaded: loading.Loaded, *rest: Any, **more: Any) -> Any:
    assert loaded.plan is not None
    return _whole(edition, replace(loaded, plan=_shorter(loaded.plan)), *rest, **more)


def main(arguments: Sequence[str]) -> int:
    """Build; the exit code of the command itself. The host starts from this process and plans as shortly."""
    site.OfflineCopies = _NoCopies  # type: ignore[attr-defined,assignment]
    site.build = hosted.build = _build  # type: ignore[attr-defined]
    return cli.main(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
