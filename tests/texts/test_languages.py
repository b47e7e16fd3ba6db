"""Every language beside Dutch says what the finding part of the site says, with the same places to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic_core import from_json, to_json

from generator.national import layer as national
from generator.texts.spoken import DUTCH, addressing, language, others, remembered, speaking, text, texts, young
from tests.webpage import Webpage

OWN = ("language", "finding")
"""What a language says of itself, and the page that Dutch has in another form."""


def leaves(tree: Any, way: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from leaves(value, (*way, key))
    else:
        yield way, tree


@pytest.mark.parametrize("code", [DUTCH, *others()])
def test_every_name_and_every_text_is_text(code: str) -> None:
    """A script asks for `off`, and JSON knows no number as a name: nothing of a language may become anything else."""
    read = texts(code)
    assert from_json(to_json(read)) == read
    assert not [way for way, said in leaves(read) if not all(isinstance(name, str) for name in way) or said is None]


def test_what_a_browser_says_when_it_keeps_nothing_has_its_name() -> None:
    """YAML calls `off` a no, and the page said "undefined" to who had told the browser to keep nothing."""
    assert "bewaart deze site niet" in text("interface", "device", "said", "off")


@pytest.mark.parametrize("code", others())
def test_a_language_says_nothing_that_dutch_does_not_and_fills_in_the_same(code: str) -> None:
    dutch = dict(leaves(texts(DUTCH)["interface"]))
    for way, said in leaves(texts(code)["interface"]):
        if way[0] in OWN:
            continue
        assert way in dutch, way
        assert sorted(re.findall(r"{\w+}", str(said))) == sorted(re.findall(r"{\w+}", str(dutch[way]))), way


@pytest.mark.parametrize("code", others())
def test_a_group_that_a_language_has_is_whole(code: str) -> None:
    """But for what only the Dutch pages say: `je`, the rugzak, the page of an offer."""
    whole = ("list", "when", "hours", "acute", "card", "checked", "finder", "map")
    for group in whole:
        dutch = {way for way, _ in leaves(texts(DUTCH)["interface"][group]) if not way[-1].endswith("_young")}
        assert dutch == {way for way, _ in leaves(texts(code)["interface"][group])}, group


@pytest.mark.parametrize("code", others())
@pytest.mark.parametrize("group", ["help", "situations", "audience", "acute"])
def test_every_national_term_has_words_in_every_language(code: str, group: str) -> None:
    written = (national.FOLDER / "vocabularies" / f"{group}.yml").read_text("utf-8")
    terms = {row["id"] for row in yaml.safe_load(written)}
    assert texts(code)["terms"][group].keys() == terms


def test_a_language_is_spoken_only_as_long_as_it_is_asked_for() -> None:
    assert language() == DUTCH
    with speaking("en"):
        assert text("interface", "finder", "button") == "Search"
        with speaking(DUTCH):
            assert text("interface", "finder", "button") == "Zoek"
        assert language() == "en"
    assert text("interface", "finder", "button") == "Zoek"
    with speaking("en"), pytest.raises(KeyError, match=r"backpack\.title \(en\)"):
        text("interface", "backpack", "title")


@pytest.mark.parametrize("code", [DUTCH, *others()])
def test_what_is_said_to_young_people_is_said_to_others_too(code: str) -> None:
    def alone(tree: Any, way: str = "") -> Iterator[str]:
        for name, said in tree.items() if isinstance(tree, dict) else ():
            other = tree.get(str(name).removesuffix("_young"))
            if str(name).endswith("_young") and type(other) is not type(said):
                yield f"{way}{name}"
            yield from alone(said, f"{way}{name}.")

    assert list(alone(texts(code)["interface"])) == []


def test_young_people_are_addressed_as_long_as_it_is_asked_for() -> None:
    t = "interface"
    assert text(t, "card", "begin") == "Lees hoe u begint"
    with addressing(young=True):
        assert young()
        assert text(t, "card", "begin") == text(t, "card")["begin"] == "Lees hoe je begint"
        assert text(t, "card", "mail") == "Stuur een mail", "what has one form"
        assert text(t, "organisation", "offers") == "Wat zij voor je doet"
        with addressing(young=False):
            assert text(t, "card", "begin") == "Lees hoe u begint"
        with speaking("en"):
            assert text(t, "card", "begin") == "Read how to begin (in Dutch)"
            assert text(t, "card", "mail") == texts("en")[t]["card"]["mail"]
    assert not young()
    assert text(t, "card", "begin") == "Lees hoe u begint"


def test_what_was_made_for_young_people_is_not_taken_for_the_others() -> None:
    @remembered
    def begin() -> str:
        return str(text("interface", "card", "begin"))

    assert begin() == "Lees hoe u begint"
    with addressing(young=True):
        assert begin() == "Lees hoe je begint"
    assert begin() == "Lees hoe u begint"


def test_what_was_made_in_one_language_is_not_taken_for_the_other() -> None:
    from generator.views.pieces.hours import at

    assert at("2026-03") == "in maart 2026"
    with speaking("en"):
        assert at("2026-03") == "in March 2026"
    assert at("2026-03") == "in maart 2026"


def test_the_page_says_which_language_it_is_in_and_where_the_other_is(lindedal: Path) -> None:
    english, dutch = Webpage(lindedal, "lindedal/en/index.html"), Webpage(lindedal, "lindedal/index.html")
    assert [page.all("html")[0].attributes["lang"] for page in (english, dutch)] == ["en", "nl"]
    for page, code, way in ((english, "nl", "../../lindedal/"), (dutch, "en", "../lindedal/en/")):
        found = [link.attributes for link in page.all("a", lang=code)]
        assert len(found) == 2, "beside the question and in the foot"
        assert {(link["href"], link["hreflang"]) for link in found} == {(way, code)}
        alternates = {
            link.attributes["hreflang"]: link.attributes["href"] for link in page.all("link", rel="alternate")
        }
        assert alternates.keys() == {"nl", "en"}
        assert str(alternates["en"]).endswith("/lindedal/en/")
