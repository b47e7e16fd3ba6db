"""What scripts add: a shared page becomes local, a long list becomes short, paper knows the date; and own colours."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OUTPUT, Come, until
from tests.editions import LINDEDAL, once, record

pytestmark = pytest.mark.browser
SHARED = "organisaties/hulp-in-de-streek/oppas/"


def test_a_shared_page_becomes_local_for_who_comes_from_somewhere(small: Path, visitor: Come) -> None:
    """From the list of Stein to the page of a regional offer: name, way back, counter, GP and colours are Stein's."""
    guest = visitor(small, color_scheme="light")
    page = guest.goes_to("stein/situatie/even-tussenuit/")
    page.get_by_role("link", name="Oppas aan huis", exact=True).click()
    page.wait_for_url(f"**/{SHARED}?gemeente=stein")
    expect(page.locator("aside.counter")).to_contain_text("Steunpunt van Stein")
    expect(page.locator("aside.counter .button")).to_have_attribute("href", "tel:08000000101")
    expect(page.locator('[data-locality="name"]')).to_have_text("Stein")
    expect(page.locator('[data-locality="urgent"]')).to_contain_text("Huisartsenpost van Stein")
    expect(page.locator('[data-locality="urgent"] a')).to_have_attribute("href", "tel:08000000900")
    expect(page.locator(".offer__do .button")).to_have_css("background-color", "rgb(116, 37, 92)")
    page.locator('[data-locality="back"]').click()
    page.wait_for_url("**/stein/hulp/")
    guest.is_content()


def test_where_somebody_came_from_goes_along(small: Path, visitor: Come) -> None:
    """From the offer to its organisation and on to another of its offers: still Stein."""
    guest = visitor(small)
    page = guest.goes_to(f"{SHARED}?gemeente=stein")
    expect(page.locator("aside.counter")).to_be_visible()
    page.get_by_role("link", name="Alles van Hulp in de streek").click()
    page.wait_for_url("**/organisaties/hulp-in-de-streek/?gemeente=stein")
    expect(page.locator("aside.counter")).to_contain_text("Steunpunt van Stein")
    page.get_by_role("link", name="Dagje weg").click()
    page.wait_for_url("**/dagje-weg/?gemeente=stein")
    expect(page.locator('[data-locality="name"]')).to_have_text("Stein")
    guest.is_content()


def test_a_municipality_without_a_counter_gives_the_national_line(small: Path, visitor: Come) -> None:
    """Beek has no counter of its own: the country's line is in its place, and the colours are the common ones."""
    guest = visitor(small, color_scheme="light")
    page = guest.goes_to(f"{SHARED}?gemeente=beek")
    expect(page.locator("aside.counter .button")).to_have_attribute("href", "tel:+31307606055")
    expect(page.locator('[data-locality="back"]')).to_have_text("Terug naar hulp in Beek")
    expect(page.locator(".offer__do .button")).to_have_css("background-color", "rgb(10, 90, 95)")
    guest.is_content()


def test_without_scripts_a_shared_page_names_its_municipalities(small: Path, visitor: Come) -> None:
    """Each leads to the help of that municipality; no counter of anybody is shown."""
    guest = visitor(small, java_script_enabled=False)
    page = guest.goes_to(f"{SHARED}?gemeente=stein")
    aside = page.locator("aside.locality")
    assert aside.locator("a").all_inner_texts() == ["Beek", "Stein"]
    assert aside.locator("h2").inner_text() == "In welke gemeenten?"
    aside.get_by_role("link", name="Beek").click()
    page.wait_for_url("**/beek/")
    guest.is_content()


@pytest.mark.parametrize(
    "value",
    ["", "..", "../../etc", "%2e%2e%2fstein", "//evil.example", "https:%2f%2fevil.example", "<script>alert(1)</script>",
     "javascript:alert(1)", "Stein", "stein%00", "stein/", "-"],
)  # fmt: skip
def test_a_municipality_that_can_not_be_one_changes_nothing(small: Path, visitor: Come, value: str) -> None:
    """Nothing is asked for and nothing shown: the page stays the shared one."""
    guest = visitor(small)
    page = guest.goes_to(f"{SHARED}?gemeente={value}")
    page.wait_for_load_state("networkidle")
    assert page.locator("aside.locality a").all_inner_texts() == ["Beek", "Stein"]
    assert page.locator('[data-locality="name"]').inner_text() == ""
    guest.is_content()


