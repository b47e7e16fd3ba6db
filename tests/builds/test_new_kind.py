"""A kind of record that nobody thought of: a row, a model and a fragment, and nothing else is told of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft7Validator
from pydantic import Field

from generator.building.offline import NAME
from generator.cache.digests import fingerprint
from generator.editing import schema
from generator.model.kinds import KINDS, Kind
from generator.model.part import Part
from generator.model.parts import Checked, Formerly
from generator.values.fields import HelpId, Line, Name, OrganisationId, Phone, Summary, Text
from tests.commands.typed import typed
from tests.editions import TODAY, build_here, epoch, record, replaced
from tests.scratch import Scratch
from tests.webpage import Webpage


class Loan(Part):
    """Something that can be borrowed: made up for this test."""

    name: Name = Field(description="Wat er te leen is.")
    summary: Summary = Field(description="Waar het goed voor is, in één zin.")
    organisation: OrganisationId = Field(description="Organisatie (id) die het uitleent.")
    condition: Line = Field(description="In welke staat het is.")
    phone: Phone | None = Field(None, description="Telefoonnummer van de uitleen.")
    help: tuple[HelpId, ...] = Field((), description="Soorten hulp.")
    checked: Checked | None = Field(None, description="Wanneer en waarmee gecontroleerd.")
    formerly: Formerly = ()
    body: Text | None = Field(None, json_schema_extra={"x-body": True})


ROW = Kind("loan", "leenspullen", Loan, "content/uitleen", ".md", address=lambda id: f"uitleen/{id}/")

FRAGMENT = """\
<article>
<p class="by">{{ label }}</p>
<h1>{{ record.name }}</h1>
<p>{{ record.condition }}</p>
{{ body }}
</article>
"""

WHEELCHAIR = """\
---
name: Rolstoel
summary: Om samen een dag op stap te gaan.
organisation: steunpunt-stein
condition: Zo goed als nieuw
help: [vervoer]
formerly: [duwstoel]
---
Breng hem **schoon** terug.
"""


@pytest.fixture(autouse=True)
def kind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(KINDS, ROW.id, ROW)


@pytest.fixture
def lending(edition: Path) -> Path:
    """A small edition that lends a wheelchair, and tells of it in a kennisrugzak."""
    record(edition, "content/uitleen/rolstoel.md", WHEELCHAIR)
    record(edition, "overrides/fragments/loan.html", FRAGMENT)
    replaced(edition / "content/kennisrugzak/stein/buren.md", "tafel-van-de-streek]", "tafel-van-de-streek, rolstoel]")
    return edition


def listed(site: Path) -> Iterator[tuple[str, str]]:
    """(address, name of its content) of what the offline copy of Stein holds."""
    for part in json.loads((site / "stein/offline.json").read_bytes())["parts"]:
        yield from ((folder + name, content) for folder, names in part.items() for name, content in names.items())


def test_its_faults_stand_on_their_line_and_column(tmp_path: Path) -> None:
    """What has no right shape, what a rule forbids, and what it names that is not there."""
    scratch = Scratch.stein(tmp_path)
    scratch.write(
        "content/uitleen/bed.md",
        """\
        ---
        name: Bed
        sumary: Slaapt goed.
        organisation: bestaat-niet
        condition: <b>Goed</b>
        phone: "06 1"
        help: [vervoer, vervoeren]
        checked: {date: 2031, source: Website}
        ---
        """,
    )
    assert scratch.found() == [
        ("content/uitleen/bed.md", 2, 1, "missing-field"),
        ("content/uitleen/bed.md", 3, 1, "unknown-field"),
        ("content/uitleen/bed.md", 4, 15, "unknown-reference"),
        ("content/uitleen/bed.md", 5, 12, "html-in-text"),
        ("content/uitleen/bed.md", 6, 8, "phone-format"),
        ("content/uitleen/bed.md", 7, 17, "unknown-reference"),
        ("content/uitleen/bed.md", 8, 17, "check-in-future"),
    ]


def test_a_name_that_it_cannot_have_is_a_fault_and_two_of_one_name_are_too(tmp_path: Path) -> None:
    scratch = Scratch.stein(tmp_path)
    scratch.organisation("steunpunt-stein")
    scratch.write("content/uitleen/Een Bed.md", WHEELCHAIR)
    scratch.write("content/uitleen/a/rolstoel.md", WHEELCHAIR)
    scratch.write("content/uitleen/b/rolstoel.md", WHEELCHAIR)
    scratch.write("content/uitleen/lamp.yml", "name: Lamp\n")
    assert scratch.found() == [
        ("content/uitleen/Een Bed.md", 1, 1, "file-name"),
        ("content/uitleen/b/rolstoel.md", 2, 1, "duplicate-id"),
        ("content/uitleen/lamp.yml", 1, 1, "file-extension"),
    ]


def test_one_that_cannot_be_read_may_still_answer_its_addresses(tmp_path: Path) -> None:
    scratch = Scratch.stein(tmp_path)
    scratch.organisation("steunpunt-stein")
    scratch.write("data/addresses.txt", "/uitleen/duwstoel/\n/uitleen/rolstoel/\n/uitleen/weg/\n")
    scratch.write("content/uitleen/rolstoel.md", WHEELCHAIR.replace("condition: Zo goed als nieuw", "condition: []"))
    assert scratch.codes() == ["text-expected", "address-gone"]


def test_an_editor_knows_its_fields(tmp_path: Path) -> None:
    made = json.loads(schema.schemas()["loan.json"])
    good = {"name": "Bed", "summary": "Goed.", "organisation": "x", "condition": "Heel", "help": ["vervoer"]}
    known = Draft7Validator(made)
    assert list(known.iter_errors(good)) == []
    assert [error.validator for error in known.iter_errors({**good, "naam": "Bed"})] == ["additionalProperties"]
    assert "vervoer" in made["properties"]["help"]["items"]["anyOf"][0]["enum"]
    assert made["properties"]["condition"]["description"] == "In welke staat het is."
    schema.write(tmp_path)
    assert (tmp_path / "loan.json").is_file()


def test_one_can_be_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what must be filled in, and all that may be, each with what it is for."""
    scratch = Scratch.stein(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(TODAY))
    assert typed("new", "loan", "Bed: 'hoog & laag'") == 0
    content = (tmp_path / "content/uitleen/bed-hoog-laag.md").read_text("utf-8")
    assert content.startswith("---\n# yaml-language-server: $schema=../../data/schemas/loan.json\nname: 'Bed: ''hoog")
    assert "\n# phone:  # Telefoonnummer van de uitleen.\n" in content
    assert {code for *_, code in scratch.found()} == {"starter-text", "unknown-reference"}, "who lends it, nobody knows"
    scratch.organisation("onbekend")
    validation = scratch.validate()
    assert validation.sound.of("loan")["bed-hoog-laag"].record.name == "Bed: 'hoog & laag'"
    assert typed("new", "loan", "x" * 121) == 2


