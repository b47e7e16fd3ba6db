"""The ring map: everything in its place, nothing over anything else, and the table says the same as the picture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, pairwise
from math import atan2, hypot, pi
from pathlib import Path

import pytest

from generator.views.rings import geometry, ring_map
from generator.views.rings import ring_map as view
from generator.views.rings.geometry import Drawing, Party, Shape, Term, Words
from tests.scratch import Scratch
from tests.views.fragments import fragment
from tests.webpage import Element, Webpage

LEVELS = [Term(id, id) for id in ("kennen", "informeren", "raadplegen", "afstemmen", "samenwerken", "samen-beslissen")]
KINDS = [Term(f"soort-{number}", f"Soort partij nummer {number}") for number in range(17)]
WORDS = Words("nog niemand", "niveau niet bekend", "soort niet bekend")
NAMES = (
    "MEE", "Werkgroep transformatie kerk Kerensheide", "Stichting De Brug", "Zorgverzekeraar Veldlinde",
    "Vrijwilligersorganisatiesamenwerkingsverband", "Huisartsenpraktijk Beekhorst-Oost", "Wensauto",
    "Knooppunt Informele Zorg Sittard-Geleen", "GGZ WMWMW MWMWMW", "Café Žižkov & Öztürk",
)  # fmt: skip
"""Names as they are: short, long, with a word that fits nowhere, with wide letters, from elsewhere."""

Box = tuple[float, float, float, float]
Line = list[tuple[float, float]]


def party(number: int) -> Party:
    """One of any number: some kinds have many, four have nobody; levels and wishes of every sort."""
    level = LEVELS[number % 6].id if number % 7 else None
    wanted = LEVELS[number * 5 % 6].id if number % 3 else None
    kind = f"soort-{(number * number) % 13}" if number % 11 else None
    return Party(f"{NAMES[number % len(NAMES)]} {number}", kind, level, wanted)


def drawn(count: int) -> Drawing:
    return geometry.drawing("Sittard-Geleen", LEVELS, KINDS, [party(number) for number in range(count)], WORDS)


@pytest.fixture(params=[0, 1, 5, 40, 90, 200, 250], ids=lambda count: f"{count}-parties")
def drawing(request: pytest.FixtureRequest) -> Drawing:
    return drawn(request.param)


def of(drawing: Drawing, *styles: str) -> list[Shape]:
    """The elements whose first class is one of these."""
    return [shape for shape in drawing.shapes if shape.style.split(" ")[0] in styles]


def at(shape: Shape, *names: str) -> list[float]:
    return [float(shape.at[name]) for name in names]


def box(shape: Shape) -> Box:
    """What a text covers at most: left, top, right, bottom."""
    x, y = at(shape, "x", "y")
    font = {"level": geometry.SMALL, "place": float(shape.at.get("font-size", geometry.FONT))}.get(
        shape.style, geometry.FONT
    )
    wide = geometry.width(shape.text, bold=shape.style.startswith(("kind", "place"))) * font / geometry.FONT
    left = x - wide if shape.style.endswith("--left") else x - wide / 2 if shape.style in ("level", "place") else x
    return left, y - 0.78 * font, left + wide, y + 0.24 * font


def points(shape: Shape) -> Line:
    found = re.findall(r"(-?[\d.]+),(-?[\d.]+)", str(shape.at["d"]))
    return [(float(x), float(y)) for x, y in found]


def side(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def cross(one: Line, other: Line) -> bool:
    """Whether two lines of several pieces cross."""
    for a, b in pairwise(one):
        for c, d in pairwise(other):
            if side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0:
                return True
    return False


def overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def through(line: Line, label: Box) -> bool:
    """Whether a line runs through a label."""
    left, top, right, bottom = label
    edges: list[Line] = [
        [(left, top), (right, bottom)],
        [(left, bottom), (right, top)],
        [(left, (top + bottom) / 2), (right, (top + bottom) / 2)],
    ]
    return any(cross(line, edge) for edge in edges)


def test_no_label_touches_another(drawing: Drawing) -> None:
    labels = [(shape.text, box(shape)) for shape in of(drawing, "kind", "name", "none", "level", "place")]
    for (one, its), (other, others) in combinations(labels, 2):
        assert not overlap(its, others), f"{one} / {other}"


def test_everything_is_within_the_picture(drawing: Drawing) -> None:
    left, top, wide, high = drawing.box
    for shape in of(drawing, "kind", "name", "none", "level", "place"):
        its = box(shape)
        assert left <= its[0] and its[2] <= left + wide and top <= its[1] and its[3] <= top + high, shape.text


def test_no_line_crosses_another_or_a_label(drawing: Drawing) -> None:
    lines = [(shape.party, points(shape)) for shape in of(drawing, "line")]
    for (_, one), (_, other) in combinations(lines, 2):
        assert not cross(one, other), (one, other)
    labels = [(shape, box(shape)) for shape in of(drawing, "kind", "name", "none", "level")]
    for mine, line in lines:
        for shape, label in labels:
            assert not through(line, label), (mine, shape.text)


def test_every_party_has_one_dot_one_line_and_its_whole_name() -> None:
    for count in (5, 40, 200):
        drawing = drawn(count)
        for number in range(count):
            own = [shape for shape in drawing.shapes if shape.party == number]
            assert len([shape for shape in own if shape.style in ("dot", "dot dot--unknown")]) == 1
            assert len([shape for shape in own if shape.style == "line"]) == 1
            said = " ".join(shape.text for shape in own if shape.tag == "text")
            assert re.sub(r"[- ]", "", said) == re.sub(r"[- ]", "", party(number).name)


def radius(shape: Shape) -> float:
    return hypot(*at(shape, "cx", "cy"))


def ring(drawing: Drawing, shape: Shape) -> str | None:
    """The level whose ring a dot is in, with all of it; None beyond the rings."""
    edges = sorted([at(edge, "r")[0] for edge in of(drawing, "ring")] + at(of(drawing, "middle")[0], "r"))
    away, dot = radius(shape), at(shape, "r")[0]
    for level, (inner, outer) in zip(reversed(LEVELS), pairwise(edges), strict=True):
        if inner < away < outer:
            assert inner <= away - dot and away + dot <= outer, "a dot is on the edge of its ring"
            return level.id
    assert away - dot >= edges[-1]
    return None


def test_a_dot_is_in_the_ring_of_its_level_and_an_open_one_where_it_should_be(drawing: Drawing) -> None:
    for shape in of(drawing, "dot"):
        assert shape.party is not None
        mine = party(shape.party)
        assert ring(drawing, shape) == (mine.wanted if shape.style == "dot dot--wanted" else mine.level)
    wishes = {shape.party for shape in of(drawing, "dot") if shape.style == "dot dot--wanted"}
    count = len({shape.party for shape in of(drawing, "dot")})
    expected = {n for n in range(count) if party(n).wanted and party(n).wanted != party(n).level}
    assert wishes == {shape.party for shape in of(drawing, "arrow")} == expected


@pytest.mark.parametrize("count", [5, 40])
def test_no_dot_touches_another(count: int) -> None:
    """Up to what one column holds. Two hundred in one circle may come close; their names never do."""
    for one, other in combinations(of(drawn(count), "dot"), 2):
        apart = hypot(*(a - b for a, b in zip(at(one, "cx", "cy"), at(other, "cx", "cy"), strict=True)))
        assert apart > at(one, "r")[0] + at(other, "r")[0] or one.party == other.party


def test_sectors_stand_clockwise_and_one_where_nobody_is_says_so() -> None:
    drawing = drawn(40)
    empty = [kind for kind in KINDS if not any(party(number).kind == kind.id for number in range(40))]
    assert empty
    assert len(of(drawing, "none")) == len(of(drawing, "void")) - 1 == len(empty), "one void is for the names of rings"
    headings = " ".join(shape.text for shape in of(drawing, "kind"))
    for kind in KINDS:
        assert kind.label.split()[-1] in headings
    angles = []
    for kind in KINDS:
        dots = [s for s in of(drawing, "dot") if s.party is not None and party(s.party).kind == kind.id]
        turned = [(atan2(*reversed(at(dot, "cx", "cy"))) + pi / 2) % (2 * pi) for dot in dots]
        if turned:
            angles += [min(turned), max(turned)]
    assert angles == sorted(angles), "a sector begins where the one before it has ended"


def test_the_same_again() -> None:
    assert drawn(40) == drawn(40)


def test_larger_is_taller_and_only_a_crowd_gets_two_columns() -> None:
    assert [drawn(count).columns for count in (5, 40, 200)] == [1, 1, 2]
    one, other = drawn(5).box, drawn(40).box
    assert one[3] < other[3] < geometry.TALLEST


def test_words_that_are_too_long_are_cut_and_none_is_lost() -> None:
    lines = geometry.wrapped("Vrijwilligersorganisatiesamenwerkingsverband van Sittard-Geleen", 120)
    assert all(geometry.width(line) <= 120 for line in lines)
    assert "".join(lines).replace("-", "").replace(" ", "") == (
        "VrijwilligersorganisatiesamenwerkingsverbandvanSittardGeleen"
    )
    assert geometry.wrapped("Sittard-Geleen", 90) == ["Sittard-", "Geleen"]
    assert geometry.wrapped("", 90) == [""]


def rows(page: Webpage) -> Iterator[tuple[Element, list[Element]]]:
    """Each row of the table with its cells."""
    for row in page.all("tr"):
        if "data-id" in row.attributes:
            yield row, [element for element in page.elements if row in element.inside and element.tag in ("th", "td")]


def dots(page: Webpage, number: int, style: str) -> list[Element]:
    found = page.all("circle", data_party=str(number))
    return [dot for dot in found if dot.attributes["class"] == style]


LABELS = ["Elkaar kennen", "Elkaar informeren", "Elkaar raadplegen", "Werk afstemmen", "Samenwerken", "Samen beslissen"]


@pytest.mark.site
@pytest.mark.parametrize(
    ("site", "address"), [("lindedal", "lindedal/netwerk"), ("stein", "stein/netwerk"), ("small", "stein/netwerk")]
)
def test_the_table_says_what_the_picture_says(site: str, address: str, request: pytest.FixtureRequest) -> None:
    """Who, where now and where wanted: read from the coordinates in the picture and from the words in the table."""
    page = Webpage(request.getfixturevalue(site), f"{address}/index.html")
    edges = sorted(float(ring.attributes["r"]) for ring in page.all("circle", class_="rings__ring"))
    outside_in = LABELS[::-1]

    def level(dot: Element) -> str:
        away = hypot(float(dot.attributes["cx"]), float(dot.attributes["cy"]))
        return next((name for name, edge in zip(outside_in, edges, strict=True) if away < edge), "niet bekend")

    found = list(rows(page))
    assert len(found) == len(
        {dot.attributes["data-party"] for dot in page.all("circle") if "data-party" in dot.attributes}
    )
    for number, (_, cells) in enumerate(found):
        who, kind, _, now, wanted, _ = (cell.text for cell in cells)
        name = " ".join(text.text for text in page.all("text", data_party=str(number)))
        assert re.sub(r"[- ]", "", name) == re.sub(r"[- ]", "", who)
        [dot] = dots(page, number, "rings__dot") or dots(page, number, "rings__dot rings__dot--unknown")
        assert level(dot) == now, who
        aims = dots(page, number, "rings__dot rings__dot--wanted")
        assert [level(aim) for aim in aims] == ([] if wanted in ("zoals nu", "niet genoemd") else [wanted]), who
        assert kind


def test_a_place_is_the_closest_one_and_a_wish_for_less_is_a_wish_too() -> None:
    rank = {level.id: place for place, level in enumerate(LEVELS)}

    def closest(*standings: tuple[str | None, str | None]) -> tuple[str | None, str | None]:
        return view.closest([view.Standing("kring", *standing) for standing in standings], rank)

    assert closest() == (None, None)
    assert closest((None, None)) == (None, None)
    assert closest(("kennen", None), ("afstemmen", None)) == ("afstemmen", None)
    assert closest(("samenwerken", None), ("kennen", "informeren")) == ("samenwerken", "samenwerken")
    assert closest(("samenwerken", "afstemmen")) == ("samenwerken", "afstemmen")
    assert closest(("samenwerken", "afstemmen"), ("samenwerken", None)) == ("samenwerken", "samenwerken")
    assert closest((None, "raadplegen")) == (None, "raadplegen")


@pytest.fixture
def one(tmp_path: Path) -> Scratch:
    return Scratch.stein(tmp_path)


def test_not_known_is_not_the_outer_ring(one: Scratch) -> None:
    """Who is in no network, or in one that names no level, stands beyond the rings, and the page says so."""
    one.organisation("kent", name="Kent")
    one.organisation("zwijgt", name="Zwijgt")
    one.organisation("los", name="Los")
    one.organisation("weg", name="Weg", status="ended")
    one.organisation("ver", name="Ver", area="landelijk")
    one.organisation("buren", name="Buren", area="[beek]")
    members = "[{organisation: kent, level: kennen}, {organisation: zwijgt}, {organisation: weg, level: kennen}]"
    one.write("data/networks/kring.yml", f"name: Kring\narea: [stein]\nmembers: {members}\n")
    context = ring_map.ring_map(one.known(), "stein")
    assert [(row.organisation.label, row.level) for row in context["rows"]] == [
        ("Kent", "Elkaar kennen"), ("Los", "niet bekend"), ("Zwijgt", "niet bekend"),
    ]  # fmt: skip
    unknown = [shape.party for shape in context["picture"].shapes if shape.style == "dot dot--unknown"]
    assert sorted(unknown) == [1, 2]
    assert "Dat zegt niet dat partijen elkaar niet kennen" in fragment("rings", context)


def test_a_national_organisation_is_there_when_a_network_here_has_it(one: Scratch) -> None:
    one.organisation("ver", name="Ver", area="landelijk", kind="landelijke-organisatie")
    without = ring_map.ring_map(one.known(), "stein")
    assert "landelijke-organisatie" not in [kind.id for kind in without["kinds"]]
    members = "[{organisation: ver, level: informeren}]"
    one.write("data/networks/kring.yml", f"name: Kring\narea: [stein]\nmembers: {members}\n")
    context = ring_map.ring_map(one.known(), "stein")
    assert [row.id for row in context["rows"]] == ["ver"]
    assert "landelijke-organisatie" in [kind.id for kind in context["kinds"]]


def test_who_is_missing_is_told_apart_from_who_is_not_at_the_table(one: Scratch) -> None:
    """With what each could bring, also where there is no network at all."""
    one.organisation("boeken", kind="bibliotheek")
    one.organisation("gemeente", kind="gemeente", refers_to="[boeken]")
    context = ring_map.ring_map(one.known(), "stein")
    nobody, outside = (found for _, found in context["missing"])
    assert {"gemeente", "bibliotheek"}.isdisjoint(kind.id for kind in nobody)
    assert [kind.id for kind in outside] == ["gemeente", "bibliotheek"]
    assert all(kind.explanation for kind in (*nobody, *outside))
    assert "nog geen netwerk" in context["notes"][0]
    assert "zonder verwijzing" in fragment("rings", context)
    members = "[{organisation: gemeente}]"
    one.write("data/networks/kring.yml", f"name: Kring\narea: [stein]\nmembers: {members}\n")
    seated = ring_map.ring_map(one.known(), "stein")
    assert seated["notes"] == []
    assert [kind.id for kind in seated["missing"][1][1]] == ["bibliotheek"]


def test_an_empty_municipality_gets_an_empty_sheet(one: Scratch) -> None:
    context = ring_map.ring_map(one.known(), "stein")
    assert context["rows"] == []
    assert len(context["notes"]) == 2
    assert [shape for shape in context["picture"].shapes if shape.style == "void"]


def test_a_crowd_without_a_network_is_in_the_table_alone(one: Scratch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(view, "MOST", 2)
    for id in ("een", "twee", "drie"):
        one.organisation(id, name=id)
    one.write("data/networks/kring.yml", "name: Kring\narea: [stein]\nmembers: [{organisation: drie}]\n")
    context = ring_map.ring_map(one.known(), "stein")
    assert len(context["rows"]) == 3
    assert {shape.party for shape in context["picture"].shapes} == {None, 0}
    assert "De andere 2 staan in de tabel" in context["notes"][0]


def test_lindedal_shows_everything_there_is_to_show(lindedal: Path) -> None:
    """Each level, wishes, sectors without anybody, who is in no network: the example leaves nothing out."""
    page = Webpage(lindedal, "lindedal/netwerk/index.html")
    said = {cells[3].text for _, cells in rows(page)}
    assert said == {*LABELS, "niet bekend"}
    assert page.all("path", class_="rings__head")
    assert page.all("text", class_="rings__none") or page.all("text", class_="rings__none rings__none--left")
    assert "in geen netwerk" in page.text
    assert [row for row, cells in rows(page) if row.attributes["data-refers"] and cells[5].text]


def test_networks_and_the_foot_of_every_page_lead_to_it(stein: Path) -> None:
    page = Webpage(stein, "netwerken/samen-in-de-inloop/index.html")
    assert any("stein/netwerk/?netwerk=samen-in-de-inloop" in link for link in page.links())
    assert any(link.endswith("netwerk/") for link in Webpage(stein, "stein/index.html").links())
