"""Templates are compiled once: what was kept is used again, and whatever is wrong with it only costs time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import nodes
from markupsafe import Markup, escape

from generator.engine import front
from generator.rendering import templates
from generator.views.pieces.links import Link

Kept = Callable[[], dict[str, bytes]]


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kept:
    """A folder of this test for what is compiled, and what is in it."""
    folder = tmp_path / "kept"
    monkeypatch.setattr(templates, "_FOLDER", folder)
    return lambda: {path.name: path.read_bytes() for path in folder.glob("*")}


def rendered(*folders: Path) -> str:
    made = templates.environment(*folders).get_template("fragments/redirect.html")
    return made.render(root="../", target=Link("Verder", "daar/"), title="Hier", description="Verhuisd.")


def test_what_was_compiled_is_used_again(kept: Kept) -> None:
    first = rendered(front())
    (name,) = kept()
    before = kept()
    assert name.endswith(".jinja")
    assert rendered(front()) == first
    assert kept() == before


def test_what_was_kept_and_is_broken_counts_as_nothing(kept: Kept, tmp_path: Path) -> None:
    first = rendered(front())
    (name,) = kept()
    for rubbish in (b"", b"rommel", kept()[name][:200]):
        (tmp_path / "kept" / name).write_bytes(rubbish)
        assert rendered(front()) == first


def test_an_edition_s_own_template_is_never_kept(kept: Kept, tmp_path: Path) -> None:
    own = tmp_path / "overrides"
    (own / "fragments").mkdir(parents=True)
    (own / "fragments" / "redirect.html").write_text("<p>{{ title }}</p>", "utf-8")
    assert rendered(own, front()) == "<p>Hier</p>"
    assert kept() == {}


def test_where_nothing_may_be_written_nothing_is_kept(kept: Kept, tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("geen map", "utf-8")
    assert "Hier" in rendered(front())


@given(st.text() | st.text("<>&'\"") | st.text().map(Markup) | st.integers() | st.none() | st.floats())
def test_a_value_is_written_as_markupsafe_would(value: object) -> None:
    assert str(templates.escaped(value)) == str(escape(value))


def test_templates_write_what_they_join_as_safely(tmp_path: Path) -> None:
    source = "{% macro m(x) %}<b>{{ x }}</b>{% endmacro %}{% set s %}{{ x }}{% endset %}{{ m(x) }}{{ s }}{{ x ~ '<' }}"
    (tmp_path / "page.html").write_text(source + "{{ x|upper }}{{ n }}{{ y }}", "utf-8")
    x = "<a href='&\"'>"
    made = templates.environment(tmp_path).get_template("page.html").render(x=x, n=3, y=Markup("<i>"))
    safe = str(escape(x))
    assert made == f"<b>{safe}</b>{safe}{safe}&lt;{escape(x.upper())}3<i>"


def test_templates_read_names_and_not_positions() -> None:
    parsing = templates.environment(front())
    found = [
        f"{file.relative_to(front()).as_posix()}:{read.lineno}"
        for file in sorted(front().rglob("*.html"))
        for read in parsing.parse(file.read_text("utf-8")).find_all(nodes.Getitem)
        if isinstance(read.arg, nodes.Const) and isinstance(read.arg.value, int)
    ]
    assert found == []
