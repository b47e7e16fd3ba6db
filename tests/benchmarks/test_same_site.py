"""Hugo's templates say what ours say: two sites that are not the same can't be compared."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.bench import Contest

EVERY = 10_000
"""More pages than a small edition has of any kind."""


@pytest.mark.site
def test_hugo_builds_the_same_site(tmp_path: Path) -> None:
    """Every page of a small edition; what Hugo's lack stands in the message, and belongs in `hugo/layouts`."""
    Contest(tmp_path, 12, ("beek", "stein")).prepare(samples=EVERY)
