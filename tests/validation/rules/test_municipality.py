"""The name in the file of a municipality: which of the two is wrong, and what to write instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scratch import Scratch


@pytest.mark.parametrize(
    ("id", "name", "code", "hint"),
    [
        ("zutphen", "Zutfen", "municipality-misspelled", 'schrijf als naam "Zutphen".'),
        ("zutphen", "zutphen", "municipality-written", 'schrijf als naam "Zutphen".'),
        ("lochem", "Eefde", "municipality-misspelled", 'schrijf als naam "Lochem".'),
        ("zutpen", "Zutphen", "municipality-name", "noem het bestand zutphen.yml."),
        ("zutphen", "Lochem", "municipality-name", "noem het bestand lochem.yml."),
        ("zutphen", "Den Haag", "municipality-name", "noem het bestand den-haag.yml."),
        ("zutpen", "Zutfen", "municipality-unknown", 'bedoelde u "zutphen"?'),
    ],
)
def test_the_tip_names_what_is_wrong(tmp_path: Path, id: str, name: str, code: str, hint: str) -> None:
    scratch = Scratch.stein(tmp_path)
    scratch.write(f"data/municipalities/{id}.yml", f"name: {name}\n")
    (problem,) = scratch.problems()
    assert problem.code == code and problem.hint.startswith(hint), problem.hint
