"""The ring map in a browser: real letters touch nothing, choices change picture and table alike."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from generator.views.rings import geometry
from generator.views.rings.geometry import Drawing, Party, Term
from tests.browser.axe import flaws
from tests.browser.conftest import OUTPUT, PICTURES, Come
from tests.views.rings.test_ring_map import KINDS, LEVELS, WORDS, drawn, party

pytestmark = pytest.mark.browser

NUMBERS = re.compile(r"-?\d+(?:\.\d+)?")

DRAW = """async ({root, data}) => {
    const {drawing} = await import(`${root}components/rings/drawing.mjs`);
    const made = drawing(data);
    document.querySelector(".rings__frame").replaceChildren(made);
    await document.fonts.ready;
    return [made.getAttribute("viewBox"), [...made.children].map(element => [
        element.tagName,
        Object.fromEntries([...element.attributes].map(({name, value}) => [name, value])),
        element.textContent,
    ])];
}"""

TOUCHING = """() => {
    const svg = document.querySelector(".rings__drawing");
    const {x, y, width, height} = svg.viewBox.baseVal;
    const texts = [...svg.querySelectorAll("text")].map(text => ({said: text.textContent, box: text.getBBox()}));
    const wrong = texts.filter(({box}) => box.x < x || box.y < y
        || box.x + box.width > x + width || box.y + box.height > y + height).map(({said}) => `outside: ${said}`);
    // A box has the height of a whole line, with empty space above and below the letters.
    const slack = 3;
    texts.forEach(({said, box}, place) => texts.slice(place + 1).forEach(other => {
        if (box.x < other.box.x + other.box.width && other.box.x < box.x + box.width
            && box.y + slack < other.box.y + other.box.height - slack
            && other.box.y + slack < box.y + box.height - slack) wrong.push(`${said} / ${other.said}`);
    }));
    return wrong;
}"""


def data(count: int) -> dict[str, Any]:
    """What the browser gets to draw the same."""
    return {
        "middle": "Sittard-Geleen",
        "levels": [level._asdict() for level in LEVELS],
        "kinds": [kind._asdict() for kind in KINDS],
        "parties": [party(number)._asdict() for number in range(count)],
        "words": WORDS._asdict(),
    }


def same(drawing: Drawing, box: str, elements: list[Any]) -> None:
    """Element by element the same picture: tag, class, words, whose it is, and every number to a tenth."""
    close([*drawing.box], box)
    elements = [element for element in elements if element[0] not in ("title", "desc")]
    assert len(elements) == len(drawing.shapes)
    for shape, (tag, attributes, text) in zip(drawing.shapes, elements, strict=True):
        assert (shape.tag, shape.text) == (tag, text)
        assert attributes.pop("class").replace("rings__", "") == shape.style
        assert attributes.pop("data-party", None) == (None if shape.party is None else str(shape.party))
        assert attributes.keys() == shape.at.keys()
        for name, value in shape.at.items():
            close([float(found) for found in NUMBERS.findall(str(value))], attributes[name])


def close(numbers: list[float], text: str) -> None:
    found = [float(one) for one in NUMBERS.findall(text)]
    assert len(found) == len(numbers)
    assert all(abs(one - other) < 0.1001 for one, other in zip(found, numbers, strict=True)), (numbers, found)


@pytest.mark.parametrize("count", [0, 5, 40, 200])
def test_python_and_the_browser_draw_the_same_and_no_label_touches_another(
    count: int, lindedal: Path, visitor: Come
) -> None:
    """Measured with the real letters."""
    guest = visitor(lindedal)
    page = guest.goes_to("lindedal/netwerk/")
    page.wait_for_selector(".rings__filter:not([hidden])")  # the page's own script has looked at its drawing
    box, elements = page.evaluate(DRAW, {"root": guest.root, "data": data(count)})
    same(drawn(count), box, elements)
    assert page.evaluate(TOUCHING) == []
    if PICTURES:
        page.locator(".rings__drawing").screenshot(path=OUTPUT / f"kring-{count}.png")
    guest.is_content()


@pytest.mark.parametrize("edition", ["lindedal", "stein"])
def test_the_picture_of_an_edition_is_the_same_when_drawn_again(
    edition: str, request: pytest.FixtureRequest, visitor: Come
) -> None:
    guest = visitor(request.getfixturevalue(edition))
    page = guest.goes_to(f"{edition}/netwerk/")
    page.wait_for_selector(".rings__filter:not([hidden])")
    assert page.evaluate(TOUCHING) == []
    known = page.evaluate(
        """() => {
            const map = document.querySelector("[data-module=rings]");
            return [JSON.parse(map.dataset.drawing), JSON.parse(map.dataset.said).words,
                [...map.querySelectorAll("tbody tr")].map(row => [
                    row.cells[0].textContent, row.dataset.kind || null,
                    row.cells[3].textContent, row.cells[4].textContent,
                ])];
        }"""
    )
    drawing, words, rows = known
    ids = {level["label"]: level["id"] for level in drawing["levels"]}
    parties = [
        {"name": name, "kind": kind, "level": ids.get(now), "wanted": ids.get(now if wanted == "zoals nu" else wanted)}
        for name, kind, now, wanted in rows
    ]
    assert len(parties) > 10
    box, elements = page.evaluate(DRAW, {"root": guest.root, "data": {**drawing, "words": words, "parties": parties}})
    levels, kinds = ([Term(**term) for term in drawing[group]] for group in ("levels", "kinds"))
    made = geometry.drawing(
        drawing["middle"], levels, kinds, [Party(**one) for one in parties], geometry.Words(**words)
    )
    same(made, box, elements)
    page.goto(page.url)
    built = page.evaluate("() => document.querySelector('.rings__drawing').outerHTML")
    for shape in made.shapes:
        if shape.tag == "text":
            assert f'y="{shape.at["y"]}"' in built


def test_letters_are_never_wider_than_the_layout_thinks(lindedal: Path, visitor: Come) -> None:
    """Every letter and sign that a Dutch name may have, in both weights."""
    page = visitor(lindedal).goes_to("lindedal/netwerk/")
    letters = [chr(code) for code in (*range(33, 127), *range(0xC0, 0x100))]
    letters += list("ĄĆĘŁŃŚŹŻąćęłńśźżĞğİıŞşČčŠšŽž’‘–—…€ ")
    measured: list[tuple[float, float]] = page.evaluate(
        """async letters => {
            const load = weight => document.fonts.load(`${weight} 100px "Atkinson Hyperlegible Next"`, "aĀ");
            await Promise.all([400, 700].map(load));
            const pen = document.createElement("canvas").getContext("2d");
            return letters.map(letter => [400, 700].map(weight => {
                pen.font = `${weight} 100px "Atkinson Hyperlegible Next"`;
                return (pen.measureText(`n${letter}n`).width - pen.measureText("nn").width) / 100;
            }));
        }""",
        letters,
    )
    wide = [
        f"{letter}: {real:.3f}, thought {geometry.width(letter, bold) / geometry.FONT:.3f}"
        for letter, widths in zip(letters, measured, strict=True)
        for bold, real in zip((False, True), widths, strict=True)
        if real > geometry.width(letter, bold) / geometry.FONT + 0.005
    ]
    assert wide == []


def shown(page: Page) -> dict[str, tuple[str, str]]:
    """The rows that can be seen: who, where now and where wanted."""
    cells: list[list[str]] = page.locator(".rings__table tbody tr:visible").evaluate_all(
        "rows => rows.map(row => [...row.cells].map(cell => cell.innerText))"
    )
    return {row[0]: (row[3], row[4]) for row in cells}


def drawn_names(page: Page) -> set[str]:
    """Who are in the picture, by the words of their labels."""
    parties: dict[str, str] = {}
    labels = page.locator(".rings__name").evaluate_all("all => all.map(e => [e.dataset.party ?? '', e.textContent])")
    for place, text in labels:
        parties[place] = parties.get(place, "") + text
    return {re.sub(r"[- ]", "", name) for name in parties.values()}


def joined(names: Any) -> set[str]:
    return {re.sub(r"[- ]", "", name) for name in names}


def test_a_choice_says_before_it_is_made_what_it_leaves(lindedal: Path, stein: Path, visitor: Come) -> None:
    """Beside what is chosen already; what would leave nobody can't be chosen, and stays away where it never can."""
    guest = visitor(lindedal)
    page = guest.goes_to("lindedal/netwerk/")
    page.locator("select[name=netwerk]").select_option("dementienetwerk-lindedal")
    options = page.locator("select[name=soort] option:not([value=''])")
    told = {one.get_attribute("value"): (one.text_content(), one.is_disabled()) for one in options.all()}
    assert any(disabled for _, disabled in told.values()) and not all(disabled for _, disabled in told.values())
    for value, (text, disabled) in told.items():
        assert (text or "").endswith("(0)") == disabled
        if not disabled:
            page.locator("select[name=soort]").select_option(value)
            assert (text or "").endswith(f"({len(shown(page))})")
    guest.is_content()
    assert visitor(stein).goes_to("stein/netwerk/").locator("[name=gewenst]").count() == 0


