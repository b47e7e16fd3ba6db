"""The few facts of a record that everything else goes by."""

from __future__ import annotations

import json
from textwrap import dedent

from generator.formats import jsontext
from generator.records.files import RecordFile
from generator.validation import facts as of_records
from generator.validation.content import read_content
from generator.validation.facts import Check, Facts, OrganisationFacts, TermFacts, VocabularyFacts


def facts(text: str, kind: str = "organisation", id: str = "x") -> Facts:
    found = read_content(RecordFile(id, id, kind, id, national=False), dedent(text).encode())[0]
    assert of_records.again(kind, json.loads(jsontext.written(of_records.kept(found)))) == found, "kept as JSON"
    return found


def organisation(text: str) -> OrganisationFacts:
    found = facts(text)
    assert isinstance(found, OrganisationFacts)
    return found


def references(text: str, kind: str = "organisation") -> dict[str, list[tuple[str, str]]]:
    """For each kind of thing, what is named and where."""
    found: dict[str, list[tuple[str, str]]] = {}
    for kind_of, value, path in facts(text, kind).named():
        found.setdefault(kind_of, []).append((value, path))
    return found


def test_everything_an_organisation_points_at() -> None:
    found = references("""\
        name: De Proef
        summary: Helpt mensen.
        area: landelijk
        checked: {date: 2026, source: Website}
        kind: steunpunt
        languages: [nl, ngt]
        accessibility: [rolstoel]
        refers_to: [de-linde, de-brug/maatje]
        offerings:
          - {id: a, name: A, summary: Een., help: [vervoer], situations: [dementie], audience: [ouders], area: [stein]}
    """)
    assert found == {
        "area": [("landelijk", "area.0"), ("stein", "offerings.0.area.0")],
        "party_kinds": [("steunpunt", "kind")],
        "languages": [("nl", "languages.0"), ("ngt", "languages.1")],
        "accessibility": [("rolstoel", "accessibility.0")],
        "organisation-or-offering": [("de-linde", "refers_to.0"), ("de-brug/maatje", "refers_to.1")],
        "help": [("vervoer", "offerings.0.help.0")],
        "situations": [("dementie", "offerings.0.situations.0")],
        "audience": [("ouders", "offerings.0.audience.0")],
    }


def test_everything_a_network_and_a_backpack_point_at() -> None:
    assert references(
        "name: K\narea: [stein]\nthemes: [ontmoeting]\nmembers:\n"
        "  - {organisation: a, level: kennen, wanted_level: samenwerken}\n  - {organisation: b}\n",
        "network",
    ) == {
        "area": [("stein", "area.0")],
        "themes": [("ontmoeting", "themes.0")],
        "organisation": [("a", "members.0.organisation"), ("b", "members.1.organisation")],
        "ladder": [("kennen", "members.0.level"), ("samenwerken", "members.0.wanted_level")],
    }
    assert references(
        "---\nmunicipality: stein\ncore_theme: S\ndesign_question: H\n"
        "local: {situation: [a], known: [b], tools: [c], examples: [d]}\nnational: {known: [e]}\n---\n",
        "backpack",
    ) == {
        "municipality": [("stein", "municipality")],
        "record": [("a", "local.situation.0"), ("b", "local.known.0"), ("e", "national.known.0")],
        "tool": [("c", "local.tools.0")],
        "example": [("d", "local.examples.0")],
    }


def test_a_counter_and_a_source() -> None:
    assert references("name: Stein\ncontact: {organisation: loket}\n", "municipality") == {
        "organisation": [("loket", "contact.organisation")]
    }
    tool = "---\nname: T\nsummary: Een.\nscope: lokaal\nkind: spel\nworksheet: w\nconditions: [ambitie]\n---\n"
    assert references(tool, "tool") == {
        "tool_kinds": [("spel", "kind")],
        "worksheet": [("w", "worksheet")],
        "conditions": [("ambitie", "conditions.0")],
    }


def test_checks_of_a_record_and_of_each_offering() -> None:
    found = facts("""\
        name: De Proef
        checked: {date: 2026-03, source: Website}
        offerings:
          - {id: a}
          - {id: b, checked: {date: onbekend, source: Website}}
          - {id: c, checked: {source: Website}}
    """)
    assert found.checks == (
        Check("checked.date", "2026-03", 2, 17, "checked.date"),
        Check("offerings.1.checked.date", "onbekend", 5, 29, "offerings.1.checked.date"),
    )


def test_an_offering_takes_what_it_leaves_out_from_its_organisation() -> None:
    found = organisation("""\
        name: De Proef
        area: [stein, beek]
        status: paused
        formerly: [oud]
        offerings:
          - {id: a, help: [vervoer], formerly: [aa]}
          - {id: b, area: [stein], status: ended, visible: {from: 2026, until: 2027}}
    """)
    assert found.formerly == ("oud",)
    first, second = found.offerings
    assert (first.area, first.status, first.help, first.formerly) == (
        ("stein", "beek"),
        "paused",
        ("vervoer",),
        ("aa",),
    )
    assert (second.area, second.status, second.visible) == (("stein",), "ended", ("2026", "2027"))


def test_a_record_with_faults_still_points_at_things_from_the_right_place() -> None:
    found = references("""\
        name: [x]
        area: [Niet Goed, stein]
        refers_to: [de-brug]
        offerings: [los, {help: [B!, vervoer]}]
    """)
    assert found == {
        "area": [("stein", "area.1")],
        "organisation-or-offering": [("de-brug", "refers_to.0")],
        "help": [("vervoer", "offerings.1.help.1")],
    }


def test_not_all_is_known_of_what_cannot_be_read() -> None:
    assert facts("name: 'De Proef\n") == OrganisationFacts(unread=True)
    assert facts("- {id: 'a}\n", "vocabulary") == VocabularyFacts(terms=(TermFacts("a", None), TermFacts(None, None)))
    assert facts("geen voorwerk\n", "tool") == Facts(unread=True)


def test_the_terms_of_a_vocabulary() -> None:
    found = facts("- {id: a, label: A}\n- {id: b, label: B, parent: a}\n- {label: C}\n", "vocabulary")
    assert isinstance(found, VocabularyFacts)
    assert found.terms == (TermFacts("a", None), TermFacts("b", "a"), TermFacts(None, None))


def test_where_something_is_named_can_be_found_back() -> None:
    assert of_records.unpacked("offerings.10.help.0") == ("offerings", 10, "help", 0)
    assert of_records.unpacked("kind") == ("kind",)
