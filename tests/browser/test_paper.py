"""What comes out of a printer, with what Chromium itself proposes: A4, and no backgrounds."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OUTPUT, Come
from tests.browser.test_worksheets import SHEETS, fill, is_kept, sheet_of

pytestmark = pytest.mark.browser

NUMBER = re.compile(r"bladzijde \d+ van \d+")

MOST = {
    "belangen": (2, 4), "doelenboom": (1, 1), "gesprek": (1, 1), "kijkglas": (2, 2), "netwerken-in-beeld": (1, 3),
    "bijeenkomst": (2, 2), "partijen-in-beeld": (2, 2), "visie": (2, 3), "elevator-pitch": (2, 3),
    "stilstaan-bij-samenwerking": (3, 3), "samen-sterker": (2, 2), "dementienetwerk": (2, 2),
}  # fmt: skip
"""At most so many pages: filled in, and empty for a pen."""


def paper(page: Page, name: str) -> list[str]:
    """The text of every page, without its number."""
    page.wait_for_load_state("networkidle")
    path = OUTPUT / f"{name}.pdf"
    page.pdf(path=path, prefer_css_page_size=True)
    with pypdfium2.PdfDocument(path) as document:
        texts = [sheet.get_textpage().get_text_range() for sheet in document]
    return [NUMBER.sub("", text).strip() for text in texts]


def lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def print_empty(page: Page) -> None:
    """Press *Print leeg* and stay with what would be printed."""
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Print leeg").click()


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_sheet_begins_on_the_first_page_and_takes_few(sheet: str, stein: Path, lindedal: Path, visitor: Come) -> None:
    """The first question stands below the title, no page has a leftover, and who works with it sees 112 once."""
    page = sheet_of(visitor(stein if (stein / "werkbladen" / sheet).is_dir() else lindedal), sheet)
    fill(page)
    is_kept(page, sheet)
    first = page.locator(".ws__form :is(label, legend, .ws__label)").first.inner_text().split("\n")[0]
    filled = paper(page, f"werkblad-{sheet}")
    print_empty(page)
    empty = paper(page, f"werkblad-{sheet}-leeg")
    most = MOST.get(sheet, (4, 4))
    assert (len(filled) <= most[0], len(empty) <= most[1]) == (True, True), (len(filled), len(empty))
    for texts in (filled, empty):
        assert first in " ".join(texts[0].split()), "the form begins on the first page"
        assert all(len(text) > 25 for text in texts)
        assert sum(text.count("112") for text in texts) == 1
        assert not any("Zelfdoding" in text or "zelfdoding" in text for text in texts)
    assert not [line for text in empty for line in lines(text) if re.search(r"\bKies( Kies)*$|dd-mm|mm/dd", line)]


def test_what_was_chosen_is_plain_in_black_and_white(lindedal: Path, visitor: Come) -> None:
    """A heavy ring and a bold number, without any background."""
    page = sheet_of(visitor(lindedal), "stilstaan-bij-samenwerking")
    fill(page)
    page.emulate_media(media="print", color_scheme="light")
    chosen, other = (
        page.locator(f".ws__scale input{which} + span").first.evaluate(
            """mark => { const {borderTopWidth, fontWeight, color, backgroundColor} = getComputedStyle(mark);
                return [parseFloat(borderTopWidth), Number(fontWeight), color, backgroundColor]; }"""
        )
        for which in (":checked", ":not(:checked)")
    )
    assert chosen[0] >= 4 * other[0] and chosen[1] > other[1]
    assert chosen[2] == "rgb(0, 0, 0)" and chosen[3] in ("rgba(0, 0, 0, 0)", "rgb(255, 255, 255)")


def test_choices_stand_below_an_empty_table(lindedal: Path, visitor: Come) -> None:
    """With a pen one needs to know what there is to choose, and room for a name."""
    page = sheet_of(visitor(lindedal, width=658), "partijen-in-beeld")
    print_empty(page)
    text = " ".join(" ".join(paper(page, "kring-leeg")).split())
    assert "Soort: Gemeente" in text and "Hoe nauw: Elkaar kennen" in text
    page.emulate_media(media="print")
    heads = page.locator(".ws__table--rings th").evaluate_all("all => all.map(head => head.clientWidth)")
    assert heads[0] == max(heads) and heads[0] > 1.4 * heads[1] and len(set(heads[1:])) <= 2


def test_what_a_talk_led_to_is_on_paper(lindedal: Path, visitor: Come) -> None:
    """The help that what was chosen leads to; on an empty sheet there is none."""
    page = sheet_of(visitor(lindedal), "gesprek")
    page.get_by_label("even weg kunnen").check()
    assert re.search("Hulp die hierbij past.*vervangende zorg", paper(page, "gesprek-hulp")[0], re.S)
    print_empty(page)
    assert "Hulp die hierbij past" not in paper(page, "gesprek-leeg")[0]


LISTS = ("tools/", "praktijkvoorbeelden/", "lindedal/dekking/", "uit-de-bronnen/", "kennisrugzakken/", "werkbladen/")


@pytest.mark.parametrize("address", LISTS)
def test_a_heading_stays_with_what_follows(address: str, lindedal: Path, stein: Path, visitor: Come) -> None:
    """On professionals' pages: no heading or caption ends a page, and the numbers for who is in need take no page."""
    for name, site in (("lindedal", lindedal), ("stein", stein)):
        page = visitor(site).goes_to(address.replace("lindedal", name))
        heads = page.locator("main :is(h1, h2, h3, .by[id$=-caption])").all_inner_texts()
        texts = paper(page, f"{name}-{address.strip('/').replace('/', '-')}")
        assert {lines(text)[-1] for text in texts} & {" ".join(head.split()) for head in heads if head} == set()
        assert all(len(text) > 60 for text in texts)
        assert not any("zelfdoding" in text for text in texts)
        assert "Afgedrukt op" in texts[0]