def test_a_choice_changes_picture_and_table_and_stands_in_the_address(lindedal: Path, visitor: Come) -> None:
    """By network, theme, kind and wish; going back to the whole; a link to a choice opens with it."""
    guest = visitor(lindedal)
    page = guest.goes_to("lindedal/netwerk/")
    whole = shown(page)
    assert drawn_names(page) == joined(whole)
    page.locator("select[name=netwerk]").select_option(label="Dementienetwerk Lindedal (10)")
    page.wait_for_url("**#netwerk=dementienetwerk-lindedal")
    network = shown(page)
    assert len(network) == 10 and drawn_names(page) == joined(network)
    assert whole["Gemeente Lindedal"][0] == "Samen beslissen"
    assert network["Gemeente Lindedal"] == ("Elkaar raadplegen", "Samenwerken"), "the level in that network"
    expect(page.get_by_role("status")).to_contain_text(f"10 van de {len(whole)} partijen")
    assert "niet in deze keuze" in page.locator(".rings__none").all_text_contents()
    page.get_by_label("Alleen wat nog gewenst is").check()
    wished = shown(page)
    assert "Dagsalon Lindedal" not in wished and len(wished) == 9
    assert drawn_names(page) == joined(wished)
    page.reload()
    expect(page.get_by_label("Alleen wat nog gewenst is")).to_be_checked()
    assert shown(page) == wished
    page.get_by_role("button", name="Alles laten zien").click()
    page.wait_for_url("**/lindedal/netwerk/")
    assert shown(page) == whole and drawn_names(page) == joined(whole)
    page.locator("select[name=soort]").select_option("bibliotheek")
    assert list(shown(page)) == ["Bibliotheek Lindedal"]
    page.get_by_role("button", name="Alles laten zien").click()
    page.locator("select[name=thema]").select_option("jonge-mantelzorgers")
    young = shown(page)
    assert "Werkgeverskring Lindedal" in young and "Dagsalon Lindedal" not in young
    guest.goes_to("lindedal/netwerk/#netwerk=geen")
    expect(page.locator("select[name=netwerk]")).to_have_value("geen")
    assert "Eetclub Beekhorst" in shown(page) and "Dagsalon Lindedal" not in shown(page)
    assert flaws(page) == []
    guest.is_content()


