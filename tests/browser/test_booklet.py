"""The booklet as paper: Chromium prints it, and what the contents promise stands where they say."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OUTPUT, Come

pytestmark = pytest.mark.browser

BOOKLETS = {
    "stein": "stein/kennisrugzak/kringetje-van-alle-partijen/boekje/",
    "lindedal": "lindedal/kennisrugzak/een-keer-je-verhaal/boekje/",
}


def printed(site: Path, name: str, visitor: Come) -> tuple[list[tuple[str, int]], list[str], list[str]]:
    """(what the contents say, the lines of headings that have a number, the text of every page)."""
    guest = visitor(site)
    page = guest.goes_to(BOOKLETS[name])
    expect(page.locator(".booklet__at").first).to_have_text(re.compile("[0-9]"))
    lines = page.locator(".booklet__contents a").all()
    contents = [
        (" ".join(line.locator(".booklet__title").inner_text().split()), int(line.locator(".booklet__at").inner_text()))
        for line in lines
    ]
    headings = page.locator(".booklet__part :is(h2, h3, h4, h5)").all_inner_texts()
    path = OUTPUT / f"boekje-{name}.pdf"
    page.pdf(path=path, prefer_css_page_size=True)
    with pypdfium2.PdfDocument(path) as document:
        texts = [sheet.get_textpage().get_text_range() for sheet in document]
    guest.is_content()
    return contents, headings, texts


@pytest.mark.parametrize("name", BOOKLETS)
def test_the_contents_give_the_page_on_which_it_stands(
    name: str, request: pytest.FixtureRequest, visitor: Come
) -> None:
    """Every chapter and everything told in one: on the page of the PDF that its line in the contents says."""
    contents, _, texts = printed(request.getfixturevalue(name), name, visitor)
    assert len(contents) > 12
    flat = [" ".join(text.split()) for text in texts]
    wrong = [(title, at) for title, at in contents if title not in flat[at - 1]]
    assert wrong == []
    assert [at for _, at in contents] == sorted(at for _, at in contents)
    assert contents[0][1] > 2, "after the cover and the contents"


@pytest.mark.parametrize("name", BOOKLETS)
def test_every_page_has_something_and_its_number(name: str, request: pytest.FixtureRequest, visitor: Come) -> None:
    """No blank page, no heading alone at the foot, and a number on every page but the cover."""
    _, headings, texts = printed(request.getfixturevalue(name), name, visitor)
    bare = [re.sub(r"bladzijde \d+ van \d+", "", text).strip() for text in texts]
    assert [at for at, text in enumerate(bare, 1) if len(text) < 60] == []
    assert "bladzijde" not in texts[0]
    for at, text in enumerate(texts[1:], 2):
        assert f"bladzijde {at} van {len(texts)}" in " ".join(text.split())
    ends = [" ".join(text.split("\n")[-1].split()) for text in bare]
    last = {" ".join(heading.split()) for heading in headings}
    assert [end for end in ends if end in last] == []


def test_the_cover_is_the_municipalitys_own(lindedal: Path, visitor: Come) -> None:
    page = visitor(lindedal).goes_to(BOOKLETS["lindedal"])
    cover = page.locator(".booklet__cover")
    expect(cover.locator("img")).to_have_attribute("src", re.compile("logo.svg"))
    expect(cover).to_contain_text("Iedereen aan de keukentafel")
    expect(cover).to_contain_text("Kennisrugzak Lindedal")
    page.emulate_media(media="print")
    for selector in ("header.top", "footer.foot", ".booklet-page__how", ".trail"):
        expect(page.locator(selector)).to_be_hidden()


def test_a_narrow_window_gives_the_same_numbers(stein: Path, visitor: Come) -> None:
    """What is measured is paper, whatever the screen."""

    def numbers(width: int) -> list[str]:
        page = visitor(stein, width=width).goes_to(BOOKLETS["stein"])
        expect(page.locator(".booklet__at").first).to_have_text(re.compile("[0-9]"))
        return page.locator(".booklet__at").all_inner_texts()

    assert numbers(360) == numbers(1600)
