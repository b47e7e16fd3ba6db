"""Which municipality somebody means, before anything is guessed."""

from __future__ import annotations

from datetime import date

import pytest

from generator.national import layer as national
from generator.national.hints import instead
from generator.national.mergers import followed, mergers
from generator.national.naming import guessed, meant

DAY = date(2026, 12, 1)

NAMES = {
    "'s-Gravenhage": "den-haag", "’s-Hertogenbosch": "s-hertogenbosch", "s Hertogenbosch": "s-hertogenbosch",
    "Den Bosch": "s-hertogenbosch", "Bergen (NH)": "bergen-noord-holland", "Bergen (L)": "bergen-limburg",
    "Bergen (NH.)": "bergen-noord-holland", "bergen limburg": "bergen-limburg", "Hengelo (O)": "hengelo",
    "SUDWEST-FRYSLÂN": "sudwest-fryslan", "Sudwest-Fryslan": "sudwest-fryslan", "Súdwest Fryslân": "sudwest-fryslan",
    "Gemeente Zutphen": "zutphen", "gemeente 's-gravenhage": "den-haag", "De Friese Meren": "de-fryske-marren",
    "Ljouwert": "leeuwarden", "Bonaire": "bonaire", "Saba": "saba", "Sint Eustatius": "sint-eustatius",
    "Beek (Limburg)": "beek", "Rijswijk (Zuid-Holland)": "rijswijk", "Rijswijk, Zuid Holland": "rijswijk",
    "Laren (Noord-Holland)": "laren", "Bergen (Limburg)": "bergen-limburg", "Utrecht (Utrecht)": "utrecht",
    "Nuenen, Gerwen en Nederwetten": "nuenen-gerwen-en-nederwetten", "bergen-noord-holland": "bergen-noord-holland",
}  # fmt: skip
"""What a municipality itself is called, however that is written."""

INSIDE = {
    "Nuenen c.a.": ("place", "nuenen-gerwen-en-nederwetten"), "Warnsveld": ("place", "zutphen"),
    "Gorssel": ("place", "lochem"), "gorssel": ("place", "lochem"), "Snits": ("place", "sudwest-fryslan"),
    "Hengelo (Gld)": ("place", "bronckhorst"), "Laren Gelderland": ("place", "lochem"),
    "Laren (Gelderland)": ("place", "lochem"), "Rijswijk (Gelderland)": ("place", "buren"),
    "Rijswijk (Brabant)": ("place", "altena"), "Katwijk (Noord-Brabant)": ("place", "land-van-cuijk"),
    "Loo (Gelderland)": ("place", "duiven", "lingewaard"), "Beek (GLD)": ("place", "berg-en-dal", "montferland"),
    "Nes (Fryslân)": ("place", "ameland", "heerenveen", "noardeast-fryslan"),
    "Scheveningen (Zuid-Holland)": ("neighbourhood", "den-haag"), "Uden (Noord-Brabant)": ("former", "maashorst"),
    "Haren (Groningen)": ("former", "groningen"), "Uden": ("former", "maashorst"),
    "Landerd": ("former", "maashorst"), "Brielle": ("former", "voorne-aan-zee"),
    "Scheveningen": ("neighbourhood", "den-haag"), "7213": ("postcode", "lochem"), "7213 AB": ("postcode", "lochem"),
}  # fmt: skip
"""What lies in one, or went into it."""


@pytest.mark.parametrize("said", NAMES)
def test_a_municipality_is_known_by_every_name(said: str) -> None:
    found = meant(said, DAY)
    assert found is not None and (found.how, found.ids) == ("name", (NAMES[said],))


@pytest.mark.parametrize("said", INSIDE)
def test_what_lies_in_one_leads_there(said: str) -> None:
    found = meant(said, DAY)
    assert found is not None and (found.how, *found.ids) == INSIDE[said]


@pytest.mark.parametrize("said", ["", " ", "gemeente", "Lindedal", "99", "0123", "../stein", "a\\b", "日本"])
def test_nobody_is_called_so(said: str) -> None:
    assert meant(said, DAY) is None


def test_namesakes_are_all_meant() -> None:
    bergen, nes = meant("Bergen"), meant("Nes")
    assert bergen is not None and bergen.ids == ("bergen-limburg", "bergen-noord-holland")
    assert nes is not None and nes.ids == ("ameland", "heerenveen", "noardeast-fryslan")


def test_a_municipality_is_a_former_one_from_its_day_on() -> None:
    before, after = meant("Wijdemeren", date(2026, 12, 31)), meant("wijdemeren", date(2027, 1, 1))
    assert before is not None and (before.how, before.ids) == ("name", ("wijdemeren",))
    assert meant("Wijdemeren (Noord-Holland)", date(2027, 1, 1)) == after
    assert after is not None and (after.how, after.ids, after.day) == ("former", ("hilversum",), date(2027, 1, 1))


@pytest.mark.parametrize(
    ("said", "id"),
    [
        ("brumen", "brummen"),
        ("Beeck (Limburg)", "beek"),
        ("Larem (Gld)", "lochem"),
        ("Midde-Drenthe", "midden-drenthe"),
        ("Stijn", "stein"),
        ("Warnsvelt", "zutphen"),
        ("Sittart-Geleen", "sittard-geleen"),
    ],
)
def test_a_slip_is_forgiven(said: str, id: str) -> None:
    found = guessed(said)
    assert meant(said) is None and found is not None and found.ids == (id,)


@pytest.mark.parametrize("said", ["Laren (Limburg)", "Rijswijk (Drenthe)", "Zutphen (Noord-Holland)"])
def test_a_name_counts_for_more_than_the_province_behind_it(said: str) -> None:
    found = guessed(said)
    assert meant(said) is None and found is not None and found.name == said.split(" ")[0]


@pytest.mark.parametrize(
    ("said", "hint"),
    [
        ("uden", 'Uden hoort sinds 1 januari 2022 bij Maashorst: schrijf "maashorst". '),
        ("Warnsveld", 'Warnsveld ligt in de gemeente Zutphen: schrijf "zutphen". '),
        ("Den Bosch", 'bedoelde u "s-hertogenbosch"? '),
        ("7213", 'postcode 7213 ligt in de gemeente Lochem: schrijf "lochem". '),
        ("Nes", "Nes kan bij meer gemeenten horen. Kies uit: ameland, heerenveen, noardeast-fryslan. "),
        ("Warnsvelt", 'bedoelde u Warnsveld? Dat ligt in de gemeente Zutphen: schrijf "zutphen". '),
        ("limburg", "Limburg is een provincie: noem de gemeenten een voor een. "),
        ("qqq", ""),
    ],
)
def test_what_to_write_is_said(said: str, hint: str) -> None:
    assert instead(said, national.municipalities()) == hint


def test_the_made_up_municipality_of_an_edition_is_known_too() -> None:
    assert instead("lindedaal", {*national.municipalities(), "lindedal"}) == 'bedoelde u "lindedal"? '


def test_every_merger_leads_to_a_municipality_that_is_there() -> None:
    country = national.municipalities()
    moves = {id: merger.into for id, merger in mergers().items()}
    assert {followed(id, moves) for id in moves} <= set(country)
    assert [merger.name for merger in mergers().values() if merger.id in country] == ["Wijdemeren"]
    assert followed("a", {"a": "b", "b": "c"}) == "c"
    assert followed("a", {"a": "b", "b": "a"}) in ("a", "b")
