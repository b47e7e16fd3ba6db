"""One way, one direction: a module imports only from what comes before it, as `generator/__init__.py` lists it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import generator
from tests.editions import ROOT

GENERATOR = ROOT / "generator"
FILES = sorted(GENERATOR.rglob("*.py"))
ORDER = re.findall(r"^- `(\w+)`", generator.__doc__ or "", re.MULTILINE)
"""The stages, in the order of the data."""

DOORS = ("cli", "start", "plugin")


def stage_of(file: Path) -> str:
    """`generator/validation/rules/hours.py` is part of `validation`."""
    return file.relative_to(GENERATOR).parts[0].removesuffix(".py")


def name_of(file: Path) -> str:
    return ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


NAMES = {name_of(file): file for file in FILES}


@cache
def imported(file: Path) -> tuple[tuple[int, str], ...]:
    """(line, full name) of every module a file imports, also inside functions and for the type checker."""
    return tuple(_imported(file))


def _imported(file: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}:{node.lineno}: modules are named in full"
            for name in node.names:
                full = f"{node.module}.{name.name}"
                yield node.lineno, full if full in NAMES else str(node.module)


def ours(file: Path) -> list[tuple[int, Path]]:
    """(line, file) of every module of ours that a file imports."""
    return [(line, NAMES[name]) for line, name in imported(file) if name in NAMES]


def test_every_stage_has_its_place_in_the_list() -> None:
    here = {stage_of(file) for file in FILES} - {"__init__"}
    assert sorted(here) == sorted(ORDER), "generator/__init__.py lists each folder and module once"


def test_an_arrow_never_points_back() -> None:
    back = [
        f"{file.relative_to(ROOT)}:{line} imports {other.relative_to(ROOT)}"
        for file in FILES
        for line, other in ours(file)
        if stage_of(file) != stage_of(other)
        and (stage_of(file) == "__init__" or ORDER.index(stage_of(other)) > ORDER.index(stage_of(file)))
    ]
    assert not back, "\n".join(back)


def test_inside_a_folder_no_arrow_points_back_either() -> None:
    """What stands in one folder, files and folders alike, can be read in some order from first to last."""
    folders = {parent for file in FILES for parent in file.parents if parent.is_relative_to(GENERATOR)}
    circles = []
    for folder in sorted(folders):
        inside: dict[str, set[str]] = {}
        for file in FILES:
            if not file.is_relative_to(folder) or file.name == "__init__.py":
                continue
            own = file.relative_to(folder).parts[0]
            others = {other.relative_to(folder).parts[0] for _, other in ours(file) if other.is_relative_to(folder)}
            inside.setdefault(own, set()).update(others - {own, "__init__.py"})
        try:
            list(TopologicalSorter(inside).static_order())
        except CycleError as circle:
            circles.append(f"{folder.relative_to(ROOT)}: {' → '.join(circle.args[1])}")
    assert not circles, "\n".join(circles)


def test_opening_a_folder_loads_nothing_of_it() -> None:
    """Starting Python is a third of a build with one change: nobody pays for what they don't ask."""
    filled = [f for f in FILES if f.name == "__init__.py" and f.parent != GENERATOR and f.read_text("utf-8").strip()]
    assert not filled


def test_only_the_door_for_mkdocs_knows_mkdocs() -> None:
    knowing = {
        stage_of(file)
        for file in FILES
        for _, name in imported(file)
        if name.split(".")[0] in ("mkdocs", "material", "properdocs", "zensical")
    }
    assert knowing == {"plugin"}


def test_nobody_needs_a_door_to_work() -> None:
    inside = [file for file in FILES if stage_of(file) not in DOORS]
    assert not [f"{file}:{line}" for file in inside for line, other in ours(file) if stage_of(other) in DOORS]


def test_views_and_rules_never_open_a_file() -> None:
    """They get records; where those came from is none of their business."""
    opening = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "iterdir", "glob", "rglob"}
    allowed = {"validation/rules/files.py", "validation/rules/privacy.py"}
    found = set()
    for file in FILES:
        inside = file.relative_to(GENERATOR).as_posix()
        if not inside.startswith(("views/", "validation/rules/")):
            continue
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            called = node.func if isinstance(node, ast.Call) else None
            name = (
                called.id if isinstance(called, ast.Name) else called.attr if isinstance(called, ast.Attribute) else ""
            )
            if name in opening:
                found.add(inside)
    assert found <= allowed


def test_each_file_says_what_it_is() -> None:
    silent = [
        file
        for file in FILES
        if file.name != "__init__.py" and not ast.get_docstring(ast.parse(file.read_text("utf-8")))
    ]
    assert not silent
    vague = {"utils", "util", "helpers", "common", "misc"}
    assert not [file for file in FILES if vague & {file.stem, *file.relative_to(GENERATOR).parts}]


BESIDE = ("benchmarks", "browser", "builds", "durability", "front")
"""Folders of tests that are about no one stage: measuring, the site in a browser, whole builds, what lasts, scripts."""


def test_tests_stand_in_the_folders_of_what_they_test() -> None:
    tests = ROOT / "tests"
    folders = {file.parent.relative_to(tests) for file in tests.rglob("test_*.py")} - {Path()}
    apart = [folder for folder in folders if folder.parts[0] not in BESIDE and not (GENERATOR / folder).is_dir()]
    assert sorted(apart) == []
