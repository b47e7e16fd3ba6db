"""Every page has the same envelope: a view says only what is its own."""

from __future__ import annotations

import ast
from pathlib import Path

from generator.engine import ENGINE
from generator.views.pieces.links import Link
from generator.views.pieces.page import page

HOME, HERE = Link("Stein", "stein/"), Link("Van A tot Z", "stein/a-z/")


def test_a_page_tells_machines_itself_then_its_trail_then_the_rest() -> None:
    made = page("Titel", "Uitleg.", "stein", trail=[HOME], here=HERE, node={"@id": "a"}, more=[{"@id": "b"}])
    itself, crumbs, rest = made["json_ld"]
    assert (itself, rest) == ({"@id": "a"}, {"@id": "b"})
    assert [step["name"] for step in crumbs["itemListElement"]] == ["Stein", "Van A tot Z"]
    assert (made["trail"], made["municipality"], made["robots"], made["canonical"]) == ([HOME], "stein", None, None)


def test_what_nobody_looks_for_has_no_data() -> None:
    made = page("Titel", "Uitleg.", None, robots="noindex")
    assert (made["json_ld"], made["robots"]) == ([], "noindex")


def test_no_view_writes_an_envelope_by_hand() -> None:
    def writes(file: Path) -> bool:
        dicts = (node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Dict))
        return any(isinstance(key, ast.Constant) and key.value == "json_ld" for one in dicts for key in one.keys)

    views = ENGINE / "views"
    assert [file.relative_to(views).as_posix() for file in views.rglob("*.py") if writes(file)] == ["pieces/page.py"]
