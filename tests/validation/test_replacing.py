"""What an edition does to the national layer: acute help is not changed in passing, and everything is said."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.national.layer import FOLDER
from generator.national.shown import ACUTE
from tests.scratch import Scratch


def copied(id: str, *changes: tuple[str, str]) -> str:
    """A national record with something in it changed."""
    text = (FOLDER / "organisations" / f"{id}.yml").read_text("utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    return text


def codes(scratch: Scratch) -> list[str]:
    """What was found, without what is said of every copy: nothing national has to be found as a kind of help."""
    return [code for code in scratch.codes() if code not in ("stale", "no-help")]


@pytest.mark.parametrize("id", ACUTE)
def test_a_copy_changes_nothing_and_is_said(scratch: Scratch, id: str) -> None:
    scratch.write(f"data/organisations/{id}.yml", copied(id))
    assert codes(scratch) == ["national-replaced"]
    (said,) = (found for found in scratch.problems() if found.code == "national-replaced")
    assert said.severity == "notice" and f"national/organisations/{id}.yml" in said.message


NUMBER = '- number: "112"'
OTHER_NUMBERS = ('- number: "113"', "- number: 0800 0113"), ("0800 0113\n    label: Ander", '"113"\n    label: Ander')
NO_NUMBER = ('phones:\n  - number: "112"\n    label: Ambulance, brandweer en politie\n', "")
AREA, OFFER = "area: landelijk", "    name: Advies bij"
WORKDAYS = "{days: [ma, di, wo, do, vr], from: '09:00', to: '17:00'}"
ALWAYS = "    opening_hours:\n      - always: true\n", f"    opening_hours: [{WORKDAYS}]\n"
LINE = "    hours:\n      always: true\n", f"    hours: [{WORKDAYS}]\n"


def written(field: str) -> list[tuple[str, str]]:
    """A field more at what Veilig Thuis or 112 offers."""
    return [("    summary: ", f"    {field}\n    summary: ")]


@pytest.mark.parametrize(
    ("id", "changes", "told"),
    [
        ("noodnummer-112", [(NUMBER, "- number: 0900 8844")], "het nummer verandert hier: 112 wordt 0900 8844"),
        ("veilig-thuis", [("- number: 0800 2000", "- number: 043 123 45 67")], "het nummer"),
        ("113-zelfmoordpreventie", OTHER_NUMBERS, "het nummer"),
        ("noodnummer-112", [NO_NUMBER], "112 wordt niets"),
        ("veilig-thuis", [(AREA, f"{AREA}\nstatus: paused")], "de status verandert hier: active wordt paused"),
        ("huisartsenpost", [(AREA, f"{AREA}\nstatus: ended\nrefers_to: [noodnummer-112]")], "de status"),
        ("veilig-thuis", [(AREA, "area: [stein]")], "landelijk wordt stein"),
        ("veilig-thuis", [("  - id: advies-en-meldpunt", "  - id: iets-anders")], "het aanbod"),
        ("veilig-thuis", [(OFFER, f"    status: ended\n{OFFER}")], "de status"),
        ("veilig-thuis", [(OFFER, f"    phones: [{{number: 043 123 45 67}}]\n{OFFER}")], "het nummer"),
        ("veilig-thuis", [(OFFER, f"    visible: {{until: 2027-01-01}}\n{OFFER}")], "altijd wordt 2027-01-01"),
        ("veilig-thuis", written("phones: geen"), "het nummer verandert hier: 0800 2000 wordt niets"),
        ("veilig-thuis", written("phones: []"), "het nummer"),
        ("veilig-thuis", [ALWAYS], "wanneer iemand opneemt verandert hier: altijd wordt andere tijden"),
        (
            "veilig-thuis",
            [("    opening_hours:\n      - always: true\n", ""), ("    hours:\n      always: true\n", "")],
            "altijd wordt niets",
        ),
        ("veilig-thuis", [LINE], "wanneer iemand opneemt"),
        (
            "veilig-thuis",
            [("      always: true\n", "      always: true\n      closed: [2026-12-25]\n")],
            "altijd wordt",
        ),
        ("noodnummer-112", written(f"opening_hours: [{WORKDAYS}]"), "niets wordt andere tijden"),
        ("noodnummer-112", [(AREA, f"{AREA}\nopening_hours: [{WORKDAYS}]")], "niets wordt andere tijden"),
        ("veilig-thuis", [("website: https://veiligthuis.nl/\n", "")], "het webadres"),
        ("veilig-thuis", written("website: geen"), "het webadres"),
        (
            "veilig-thuis",
            [("      - telefoon\n", "      - locatie\n")],
            "waar het is verandert hier: telefoon wordt locatie",
        ),
        (
            "veilig-thuis",
            [("Bel 0800 2000 en", "Bel 0900 126 26 26, of 0800 2000, en")],
            "het nummer in de eerste stap",
        ),
        ("veilig-thuis", [("      - informatie-en-advies\n", "      - klusjes\n")], "de soort hulp"),
        ("veilig-thuis", [("      - niet-meer-thuis\n", "")], "de situatie"),
        ("veilig-thuis", [("      - inwoners\n", "")], "voor wie het is"),
        ("veilig-thuis", written("ages: {from: 18}"), "voor welke leeftijd het is verandert hier: iedereen wordt 18"),
        ("veilig-thuis", written("eligibility: Voor leden."), "de voorwaarde"),
        ("veilig-thuis", written("availability: {state: full}"), "of er plek is verandert hier: niets wordt full"),
        ("veilig-thuis", written("wait: 6 weken"), "de wachttijd"),
        ("veilig-thuis", written("waiting_time: Soms duurt het lang."), "de uitleg bij de wachttijd"),
        ("veilig-thuis", written("area: [stein]"), "landelijk wordt stein"),
        ("veilig-thuis", [("kind: gratis", "kind: betaald")], "wat het kost verandert hier: gratis wordt betaald"),
        ("veilig-thuis", [("referral: nee", "referral: ja")], "niets wordt een verwijzing of een indicatie"),
        ("veilig-thuis", written("status: paused\n    paused_until: 2027-01"), "de status"),
    ],
)
def test_a_change_of_acute_help_is_a_fault_without_a_reason(
    scratch: Scratch, id: str, changes: Sequence[tuple[str, str]], told: str
) -> None:
    scratch.write(f"data/organisations/{id}.yml", copied(id, *changes))
    faults = [found for found in scratch.problems() if found.severity == "fault"]
    assert {found.code for found in faults} == {"acute-changed"}
    assert any(told in found.message for found in faults), faults
    reasoned = copied(id, *changes) + "replaces_reason: De regio heeft dit zo afgesproken.\n"
    scratch.write(f"data/organisations/{id}.yml", reasoned)
    (said,) = (found for found in scratch.problems() if found.code in ("acute-changed", "national-replaced"))
    assert said.code == "national-replaced" and "De regio heeft dit zo afgesproken." in said.message


@pytest.mark.parametrize(
    ("id", "changes"),
    [
        ("noodnummer-112", written("opening_hours: [{always: ja}]")),
        ("noodnummer-112", written("languages: [nl, en]")),
        ("noodnummer-112", written("wait: geen")),
        ("noodnummer-112", written("availability: {state: open}")),
        ("noodnummer-112", [("      - inwoners\n", "")]),
        ("huisartsenpost", [("    first_step: Bel overdag", "    first_step: Of bel 088 000 0001. Bel overdag")]),
        ("veilig-thuis", [("Bel 0800 2000 en", "Bel gerust met 0800 2000, of met 043 123 45 67, en")]),
        ("veilig-thuis", [("      - inwoners\n", "      - inwoners\n      - ouders\n")]),
        ("veilig-thuis", [("      - telefoon\n", "      - telefoon\n      - locatie\n")]),
        ("veilig-thuis", written("whatsapp: 06 10000000\n    chat: https://veiligthuis.nl/chat")),
    ],
)
def test_what_helps_as_much_needs_no_reason(scratch: Scratch, id: str, changes: Sequence[tuple[str, str]]) -> None:
    scratch.write(f"data/organisations/{id}.yml", copied(id, *changes))
    assert "acute-changed" not in codes(scratch)


def test_what_an_offer_takes_from_its_organisation_is_said_once(scratch: Scratch) -> None:
    scratch.write("data/organisations/noodnummer-112.yml", copied("noodnummer-112", (NUMBER, "- number: 0900 8844")))
    assert codes(scratch).count("acute-changed") == 1


def test_words_of_despair_still_lead_to_somebody(scratch: Scratch) -> None:
    terms = (FOLDER / "vocabularies" / "acute.yml").read_text("utf-8")
    scratch.write(
        "data/vocabularies/acute.yml", terms.replace("    - alarmnummer\n", "    - alarmnummer\n    - nood\n")
    )
    assert codes(scratch) == ["terms-replaced"]
    scratch.write("data/vocabularies/acute.yml", terms.replace("    - alarmnummer\n", "    - nood\n"))
    (said,) = (found for found in scratch.problems() if found.code == "acute-words-gone")
    assert said.severity == "fault" and '"alarmnummer"' in said.message


@pytest.mark.parametrize("id", ACUTE)
def test_its_address_is_of_nobody_else(scratch: Scratch, id: str) -> None:
    scratch.organisation("eigen-lijn", f"formerly: [{id}]\n")
    assert "address-taken" in codes(scratch)


def test_more_may_be_added(scratch: Scratch) -> None:
    more = ("phones:\n", "phones:\n"), ("checked:\n", "  - number: 043 123 45 67\n    label: Regio\nchecked:\n")
    scratch.write("data/organisations/veilig-thuis.yml", copied("veilig-thuis", *more))
    scratch.write(
        "data/organisations/huisartsenpost.yml",
        copied("huisartsenpost", ("checked:\n", "phones:\n  - number: 043 123 45 67\nchecked:\n")),
    )
    assert set(codes(scratch)) == {"national-replaced"}


def test_what_is_not_acute_is_said_as_well(scratch: Scratch) -> None:
    scratch.organisation("per-saldo", "status: paused\n")
    scratch.write("content/tools/kijkglas.md", "---\nname: Kijk\nsummary: Kijk.\nscope: landelijk\n---\nKijk.\n")
    assert sorted(set(codes(scratch))) == ["national-replaced"] and len(codes(scratch)) == 2


def test_what_an_edition_adds_stands_behind_what_is_national(scratch: Scratch) -> None:
    scratch.write(
        "data/amend/organisations/veilig-thuis.yml",
        """\
        phones:
          - number: 043-1234567
            label: Kantoor in de regio
        note: In de regio kunt u ook langskomen.
        checked:
          date: 2026-03
          source: Website
        """,
    )
    catalogue = scratch.known()
    record = catalogue.organisations["veilig-thuis"].record
    assert [line.number for line in record.phones] == ["0800 2000", "043 123 45 67"]
    assert record.description == "In de regio kunt u ook langskomen."
    offering = catalogue.offers["veilig-thuis/advies-en-meldpunt"].offering
    assert [line.number for line in offering.phones] == ["0800 2000", "043 123 45 67"]
    assert offering.local_note == "In de regio kunt u ook langskomen."
    assert offering.description and "een oudere" in offering.description


def test_another_addition_is_another_record_to_who_made_a_page_of_it(scratch: Scratch) -> None:
    def seen(note: str) -> str:
        scratch.write(
            "data/amend/organisations/per-saldo.yml", f"note: {note}\nchecked: {{date: 2026-03, source: Website}}\n"
        )
        return scratch.known().organisations["per-saldo"].digest

    assert seen("Het een.") != seen("Het ander.")


@pytest.fixture
def scratch(tmp_path: Path) -> Scratch:
    return Scratch.stein(tmp_path)
