"""One way, one direction: a module imports only from what comes before it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.editions import ROOT

GENERATOR = ROOT / "generator"

STAGES = {
    "what everything is made of": (
        "texts", "problems", "dates", "moments", "phones", "slugs", "near", "urls", "fields", "model", "recurrence",
        "theme", "national", "edition", "prose", "jsontext", "cache", "progress", "markdown", "geojson", "csvtext",
    ),
    "from files to records": ("yamltext", "records", "shape", "facts", "rules", "earlier"),
    "from records to a catalogue or problems": ("reading", "catalogue", "missing", "validation"),
    "what pages need": (
        "structured", "calendars", "route", "choosing", "rings", "coverage", "sources", "views", "sayings", "search",
    ),
    "which pages there are": ("pages",),
    "from pages to files": ("templates", "scripts", "rendering", "output", "offline", "assets", "addresses", "shells"),
    "the checklist": ("site",),
    "what stands beside it": ("reporters", "schema", "starters", "publishing"),
    "the doors": ("cli", "plugin"),
}  # fmt: skip
"""Every module in the order of the data. A package counts as one module."""

ORDER = [module for stage in STAGES.values() for module in stage]
FILES = sorted(GENERATOR.rglob("*.py"))


def module_of(file: Path) -> str:
    """`generator/rules/hours.py` is part of `rules`."""
    return file.relative_to(GENERATOR).parts[0].removesuffix(".py")


def imported(file: Path) -> Iterator[tuple[int, str]]:
    """(line, full name) of everything a file imports, also inside functions and for the type checker."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}:{node.lineno}: modules are named in full"
            yield from ((node.lineno, f"{node.module}.{name.name}") for name in node.names)


def test_every_module_has_its_place_in_the_order() -> None:
    here = {module_of(file) for file in FILES} - {"__init__"}
    assert here == set(ORDER)
    assert len(ORDER) == len(set(ORDER))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(GENERATOR).as_posix())
def test_an_arrow_never_points_back(file: Path) -> None:
    own = module_of(file)
    for line, name in imported(file):
        if not name.startswith("generator."):
            continue
        other = name.split(".")[1]
        assert own != "__init__", "the package itself imports nothing"
        assert other == own or ORDER.index(other) < ORDER.index(own), f"{file}:{line}: {own} imports {other}"


def test_only_the_door_for_mkdocs_knows_mkdocs() -> None:
    knowing = {
        module_of(file)
        for file in FILES
        for _, name in imported(file)
        if name.split(".")[0] in ("mkdocs", "material", "properdocs", "zensical")
    }
    assert knowing == {"plugin"}


def test_nobody_needs_a_door_to_work() -> None:
    inside = [file for file in FILES if module_of(file) not in ("cli", "plugin")]
    assert not [
        file for file in inside for _, name in imported(file) if name.startswith(("generator.cli", "generator.plugin"))
    ]


def test_views_and_rules_never_open_a_file() -> None:
    """They get records; where those came from is none of their business."""
    opening = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "iterdir", "glob", "rglob"}
    allowed = {"rules/files.py", "rules/privacy.py"}
    found = set()
    for file in FILES:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            called = node.func if isinstance(node, ast.Call) else None
            name = (
                called.id if isinstance(called, ast.Name) else called.attr if isinstance(called, ast.Attribute) else ""
            )
            if module_of(file) in ("views", "rules") and name in opening:
                found.add(file.relative_to(GENERATOR).as_posix())
    assert found <= allowed


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(GENERATOR).as_posix())
def test_no_file_is_too_long_to_read_and_each_says_what_it_is(file: Path) -> None:
    source = file.read_text("utf-8")
    assert len(source.splitlines()) <= 500
    assert ast.get_docstring(ast.parse(source))
    assert file.stem not in ("utils", "util", "helpers", "common", "misc")
