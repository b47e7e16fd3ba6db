"""What a worksheet knows of itself: its own fields, so that others need only say what they want in it."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode
from pathlib import Path
from typing import Any

import pytest

from generator import urls
from generator.national.shown import RING_SHEET
from generator.views.knowledge.worksheets import LONGEST, Party, with_ring_map
from tests.scratch import Scratch

CHECKED = "{date: 2026-03-14, source: Wijzelf}"
SHEET = f"""\
name: Eigen kring
summary: Teken zelf.
checked: {CHECKED}
sections:
  - {{id: vooraf, name: Vooraf, fields: [{{id: waarom, kind: long, label: Waarom?}}]}}
  - id: tekening
    name: De tekening
    fields:
      - {{id: om, kind: text, label: Waar gaat het om?}}
      - {{id: ook, kind: text, label: En verder?}}
      - {{id: wie, kind: rings, label: Wie zijn er?}}
"""
LINDE = Party("De Linde", "welzijn", "kennen", "")


@pytest.fixture
def one(tmp_path: Path) -> Scratch:
    return Scratch.stein(tmp_path)


def filled_in(url: str) -> Any:
    packed = url.split("#t=")[1]
    return json.loads(urlsafe_b64decode(packed + "=" * (-len(packed) % 4)))


def test_the_ring_map_is_filled_in_in_the_fields_that_the_sheet_has(one: Scratch) -> None:
    row = {"name": "De Linde", "kind": "welzijn", "level": "kennen", "wanted": ""}
    national = with_ring_map(one.known(), RING_SHEET, "Stein", [LINDE])
    assert filled_in(national) == {"kring": {"midden": "Stein", "partijen": [row]}}
    one.write("data/worksheets/eigen-kring.yml", SHEET)
    own = with_ring_map(one.known(), "eigen-kring", "Stein", [LINDE])
    assert own.startswith(urls.worksheet("eigen-kring"))
    assert filled_in(own) == {"tekening": {"om": "Stein", "wie": [row]}}


def test_what_is_too_long_for_a_link_begins_empty(one: Scratch) -> None:
    catalogue = one.known()
    many = [LINDE] * 40
    assert len(with_ring_map(catalogue, RING_SHEET, "Stein", many)) <= LONGEST
    assert "#t=" in with_ring_map(catalogue, RING_SHEET, "Stein", many)
    assert with_ring_map(catalogue, RING_SHEET, "Stein", many * 10) == urls.worksheet(RING_SHEET)


def test_a_sheet_without_a_ring_map_begins_empty(one: Scratch) -> None:
    one.write("data/worksheets/eigen-kring.yml", SHEET.replace("kind: rings", "kind: long"))
    assert with_ring_map(one.known(), "eigen-kring", "Stein", [LINDE]) == urls.worksheet("eigen-kring")