def test_it_has_a_page_that_can_be_found_and_kept_and_its_old_address_leads_there(lending: Path) -> None:
    """A whole build: page, redirect, search, offline copy, sitemap, and the way from a kennisrugzak."""
    site = build_here(lending)

    page = Webpage(site, "uitleen/rolstoel/index.html")
    assert (page.all("h1")[0].text, page.all("p", **{"class": "by"})[0].text) == ("Rolstoel", "Leenspullen")
    assert "Zo goed als nieuw" in page.text and page.all("strong")[0].text == "schoon"

    old = Webpage(site, "uitleen/duwstoel/index.html")
    link = old.all("meta", http_equiv="refresh")[0].attributes["content"].partition("url=")[2]
    assert old.target(link) == ("uitleen/rolstoel/index.html", "")

    name = fingerprint((site / "uitleen/rolstoel/index.html").read_bytes())[:NAME]
    assert ("uitleen/rolstoel/", name) in set(listed(site))

    assert "Rolstoel" in json.loads((site / "stein/zoeken.json").read_bytes())["pages"]
    results = [one for part in site.glob("stein/zoeken/*.json") for one in json.loads(part.read_bytes())]
    assert {"key": "uitleen/rolstoel/", "by": "Leenspullen", "summary": "Om samen een dag op stap te gaan."} in results

    backpack = Webpage(site, "stein/kennisrugzak/buren/index.html")
    assert "uitleen/rolstoel/index.html" in {(backpack.target(link) or ("",))[0] for link in backpack.links()}
    assert "<loc>https://samen.example/kaart/uitleen/rolstoel/</loc>" in (site / "sitemap.xml").read_text("utf-8")
    assert not (site / "uitleen/rolstoel.md").exists(), "the host leaves it alone"


def test_a_change_in_one_is_seen_on_its_page(lending: Path) -> None:
    build_here(lending)
    replaced(lending / "content/uitleen/rolstoel.md", "Zo goed als nieuw", "Een band is lek")
    site = build_here(lending)
    assert "Een band is lek" in Webpage(site, "uitleen/rolstoel/index.html").text