def test_who_refers_to_whom_is_drawn_for_one_organisation_and_said(lindedal: Path, visitor: Come) -> None:
    """Calm until somebody asks: by keyboard, or by pointing at a name."""
    guest = visitor(lindedal)
    page = guest.goes_to("lindedal/netwerk/")
    assert page.locator(".rings__refers").count() == 0
    expect(page.locator("select[name=van]")).to_be_visible()  # the choices come with the script
    page.locator("select[name=van]").focus()
    page.keyboard.type("Steunpunt")
    page.wait_for_url("**#van=steunpunt-lindedal-zorgt")
    assert page.locator(".rings__refers").count() >= 4
    said = page.get_by_role("status").inner_text()
    row = page.locator("tr[data-id=steunpunt-lindedal-zorgt] td").last
    for name in row.locator("a").all_inner_texts():
        if page.locator(f".rings__table th:text-is('{name}')").count():
            assert name in said
    assert flaws(page) == []
    page.locator("select[name=van]").select_option("")
    assert page.locator(".rings__refers").count() == 0
    page.locator(".rings__name", has_text="Welzijn Lindedal").hover()
    assert page.locator(".rings__refers").count() > 0
    page.mouse.move(1, 1)
    expect(page.locator(".rings__picked")).to_have_count(0)
    guest.is_content()