def test_a_municipality_of_elsewhere_is_harmless(small: Path, visitor: Come) -> None:
    """An id that could be one but isn't on this site: one request that finds nothing, and the page lives on."""
    guest = visitor(small)
    page = guest.goes_to(f"{SHARED}?gemeente=amsterdam")
    page.wait_for_load_state("networkidle")
    assert page.locator("aside.locality a").all_inner_texts() == ["Beek", "Stein"]
    assert page.locator("h1").inner_text() == "Oppas aan huis"
    assert guest.strangers == []
    assert [said for said in guest.complaints if "amsterdam" not in said and "404" not in said] == []


def test_typing_a_village_narrows_the_list(small: Path, visitor: Come) -> None:
    """Few know how their municipality is called officially: the name of a village finds it."""
    guest = visitor(small, width=360)
    page = guest.goes_to("")
    shown = page.locator(".chooser__list > li:visible")
    assert shown.count() == 2
    box = page.get_by_label("Zoek uw gemeente of dorp")
    box.click()  # a field that comes with its script
    box.press_sequentially("elsl")
    expect(shown).to_have_count(1)
    expect(shown.first).to_contain_text("Stein")
    expect(page.locator("#chooser-count")).to_have_text("1 gemeente gevonden")
    assert page.locator("#chooser-count").get_attribute("role") == "status"
    box.fill("")
    expect(shown).to_have_count(2)
    expect(page.locator("#chooser-count")).to_have_text("Typ de eerste letters.")
    guest.is_content()


def test_a_name_typed_in_any_way_is_found(small: Path, visitor: Come) -> None:
    """Capitals, accents and signs make no difference; a name that isn't there leaves the whole list."""
    page = visitor(small).goes_to("")
    shown = page.locator(".chooser__list > li:visible")
    box = page.get_by_label("Zoek uw gemeente of dorp")
    for typed, count, said in (
        ("BEEK", 1, "1 gemeente gevonden"),
        ("  stéin ", 1, "1 gemeente gevonden"),
        ("be", 2, "2 gemeenten gevonden"),
        ("xyz", 2, re.compile("Geen gemeente of dorp gevonden. Kijk of de naam goed getypt is")),
    ):
        box.fill(typed)
        expect(shown).to_have_count(count)
        expect(page.locator("#chooser-count")).to_have_text(said)


def test_a_postcode_an_older_name_and_a_slip_lead_there_too(small: Path, visitor: Come) -> None:
    """What is not on the page comes when somebody is about to type; below the name stands why it is shown."""
    guest = visitor(small, width=360)
    page = guest.goes_to("")
    shown = page.locator(".chooser__list > li:visible")
    box = page.get_by_label("Zoek uw gemeente of dorp")
    box.click()
    for typed, says in (
        ("6171 AB", "Stein\nPostcode 6171 ligt in deze gemeente"),
        ("6191", "Beek\nPostcode 6191 ligt in deze gemeente"),
        ("gemeente stein", "Stein"),
        ("urmnod", "Stein\nUrmond hoort bij deze gemeente"),
        ("neerbek", "Beek\nNeerbeek hoort bij deze gemeente"),
    ):
        box.fill(typed)
        expect(shown).to_have_count(1)
        expect(shown.first).to_have_text(re.compile(says.split("\n")[0]))
        assert shown.first.inner_text() == says
    box.fill("")
    expect(shown).to_have_count(2)
    assert page.locator(".chooser__why").count() == 0
    box.fill("6171")
    box.press("Enter")
    page.wait_for_url("**/stein/")
    guest.is_content()


def test_somebody_is_near_to_a_postcode(small: Path, visitor: Come) -> None:
    """In the finder a village, a neighbourhood or a postcode can be chosen, each in its group."""
    page = visitor(small).goes_to("stein/hulp/")
    page.locator(".filters > summary").click()
    groups = page.locator("#plaats optgroup")
    expect(groups).to_have_count(3)
    labels = groups.evaluate_all("groups => groups.map((group) => group.label)")
    assert labels == ["Dorpen en steden", "Wijken en buurten", "Postcodes"]
    page.select_option("#plaats", "6171")
    page.wait_for_url("**/stein/hulp/#plaats=6171")


