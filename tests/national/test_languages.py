"""Languages are called by codes that machines know, and those that people in the country speak most are there."""

from __future__ import annotations

import re

from babel import Locale

from generator.national.shown import LANGUAGE_CODES
from tests.national.test_shown import read

ELSEWHERE = {"prs", "hns", "ber"}
"""Codes of ISO 639-3 (Dari, Caribbean Hindustani) and ISO 639-5 (Berber languages) that CLDR names nothing by."""

WANTED = {
    "Papiaments": "pap", "Tigrinya": "ti", "Somalisch": "so", "Farsi": "fa", "Dari": "prs", "Fries": "fy",
    "Koerdisch": "ku", "Berber (Tamazight)": "ber", "Oekraïens": "uk", "Portugees": "pt",
    "Nederlandse Gebarentaal": "ngt",
}  # fmt: skip


def test_an_id_is_a_code_of_bcp_47() -> None:
    """CLDR, which knows the codes of BCP 47, has a name for each; of signs there is only ISO 639-3."""
    ids = [term["id"] for term in read("vocabularies/languages.yml")]
    assert len(ids) == len(set(ids))
    names = Locale("nl").languages
    assert {id for id in ids if id not in names} == ELSEWHERE | LANGUAGE_CODES.keys()
    assert all(re.fullmatch("[a-z]{2,3}", id) for id in ids)
    assert LANGUAGE_CODES == {"ngt": "dse"}


def test_what_many_people_speak_is_there() -> None:
    found = {term["label"]: term["id"] for term in read("vocabularies/languages.yml")}
    assert {label: found.get(label) for label in WANTED} == WANTED


def test_a_language_is_found_by_its_own_name_and_by_the_form_before_a_word() -> None:
    said = {term["id"]: {term["label"], *term["synonyms"]} for term in read("vocabularies/languages.yml")}
    for id, word in (("pl", "polski"), ("pl", "Poolse"), ("so", "Soomaali"), ("fy", "Frysk"), ("ku", "kurdî")):
        assert word in said[id], id
