"""No file of ours is longer than somebody reads in one sitting: styles, scripts, templates and tests included.

Data has no such limit (records, word lists, what was measured, locks, schemas made from the model), nor has prose.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.editions import ROOT

MOST = 500
"""Lines."""

CODE = frozenset({".py", ".mjs", ".js", ".css", ".html", ".sh", ".toml", ".yml", ".yaml", ""})
"""The suffixes of what is written to work. A file without one is a command or a Makefile."""

DATA = ("generator/national/", "tests/search/", "tests/records/", "tests/site/")
"""Where YAML is what people wrote for others to read, not how something works."""


def written() -> Iterator[Path]:
    """Every file of ours that is code, wherever it stands."""
    yield from (path for path in ROOT.iterdir() if path.is_file() and not path.name.startswith("."))
    for folder in (".ci", ".github", ".vscode", "generator", "overrides", "tests"):
        yield from (path for path in (ROOT / folder).rglob("*") if path.is_file())


def measured() -> dict[str, int]:
    """By path how many lines each has."""
    found = {}
    for path in written():
        name = path.relative_to(ROOT).as_posix()
        data = path.suffix in (".yml", ".yaml") and name.startswith(DATA)
        if path.suffix in CODE and "__pycache__" not in name and not data:
            found[name] = len(path.read_text("utf-8").splitlines())
    return found


def test_no_file_is_longer_than_five_hundred_lines() -> None:
    lengths = measured()
    for kind in (".py", ".mjs", ".js", ".css", ".html", ".yml"):
        assert any(name.endswith(kind) for name in lengths), f"no {kind} was measured"
    assert {name: lines for name, lines in lengths.items() if lines > MOST} == {}
