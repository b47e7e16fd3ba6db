"""An earlier count that an edition kept: read whole, or refused with every fault named."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.problems.problem import severity_of
from generator.records.earlier import COLUMNS, parse
from tests.scratch import Scratch
from tests.views.coverage.counted import THEN


@pytest.fixture
def scratch(tmp_path: Path) -> Scratch:
    return Scratch.stein(tmp_path)


def test_a_file_without_a_column_that_is_needed_says_which() -> None:
    rows = [line.split(";") for line in THEN.splitlines()]
    said = {}
    for column in COLUMNS:
        without = rows[0].index(column)
        offers, wrong = parse("\n".join(";".join(cell for i, cell in enumerate(row) if i != without) for row in rows))
        said[column] = (list(offers), [(line, finding.code, finding.values) for line, _, finding in wrong])
    assert said == {column: ([], [(1, "coverage-columns", {"missing": column})]) for column in COLUMNS}


def test_a_faulty_file_stops_the_build_and_loses_nothing(scratch: Scratch) -> None:
    """Every fault at once, with its line; the other files and the records are read as ever."""
    scratch.write("data/coverage/stein/2026-01-31.csv", THEN)
    scratch.write("data/coverage/stein/2026-02.csv", THEN.replace("lokaal", "hier"))
    problems = [problem for problem in scratch.problems() if problem.code.startswith("coverage")]
    assert [(scratch.inside(p.file), p.line, p.code, p.path) for p in problems] == [
        ("data/coverage/stein/2026-02.csv", line, "coverage-value", "bereik") for line in (2, 3, 4, 5)
    ]
    assert '"hier" kan niet in de kolom bereik' in problems[0].message
    assert all(severity_of(problem.code) == "fault" for problem in problems)
    validation = scratch.validate()
    assert validation.catalogue is None
    assert [file.date for file in validation.sound.earlier["stein"]] == ["2026-01-31"]


def test_rubbish_is_refused_with_words(scratch: Scratch) -> None:
    scratch.write("data/coverage/stein/2026-02.csv", bytes(range(256)) * 4000)
    scratch.write("data/coverage/stein/2026-03.csv", b'"' + b"x" * 1_000_000)
    found = [(name.rsplit("/", 1)[-1], code) for name, _, _, code in scratch.found() if "coverage" in name]
    assert found == [("2026-02.csv", "coverage-encoding"), ("2026-03.csv", "coverage-quote")]


def test_a_file_that_is_far_too_large_is_not_read(scratch: Scratch) -> None:
    scratch.write("data/coverage/stein/2026-02.csv", b"x" * 10_000_001)
    assert "file-too-large" in scratch.codes()