def test_without_scripts_everything_is_shown_and_nothing_can_be_chosen(lindedal: Path, visitor: Come) -> None:
    page = visitor(lindedal, java_script_enabled=False).goes_to("lindedal/netwerk/#netwerk=dementienetwerk-lindedal")
    expect(page.locator(".rings__filter")).to_be_hidden()
    assert (
        page.locator(".rings__table tbody tr").count() == page.locator(".rings__line:not(.rings__line--none)").count()
    )


def test_on_a_phone_the_letters_stay_large_and_only_the_picture_moves(lindedal: Path, visitor: Come) -> None:
    page = visitor(lindedal, width=360).goes_to("lindedal/netwerk/")
    high = page.evaluate(
        """() => Math.min(...[...document.querySelectorAll('.rings__name, .rings__kind')]
            .map(text => text.getBoundingClientRect().height))"""
    )
    assert high >= 15
    expect(page.locator(".rings__hint")).to_be_visible()
    frame = page.locator(".rings__frame")
    assert frame.evaluate("frame => frame.scrollWidth > frame.clientWidth")
    right = frame.evaluate("frame => frame.getBoundingClientRect().right")
    names = page.locator(".rings__name").evaluate_all("all => all.map(name => name.getBoundingClientRect().right)")
    assert sum(name <= right for name in names) >= 4, "names stand in view at once"
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_on_a_phone_the_table_is_read_downwards(lindedal: Path, visitor: Come) -> None:
    """Every word whole, nothing beside the screen, and each line with what it says."""
    page = visitor(lindedal, width=360).goes_to("lindedal/netwerk/")
    table = page.locator(".rings__table")
    assert table.evaluate("table => table.scrollWidth") <= 328
    said = table.locator("td:visible").evaluate_all("all => all.map(cell => cell.dataset.label)")
    assert "Soort partij" in said and None not in said
    assert not [cell for cell in table.locator("td:empty").all() if cell.is_visible()]


def test_on_paper_the_picture_has_a_sheet_of_its_own(lindedal: Path, stein: Path, visitor: Come) -> None:
    """To look at: with the table after it, without what can be pressed."""
    for name, site in (("lindedal", lindedal), ("stein", stein)):
        page = visitor(site).goes_to(f"{name}/netwerk/")
        page.emulate_media(media="print")
        expect(page.locator(".rings__filter")).to_be_hidden()
        wide, high = page.locator(".rings__drawing").evaluate("svg => [svg.clientWidth, svg.clientHeight]")
        assert high > 0 and wide > 0
        page.pdf(path=OUTPUT / f"kring-{name}.pdf", prefer_css_page_size=True)
        assert json.loads(page.locator("[data-module=rings]").get_attribute("data-drawing") or "{}")["middle"]
