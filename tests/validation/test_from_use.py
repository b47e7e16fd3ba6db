"""Records as people wrote them, with numbers and addresses as they found them: what becomes of each."""

from __future__ import annotations

from pathlib import Path

from generator.views.help import municipality, organisations
from tests.scratch import Scratch

NBSP, DASH = "\u00a0", "\u2013"

ABROAD = """\
phones:
  - {number: +32 14 00 00 00, label: België}
  - {number: +49 2452 200000, label: Duitsland}
  - {number: +599 700 0000, label: Bonaire}
  - {number: +599 416 0000, label: Saba}
"""

FROM_WORD = f"""\
phones:
  - number: "0575{NBSP}200000"
  - number: "0575{DASH}200000"
  - number: "tel. 0575 200000"
  - number: "0575 200000 toestel 12"
  - number: "0575 200000 / 0575 200001"
  - number: "0575 200000 (optie 2)"
  - number: "14 0999"
  - number: "144"
"""

ISLAND = 'address: {street: Kaya Proef, number: "1", place: Kralendijk, %slat: 12.15, lon: -68.27}\n'

APP = "phones: [{number: 06 10000000, label: WhatsApp van het steunpunt}]\nwhatsapp: 06 10000000\n"


def test_numbers_of_other_countries_are_shown_and_rung_as_such(tmp_path: Path) -> None:
    scratch = Scratch.stein(tmp_path)
    scratch.organisation("de-proef", ABROAD)
    assert scratch.codes() == []
    record = scratch.known().organisations["de-proef"].record
    assert [phone.number for phone in record.phones] == [
        "+32 14 00 00 00", "+49 2452 200000", "+599 700 0000", "+599 416 0000",
    ]  # fmt: skip
    said = str(organisations.organisation(scratch.known(), "de-proef")["facts"])
    assert said.count("(Caribisch Nederland)") == 2
    assert 'href="tel:+3214000000"' in said and 'href="tel:+492452200000"' in said


def test_numbers_from_a_document_are_read_and_only_what_is_wrong_is_said(tmp_path: Path) -> None:
    scratch = Scratch.stein(tmp_path)
    scratch.organisation("de-proef", FROM_WORD)
    assert [(problem.path, problem.code) for problem in scratch.problems()] == [
        ("phones[4].number", "phone-two"),
        ("phones[6].number", "phone-municipal"),
    ]
    wrong = ('  - number: "0575 200000 / 0575 200001"\n', '  - number: "14 0999"\n')
    scratch.organisation("de-proef", FROM_WORD.replace(wrong[0], "").replace(wrong[1], ""))
    assert [phone.number for phone in scratch.known().organisations["de-proef"].record.phones] == [
        *["0575 20 00 00"] * 3, "0575 20 00 00 toestel 12", "0575 20 00 00 (optie 2)", "144",
    ]  # fmt: skip


def test_an_address_on_an_island_says_its_country(tmp_path: Path) -> None:
    scratch = Scratch.stein(tmp_path)
    scratch.organisation("de-proef", ISLAND % "")
    (problem,) = scratch.problems()
    assert (problem.path, problem.code) == ("address.lat", "coordinates-country")
    assert "Caribisch Nederland" in problem.message and "country: BQ" in problem.hint
    scratch.organisation("de-proef", ISLAND % "country: BQ, ")
    assert scratch.codes() == []
    assert organisations.organisation(scratch.known(), "de-proef")["places"][0].lines == [
        "Kaya Proef 1", "Kralendijk", "Caribisch Nederland",
    ]  # fmt: skip


def test_whatsapp_of_an_organisation_asks_why_a_mobile_number_may_be_shown(tmp_path: Path) -> None:
    scratch = Scratch.stein(tmp_path)
    scratch.organisation("de-proef", APP)
    assert [(problem.path, problem.code) for problem in scratch.problems()] == [
        ("phones[0].number", "private-phone"),
        ("whatsapp", "private-phone"),
    ]
    scratch.organisation("de-proef", APP + "private_reason: Het nummer is van het steunpunt zelf.\n")
    assert scratch.codes() == []
    chats = organisations.organisation(scratch.known(), "de-proef")["chats"]
    assert [chat.href for chat in chats] == ["https://wa.me/31610000000"]


def test_an_edition_may_be_of_a_municipality_in_another_country(tmp_path: Path) -> None:
    scratch = Scratch.stein(tmp_path)
    scratch.write("data/municipalities/bonaire.yml", "name: Bonaire\ncountry: BQ\nplaces: [Kralendijk, Rincon]\n")
    scratch.organisation("de-proef", ISLAND % "country: BQ, ", area="[bonaire]")
    assert scratch.codes() == []
    about = municipality.municipality(scratch.known(), "bonaire")["about"]
    assert ("Land", ["Caribisch Nederland"]) in [(fact.label, list(fact.lines)) for fact in about]
    scratch.write("data/municipalities/bonaire.yml", "name: Bonaire\n")
    assert scratch.codes() == [], "it is on the list"
