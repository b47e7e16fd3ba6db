"""What a view asks is noted, whichever way it asks; and no view can get at anything unasked."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.catalogue.asking import Asked, Behind, Shared, lookups, note, noted
from generator.catalogue.catalogue import Catalogue
from generator.pages.planning import plan
from generator.texts.spoken import wording
from tests.editions import ROOT, TODAY
from tests.scratch import Scratch

AFTER = ("views", "search", "exports", "rendering")
"""The stages whose functions run while somebody takes notes."""


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    scratch = Scratch.stein(tmp_path)
    scratch.organisation("de-brug", "offerings: [{id: kring, name: Kring, summary: Een kring., first_step: Bel.}]\n")
    found = scratch.validate().catalogue
    assert found is not None
    return found


def test_a_look_at_a_thing_is_noted_whether_it_is_there_or_not() -> None:
    things = Asked("ding", {"een": 1})
    _, asked = noted(lambda: (things.get("een"), things.get("twee"), "drie" in things, len(things)))
    assert asked == {("ding", "een"), ("ding", "twee"), ("ding?", "drie"), ("ding",)}
    assert [things.answer("een"), things.answer("twee"), things.answer()] == ["=1", "", "een"]
    assert [things.is_there("een"), things.is_there("twee")] == ["=", ""]


def test_notes_are_of_the_view_that_runs_and_end_with_it() -> None:
    things = Asked("ding", {"een": 1})

    def outer() -> frozenset[tuple[str, ...]]:
        note(("buiten",))
        return noted(lambda: things["een"])[1]

    inner, asked = noted(outer)
    assert (inner, asked) == ({("ding", "een")}, {("buiten",)})
    with pytest.raises(KeyError):
        noted(lambda: things["twee"])
    assert things["een"] == 1, "nobody takes notes any more"


def test_who_gets_what_was_made_before_has_asked_all_that_was_asked_for_it() -> None:
    things, shared = Asked("ding", {"een": 1}), Shared()
    _, first = noted(lambda: shared.of(("som",), lambda: things["een"] + 1))
    value, second = noted(lambda: shared.of(("som",), lambda: 99))
    assert value == 2
    name = ("som", *wording())
    assert first == second == {name}
    assert shared.behind[name] == Behind(frozenset({("ding", "een")}), None)


def test_a_lookup_notes_itself_and_not_what_it_asks_inside(catalogue: Catalogue) -> None:
    offers, asked = noted(lambda: catalogue.offers_in("stein"))
    assert asked == {("catalogue.offers_in", "stein")}
    before = lookups(catalogue)["catalogue.offers_in"]("stein")
    assert all(offer.key in before for offer in offers)


def test_the_page_of_an_offer_depends_on_its_record_and_not_on_the_day_itself(catalogue: Catalogue) -> None:
    page = plan(catalogue, {}).pages["organisaties/de-brug/kring/"]
    _, asked = noted(lambda: page.view(catalogue, *page.words))
    assert ("organisation", "de-brug") in asked
    assert not {"catalogue._today", "catalogue._month"} & {name for name, *_ in asked}
    _, asked = noted(lambda: catalogue.today)
    assert asked == {("catalogue._today",)}
    assert lookups(catalogue)["catalogue._today"]() == str(TODAY)


def functions(stage: str) -> Iterator[tuple[str, ast.FunctionDef]]:
    for file in sorted((ROOT / "generator" / stage).rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                yield f"{file.relative_to(ROOT)}:{node.lineno} {node.name}", node


def decorators(function: ast.FunctionDef) -> set[str]:
    called = (node.func if isinstance(node, ast.Call) else node for node in function.decorator_list)
    return {node.id for node in called if isinstance(node, ast.Name)}


def test_nothing_that_knows_the_catalogue_is_remembered_without_its_questions() -> None:
    """A plain cache gives the second page a value without the questions behind it: `shared` gives both."""
    knowing = {"Catalogue", "Entry", "OrganisationEntry", "Coverage", "Found"}
    wrong = []
    for stage in AFTER:
        for where, function in functions(stage):
            cached = decorators(function) & {"cache", "lru_cache", "remembered"}
            words = {name.id for arg in function.args.args for name in ast.walk(arg) if isinstance(name, ast.Name)}
            if cached and words & knowing:
                wrong.append(where)
            own = "cached_property" in decorators(function)
            reads = {node.attr for node in ast.walk(function) if isinstance(node, ast.Attribute)}
            if own and reads & {"catalogue", "_catalogue"}:
                wrong.append(where)
    assert not wrong, "\n".join(wrong)


def test_a_view_reaches_nothing_behind_the_lookups() -> None:
    """`unasked`, and the day as it is, are for who plans or judges, and for lookups themselves."""
    wrong = []
    for stage in AFTER:
        for where, function in functions(stage):
            if "question" in decorators(function):
                continue
            for node in ast.walk(function):
                if isinstance(node, ast.Attribute) and (
                    node.attr == "unasked"
                    or (node.attr == "day" and isinstance(node.value, ast.Name) and node.value.id == "catalogue")
                ):
                    wrong.append(f"{where}: {ast.unparse(node)}")
    assert not wrong, "\n".join(wrong)
