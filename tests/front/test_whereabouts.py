"""Wherever somebody lives in the country, what they type leads to their municipality: in Python, and in the browser's
own look-up."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.catalogue.catalogue import Catalogue
from generator.national import naming, whereabouts
from generator.national.layer import municipalities, rows
from generator.values.slugs import plain
from generator.views.help.municipality import home
from generator.views.help.whereabouts import choosing
from tests.front import node
from tests.scratch import Scratch

CODES = {known.code: id for id, known in municipalities().items() if known.code}

PLACES = [(row["name"], CODES[row["code"]]) for row in rows("places.csv")]
POSTCODES = [(row["postcode"], CODES[row["code"]]) for row in rows("postcodes.csv")]
OTHERS = [
    *((row["name"], CODES[row["code"]]) for file in ("neighbourhoods.csv", "other_names.csv") for row in rows(file)),
    *((name, id) for id, known in municipalities().items() for name in (known.name, *known.others)),
]


@pytest.fixture(scope="module")
def country(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """An edition of all municipalities."""
    scratch = Scratch(tmp_path_factory.mktemp("land"))
    for id, known in municipalities().items():
        scratch.write(f"data/municipalities/{id}.yml", f'name: "{known.name}"\n')
    return scratch.known()


@pytest.fixture
def lost(country: Catalogue, tmp_path: Path) -> Callable[[list[tuple[str, str]]], Any]:
    """What the script doesn't lead where it should, of what is typed on the page of the whole country."""
    choices = [
        {"id": choice["url"].rstrip("/"), "name": choice["name"], "places": choice["places"].split(", ")}
        for choice in home(country)["choices"]
    ]

    def ask(asked: list[tuple[str, str]]) -> Any:
        file = tmp_path / "asked.json"
        file.write_text(json.dumps({"choices": choices, "more": choosing(country), "asked": asked}), "utf-8")
        ran = node.said(node.HERE / "asked-whereabouts.mjs", file)
        assert ran.returncode == 0, ran.stderr
        return json.loads(ran.stdout)

    return ask


def test_there_are_as_many_as_the_sources_have() -> None:
    assert len(PLACES) == 2501
    assert len({postcode for postcode, _ in POSTCODES}) == 4073
    assert len(rows("neighbourhoods.csv")) == 477


def test_every_place_and_postcode_leads_to_its_municipality_in_the_browser(
    lost: Callable[[list[tuple[str, str]]], Any],
) -> None:
    assert lost(PLACES) == []
    assert lost(POSTCODES) == []
    assert lost(OTHERS) == []


def test_so_they_do_however_they_are_written(lost: Callable[[list[tuple[str, str]]], Any]) -> None:
    """Without accents and capitals, with another apostrophe or none, and a postcode with its letters."""
    assert lost([(plain(name).replace("'", "’"), id) for name, id in PLACES]) == []
    assert lost([(name.upper().replace("-", " "), id) for name, id in PLACES]) == []
    assert lost([(f"{postcode} AB", id) for postcode, id in POSTCODES]) == []
    assert lost([(f"{postcode}ab", id) for postcode, id in POSTCODES]) == []


def test_every_place_and_postcode_leads_to_its_municipality_in_python() -> None:
    """Where the name of a village is that of another municipality too, that one is meant."""
    country = municipalities()
    names = {naming.spelled(name) for known in country.values() for name in (known.name, *known.others)}
    former = {naming.spelled(merger.name) for merger in naming.mergers().values()}
    lost = []
    for name, id in PLACES:
        found = naming.meant(name)
        if found is None or (id not in found.ids and naming.spelled(name) not in names | former):
            lost.append(name)
    for postcode, id in POSTCODES:
        for written in (postcode, f"{postcode} AB", f"{postcode}ab"):
            found = naming.meant(written)
            if found is None or id not in found.ids:
                lost.append(written)
    assert lost == []
    assert set(whereabouts.postcodes()) <= set(country)