def test_a_table_of_counts_is_on_one_page(stein: Path, visitor: Come) -> None:
    """Its heads and its last row, and the picture with the story on the first page."""
    page = visitor(stein).goes_to("stein/dekking/")
    texts = paper(page, "stein-dekking-tabellen")
    assert "In één beeld" in texts[0]
    whole = [text for text in texts if re.search(r"^Alles\b", text, re.M) and "Zonder soort hulp" in text]
    assert len(whole) == 3


def test_an_agenda_on_paper(lindedal: Path, visitor: Come) -> None:
    """Addresses to type over, numbers in line with the rest, nothing folded; for carers all that can't wait."""
    page = visitor(lindedal, width=658).goes_to("lindedal/agenda/")
    texts = paper(page, "agenda")
    whole = " ".join(" ".join(texts).split())
    assert "Stuur een mail: k.offie@lindedal.example" in whole
    for absent in ("mailto:", "Meer uitleg", "Zo doet u dat"):
        assert absent not in whole
    assert "zelfdoding" in whole and len(texts) <= 6
    page.emulate_media(media="print")
    lefts = page.locator(".entry__do .button:visible").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().x)"
    )
    assert len(lefts) > 5 and set(lefts) == {0}


def test_where_a_link_leads_is_apart_from_its_name(stein: Path, visitor: Come) -> None:
    page = visitor(stein).goes_to("tools/infographic-lokale-samenwerking/")
    assert "movisie.nl (https://" in " ".join(" ".join(paper(page, "tool")).split())


@pytest.mark.parametrize("width", [320, 360])
def test_on_a_phone_a_scale_is_one_line(width: int, lindedal: Path, visitor: Come) -> None:
    """Five numbers to press beside each other, and both ends in words above them."""
    guest = visitor(lindedal, width=width, height=740)
    for sheet in ("stilstaan-bij-samenwerking", "belangen", "dementienetwerk", "samen-sterker"):
        page = sheet_of(guest, sheet)
        for tops, ends, wide in page.locator(".ws__scale").evaluate_all(
            """all => all.map(scale => {
                const boxes = [...scale.querySelectorAll("label")].map(one => one.getBoundingClientRect());
                const ends = [...scale.querySelectorAll(".ws__end")].map(one => one.getBoundingClientRect().bottom);
                return [boxes.map(box => box.y), ends, Math.min(...boxes.map(box => box.width))]; })"""
        ):
            assert len(set(tops)) == 1 and wide >= 44, sheet
            assert all(end <= tops[0] + 1 for end in ends), sheet
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_a_phone_a_drawing_says_that_it_goes_on(lindedal: Path, visitor: Come) -> None:
    """Letters that can be read, names in sight at once, and a line that says how to see the rest."""
    guest = visitor(lindedal, width=360, height=740)
    for sheet in ("partijen-in-beeld", "doelenboom"):
        page = sheet_of(guest, sheet)
        expect(page.locator(".ws__hint")).to_be_hidden()
        fill(page)
        expect(page.locator(".ws__picture svg")).to_be_visible()
        expect(page.locator(".ws__hint")).to_be_visible()
        seen = page.locator(".ws__picture").evaluate(
            """frame => { const {left, right} = frame.getBoundingClientRect();
                return [...frame.querySelectorAll("text")].map(text => text.getBoundingClientRect())
                    .filter(box => box.left >= left - 1 && box.right <= right + 1).map(box => box.height); }"""
        )
        assert len(seen) >= 4 and min(seen) >= 13
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("width", [360, 1280])
def test_each_box_of_a_tree_has_its_name_right_above_it(width: int, lindedal: Path, visitor: Come) -> None:
    page = sheet_of(visitor(lindedal, width=width), "doelenboom")
    apart = page.evaluate(
        """() => [...document.querySelectorAll(".ws__node textarea")].map(box =>
            box.getBoundingClientRect().top - box.previousElementSibling.getBoundingClientRect().bottom)"""
    )
    assert len(apart) >= 9 and all(-1 <= gap <= 8 for gap in apart)


def test_columns_keep_their_width_while_somebody_writes(lindedal: Path, visitor: Come) -> None:
    page = sheet_of(visitor(lindedal), "partijen-in-beeld")
    widths = "all => all.map(head => head.getBoundingClientRect().width)"
    before = page.locator(".ws__table--rings th").evaluate_all(widths)
    fill(page)
    assert page.locator(".ws__table--rings th").evaluate_all(widths) == before
    assert before[0] == max(before)
