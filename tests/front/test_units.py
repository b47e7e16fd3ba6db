"""What scripts compute, tested in Node by files beside this one: `.ci/node --test tests/front` runs them by hand."""

from __future__ import annotations

import re

import pytest

from tests.front import node

FILES = sorted(node.HERE.glob("*.test.mjs"))


def test_there_is_something_to_run() -> None:
    assert len(FILES) >= 4


@pytest.mark.parametrize("name", [path.name for path in FILES])
def test_in_node(name: str) -> None:
    """Every test in the file passes, and none is skipped or still to do."""
    ran = node.said("--test", "--test-reporter=tap", node.HERE / name)
    assert ran.returncode == 0, ran.stdout
    counts = {word: int(number) for word, number in re.findall(r"^# (\w+) (\d+)", ran.stdout, re.MULTILINE)}
    assert counts["pass"] == counts["tests"] > 0, ran.stdout