def test_a_place_is_a_question_too(small: Path, visitor: Come) -> None:
    """Who types nothing but a village or a postcode sees everything, the nearest first, and never nothing."""
    page = visitor(small).goes_to("stein/hulp/")
    box = page.get_by_role("searchbox")
    counted = page.locator("[data-result-count]")
    box.fill("6129 AB")
    expect(counted).to_contain_text("mogelijkheden voor “6129 AB”")
    expect(page.locator(".find__none")).to_be_hidden()
    everything = page.locator(".find__results > li").count()
    box.fill("Urmond")
    expect(counted).to_contain_text("voor “Urmond”")
    assert page.locator(".find__results > li").count() >= everything > 1


def test_the_keyboard_is_enough_to_choose(small: Path, visitor: Come) -> None:
    """Tab to the field, type, Enter when one is left; or Tab on to the list."""
    guest = visitor(small)
    page = guest.goes_to("")
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "chooser-field":
            break
    page.keyboard.type("elsloo")
    page.keyboard.press("Tab")
    assert "Stein" in page.evaluate("document.activeElement.innerText")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/stein/")
    guest.is_content()


def test_a_site_in_a_folder_of_a_host_works_the_same(small: Path, shared: Path, visitor: Come) -> None:
    """The miniature edition stands at /kaart/: links, scripts, letters and colours all find their way from there."""

    def put(folder: Path) -> None:
        folder.mkdir()
        (folder / "kaart").symlink_to(small, target_is_directory=True)

    guest = visitor(once(shared / "host", put), color_scheme="light")
    page = guest.goes_to("kaart/")
    page.get_by_label("Zoek uw gemeente of dorp").fill("elsloo")
    page.keyboard.press("Enter")
    page.wait_for_url("**/kaart/stein/")
    page.goto(f"{guest.root}kaart/{SHARED}?gemeente=stein")
    expect(page.locator("aside.counter")).to_contain_text("Steunpunt van Stein")
    expect(page.locator(".offer__do .button")).to_have_css("background-color", "rgb(116, 37, 92)")
    assert page.evaluate("[...document.fonts].filter(font => font.status === 'loaded').length") > 0
    guest.is_content()


@pytest.mark.parametrize(
    ("scheme", "paper", "accent"), [("light", "#fbf7f6", "#74255c"), ("dark", "#1d151d", "#e6a6d2")]
)
def test_a_municipality_wears_its_own_colours(
    lindedal: Path, visitor: Come, scheme: str, paper: str, accent: str
) -> None:
    """Lindedal is purple, by day and by night; its logo is in the top."""

    def colour(hexadecimal: str) -> str:
        red, green, blue = (int(hexadecimal[i : i + 2], 16) for i in (1, 3, 5))
        return f"rgb({red}, {green}, {blue})"

    guest = visitor(lindedal, color_scheme=scheme)
    for address in ("", "organisaties/steunpunt-lindedal-zorgt/", "over/"):
        page = guest.goes_to(address)
        expect(page.locator("body")).to_have_css("background-color", colour(paper))
        logo = page.locator(".brand__logo")
        assert logo.evaluate("picture => picture.complete && picture.naturalWidth > 0"), address
    page = guest.goes_to("organisaties/steunpunt-lindedal-zorgt/")
    expect(page.locator(".offer__do .button")).to_have_css("background-color", colour(accent))
    guest.is_content()


def test_the_letters_are_our_own(lindedal: Path, visitor: Come) -> None:
    """Atkinson Hyperlegible Next is loaded from the site and used for everything."""
    page = visitor(lindedal).goes_to("lindedal/")
    page.evaluate("document.fonts.ready")
    families = page.evaluate(
        """() => [...new Set([...document.querySelectorAll("body *")].filter(e => e.innerText)
            .map(e => getComputedStyle(e).fontFamily.split(",")[0].replaceAll('"', "")))]"""
    )
    assert len(families) == 1 and families[0].startswith("Atkinson Hyperlegible Next")
    loaded = page.evaluate("[...document.fonts].filter(font => font.status === 'loaded').map(font => font.family)")
    assert any("Atkinson" in family for family in loaded)


