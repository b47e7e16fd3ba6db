"""Our build of the pages that Hugo builds too, and of nothing else.

`python -m tests.benchmarks.shared_pages build -f …`: the command is the one people give; only the plan is shorter.
What is left out is what `equivalence` leaves out.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from generator import cli, plugin, site
from generator.edition import Edition
from generator.output import file_of
from generator.pages import Plan
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


def _build(edition: Edition, loaded: site.Loaded, *rest: Any, **more: Any) -> Any:
    assert loaded.plan is not None
    return site.build(edition, replace(loaded, plan=_shorter(loaded.plan)), *rest, **more)


def _host(edition: Edition, *command: str) -> int:
    """Start the host as the command line does, with the shorter plan there too."""
    called = [sys.executable, "-m", "tests.benchmarks.shared_pages", "--host", str(edition.config)]
    return subprocess.run(called, check=False).returncode


def main(arguments: Sequence[str]) -> int:
    """Build; the exit code of the command itself."""
    site.OfflineCopies = _NoCopies  # type: ignore[attr-defined,assignment]
    if arguments[0] == "--host":
        from mkdocs import __main__ as host

        plugin.build = _build  # type: ignore[attr-defined]
        host.cli(["build", "--quiet", "-f", arguments[1]], standalone_mode=False)
        return 0
    cli.build = _build  # type: ignore[attr-defined]
    cli._mkdocs = _host
    return cli.main(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
