"""Every kind of mistake has an example that says itself what should be found in it, and where.

A file in `invalid/<kind>/` is put into the edition in `valid/`. What must be found stands on the line of the
mistake as `# ! code`, with `column=7` where it matters; a line that can't carry a comment is named instead:
`# ! code line=3 column=1`. Nothing else may be found. `# as PATH` gives the file another name than its own.

Mistakes that one file can't show are small editions in `editions/`, each with an `expected.txt`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.problems.problem import Problem
from generator.records.files import FOLDERS
from generator.texts.spoken import text
from tests.scratch import VALID, Scratch

HERE = Path(__file__).parent
EXAMPLES = sorted(path for path in (HERE / "invalid").rglob("*") if path.is_file())
EDITIONS = sorted(path for path in (HERE / "editions").iterdir() if path.is_dir())

_FOLDER_OF = {kind: folder for folder, kind in FOLDERS.items()} | {"backpack": "content/kennisrugzak/stein"}
_EXPECTED = re.compile(r"! ([a-z0-9-]+)(?: line=([0-9]+))?(?: column=([0-9]+))?")

Expected = tuple[str, int, int | None]
"""Code, line, and column where the example names one."""

ELSEWHERE = {
    "file-too-large": "tests/records/test_files.py::test_a_file_that_is_far_too_large_is_not_read",
    "file-outside": "tests/records/test_files.py::test_a_link_to_outside_the_edition_is_refused",
    "file-unreadable": "tests/records/test_files.py::test_a_file_that_is_gone_is_reported_and_the_others_are_read",
    "page-missing": "tests/pages/test_lasting.py::test_a_page_that_every_site_needs_is_missed",
    "invalid-value": "tests/validation/test_shape.py::test_a_value_that_no_file_can_hold_is_a_finding_too",
}
"""Codes that no example can show, with the test that does."""


def expected_in(content: bytes) -> list[Expected]:
    """What an example says should be found in it."""
    wanted = []
    text = content.decode("utf-16" if content.startswith(b"\xff\xfe") else "utf-8", errors="replace")
    for number, line in enumerate(text.splitlines(), 1):
        for code, at, column in _EXPECTED.findall(line.partition("# !")[1] and line[line.index("# !") :]):
            wanted.append((code, int(at or number), int(column) if column else None))
    return wanted


def place_of(example: Path, content: bytes) -> str:
    """Where an example belongs in an edition."""
    named = re.search(rb"^# as (\S+)$", content, re.MULTILINE)
    return named[1].decode() if named else f"{_FOLDER_OF[example.parent.name]}/{example.name}"


def agrees(problem: Problem, expected: Expected) -> bool:
    code, line, column = expected
    return (problem.code, problem.line) == (code, line) and column in (None, problem.column)


def well_worded(problem: Problem) -> bool:
    """A message and a hint in Dutch, filled in, without Python or pydantic showing through."""
    words = f"{problem.message}\n{problem.hint}"
    assert problem.message and problem.hint, problem
    assert problem.hint.endswith((".", "?")), words
    assert not re.search(r"\{[a-z_]+\}|\bNone\b|\bInput\b|should|\['|Decimal\(", words), words
    return True


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_mistake_is_found_where_it_is(example: Path, tmp_path: Path) -> None:
    content = example.read_bytes()
    expected = expected_in(content)
    scratch = Scratch.copy(VALID, tmp_path)
    place = place_of(example, content)
    scratch.write(place, content)

    problems = scratch.problems()

    assert expected, "this example does not say what is wrong with it"
    assert example.stem.startswith(expected[0][0]) or any(example.stem.startswith(code) for code, *_ in expected)
    assert {scratch.inside(problem.file) for problem in problems} == {place}
    found = [(problem.code, problem.line, problem.column) for problem in problems]
    missing = list(expected)
    for problem in problems:
        match = next((wanted for wanted in missing if agrees(problem, wanted)), None)
        assert match, f"found {found}, expected {expected}"
        missing.remove(match)
    assert not missing, f"found {found}, expected {expected}"
    assert all(map(well_worded, problems))


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda path: path.name)
def test_the_mistake_of_an_edition_is_found_where_it_is(edition: Path, tmp_path: Path) -> None:
    scratch = Scratch.copy(edition, tmp_path)
    problems = scratch.problems()
    found = [f"{scratch.inside(p.file)}:{p.line}:{p.column} {p.code}" for p in problems]
    assert found == (edition / "expected.txt").read_text("utf-8").splitlines()
    assert all(map(well_worded, problems))


def exercised() -> Iterator[str]:
    for example in EXAMPLES:
        yield from (code for code, *_ in expected_in(example.read_bytes()))
    for edition in EDITIONS:
        yield from (line.split()[-1] for line in (edition / "expected.txt").read_text("utf-8").splitlines())
    yield from ELSEWHERE


def test_at_least_sixty_kinds_of_mistakes_have_an_example() -> None:
    assert len(set(exercised()) - ELSEWHERE.keys()) >= 60
    assert len(EXAMPLES) + len(EDITIONS) >= 120


def test_no_code_is_without_an_example() -> None:
    assert set(text("problems")) - set(exercised()) == set()
    assert set(exercised()) - set(text("problems")) == set()


def test_every_reason_why_yaml_cannot_be_read_has_an_example() -> None:
    shown = {path.stem.removeprefix("yaml-syntax-") for path in EXAMPLES if path.stem.startswith("yaml-syntax-")}
    assert set(text("problems", "yaml-syntax", "reasons")) - {"other"} <= shown


@pytest.mark.parametrize(("code", "test"), ELSEWHERE.items())
def test_what_no_example_can_show_is_shown_by_a_test(code: str, test: str) -> None:
    file, _, name = test.partition("::")
    source = (HERE.parent.parent / file).read_text("utf-8")
    assert f'"{code}"' in source[source.index(f"def {name}(") :]