def test_no_letter_is_smaller_than_it_may_be(lindedal: Path, visitor: Come) -> None:
    """Never under 0.95rem, whatever the page (look: letters)."""
    guest = visitor(lindedal, width=360)
    for address in ("lindedal/", "lindedal/hulp/vervangende-zorg/", "organisaties/steunpunt-lindedal-zorgt/",
                    "organisaties/steunpunt-lindedal-zorgt/gesprek-met-een-consulent/", "tools/", "over/",
                    "lindedal/kennisrugzak/een-keer-je-verhaal/"):  # fmt: skip
        small = guest.goes_to(address).evaluate(
            """() => {
                const least = 0.95 * parseFloat(getComputedStyle(document.documentElement).fontSize) - 0.1;
                return [...document.querySelectorAll("body *")]
                    .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && e.checkVisibility())
                    .filter(e => parseFloat(getComputedStyle(e).fontSize) < least)
                    .map(e => `${getComputedStyle(e).fontSize} ${e.outerHTML.slice(0, 100)}`);
            }"""
        )
        assert small == [], address


PRINTS = {
    "gemeente": "lindedal/",
    "aanbod": "organisaties/steunpunt-lindedal-zorgt/gesprek-met-een-consulent/",
    "hulp": "lindedal/hulp/vervangende-zorg/",
    "kennisrugzak": "lindedal/kennisrugzak/een-keer-je-verhaal/",
}


@pytest.mark.parametrize("name", PRINTS)
def test_a_page_prints_well(name: str, lindedal: Path, visitor: Come) -> None:
    """Black on white on A4, without the ways through the site, with the number to ring."""
    guest = visitor(lindedal, color_scheme="dark")
    page = guest.goes_to(PRINTS[name])
    pdf = page.pdf(path=OUTPUT / f"{name}.pdf", prefer_css_page_size=True)
    assert pdf.startswith(b"%PDF-") and len(pdf) > 5_000
    boxes = re.findall(rb"/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]", pdf)
    assert {(round(float(width)), round(float(height))) for width, height in boxes} == {(595, 842)}, "A4"
    page.emulate_media(media="print")
    for selector in (".top__links", ".skip", ".foot__links", ".jump"):
        assert not [one for one in page.locator(selector).all() if one.is_visible()], selector
    colours = page.evaluate(
        "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector('h1')).color]"
    )
    assert colours[0] in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")
    assert colours[1] == "rgb(0, 0, 0)"
    if name != "kennisrugzak":
        numbers = page.locator("main a[href^='tel:']:visible")
        assert numbers.count() >= 1
        assert re.search(r"\d{3,4}", numbers.first.inner_text())
    assert page.locator("footer").get_by_text("112", exact=True).is_visible()


LISTENS = """async () => {
  const line = document.querySelector(".printed");
  dispatchEvent(new Event("beforeprint"));
  const written = line.textContent;
  line.textContent = "";
  return written;
}"""
"""Whether the date would be written now; leaves nothing behind, so that only printing itself can write it."""


def test_paper_says_when_it_was_printed(lindedal: Path, visitor: Come) -> None:
    """In a drawer, a sheet without a date is a riddle."""
    page = visitor(lindedal).goes_to(PRINTS["aanbod"])
    until(page, LISTENS)  # the script comes a moment after the page
    with pypdfium2.PdfDocument(page.pdf()) as document:
        paper = " ".join(sheet.get_textpage().get_text_range() for sheet in document)
    assert re.search(r"Afgedrukt op \d{1,2} [a-z]+ 20\d\d", paper)


def test_a_component_that_fails_leaves_the_page_alone(small: Path, shared: Path, visitor: Come) -> None:
    """One script of an edition is broken: that is logged, and everything else works."""

    def make(folder: Path) -> None:
        shutil.copytree(small, folder)
        record(folder, "components/print-date/print-date.mjs", "throw new Error('stuk')")

    site = once(shared / "stuk", make)
    guest = visitor(site)
    page = guest.goes_to(f"{SHARED}?gemeente=stein")
    expect(page.locator("aside.counter")).to_contain_text("Steunpunt van Stein")
    assert len(guest.complaints) == 1 and "print-date" in guest.complaints[0]


def test_the_fictional_municipality_says_so_at_the_top(lindedal: Path, visitor: Come) -> None:
    """Before anything else on the page, and it can be read without scrolling."""
    assert (LINDEDAL / "mkdocs.yml").is_file()
    page = visitor(lindedal, width=360, height=640).goes_to("lindedal/")
    box = page.locator(".banner").bounding_box()
    assert box is not None and box["y"] < 100
