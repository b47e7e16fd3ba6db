"""The coverage of a municipality in a browser: counts lead to their list, and a file of one's own is compared."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import flaws
from tests.browser.conftest import OUTPUT, Come
from tests.browser.keyboard import tabbed
from tests.browser.test_finder import count

pytestmark = pytest.mark.browser

PAGE = "lindedal/dekking/"


def cell(page: Page, table: str, row: str, column: str) -> tuple[int, str]:
    """How many a cell counts in all, and where it leads."""
    found: dict[str, str] = page.evaluate(
        """([table, row, column]) => {
            const body = document.querySelector(`table[aria-labelledby="${table}-caption"]`);
            const heads = [...body.querySelectorAll("thead th")].map(head => head.innerText.trim());
            const line = [...body.tBodies[0].rows].find(line => line.cells[0].innerText.trim() === row);
            const cell = line.cells[heads.indexOf(column)];
            return {text: cell.innerText, href: cell.querySelector("a")?.href ?? ""};
        }""",
        [table, row, column],
    )
    return sum(map(int, re.findall(r"\d+", found["text"]))), found["href"]


@pytest.mark.parametrize(
    ("table", "row", "column"),
    [
        ("situatie", "Even vrij: vervangende zorg", "alles"),
        ("situatie", "Even vrij: vervangende zorg", "Ik zorg voor iemand met dementie"),
        ("situatie", "Informatie en advies", "Geldzorgen"),
        ("situatie", "Hulp in het dagelijks leven", "Ik wil er even tussenuit"),
        ("situatie", "Alles", "Ik ben jong en zorg"),
        ("wie", "Gezelschap en activiteiten", "Ouderen"),
    ],
)
def test_a_count_leads_to_as_many_results(lindedal: Path, visitor: Come, table: str, row: str, column: str) -> None:
    """Whoever presses a number finds that many, with the filters on that it stands for."""
    guest = visitor(lindedal)
    page = guest.goes_to(PAGE)
    page.wait_for_selector(".coverage__own:not([hidden])", state="attached")
    number, href = cell(page, table, row, column)
    assert number > 0
    page.goto(href)
    assert count(page) == number
    guest.is_content()


def test_without_scripts_a_count_leads_to_the_list_of_its_kind(lindedal: Path, visitor: Come) -> None:
    guest = visitor(lindedal, java_script_enabled=False)
    page = guest.goes_to(PAGE)
    row = page.locator("table[aria-labelledby=situatie-caption] tr", has_text="Even vrij")
    row.locator("td a").nth(1).click()
    page.wait_for_url("**/lindedal/hulp/vervangende-zorg/")
    page.go_back()
    expect(page.locator(".coverage__own")).to_be_hidden()


def test_a_village_opens_its_list(lindedal: Path, visitor: Come) -> None:
    """The number of a village leads to the offers behind it, on this page."""
    page = visitor(lindedal).goes_to(PAGE)
    number, href = cell(page, "plek", "Alles", "Oosterlinde")
    assert number > 0 and href.endswith("#plek-oosterlinde")
    expect(page.locator("#plek-oosterlinde")).to_be_hidden()
    page.locator("table[aria-labelledby=plek-caption] a[href$='#plek-oosterlinde']").first.click()
    expect(page.locator("#plek-oosterlinde")).to_be_visible()
    assert page.locator("#plek-oosterlinde > li").count() == number


def test_a_file_is_saved_under_its_date(lindedal: Path, visitor: Come) -> None:
    page = visitor(lindedal).goes_to(PAGE)
    page.wait_for_selector(".coverage__own:not([hidden])", state="attached")
    with page.expect_download() as saving:
        page.get_by_role("link", name="Al het aanbod (CSV)").click()
    assert re.fullmatch(r"dekking-lindedal-\d{4}-\d{2}-\d{2}\.csv", saving.value.suggested_filename)
    assert Path(saving.value.path()).read_bytes() == (lindedal / "lindedal/dekking.csv").read_bytes()


def chosen(page: Page, name: str, content: bytes) -> str:
    """Choose a file of one's own; what the page says then."""
    told = page.locator(".coverage__own [data-said]")
    expect(page.locator(".coverage__own")).to_be_visible()
    before = told.text_content() or ""
    page.get_by_label("Eerder bewaard bestand (CSV)").set_input_files(
        {"name": name, "mimeType": "text/csv", "buffer": content}
    )
    expect(told).not_to_have_text(before)
    return told.text_content() or ""


def test_a_file_of_one_s_own_is_compared_here_and_goes_nowhere(lindedal: Path, visitor: Come, tmp_path: Path) -> None:
    """An offer less and one more than now; Excel may have written commas, and nothing is asked of anybody else."""
    now = (lindedal / "lindedal/dekking.csv").read_text("utf-8-sig")
    lines = now.splitlines()
    key = next(line.split(";")[2] for line in lines[1:] if ";lokaal;" in line)
    then = [line for line in lines if f";{key};" not in line]
    gone = lines[1].split(";")
    gone[2:5] = ["was-er/nog", "Was er nog", '"De club; van toen"']
    gone[lines[0].split(";").index("bereik")] = "lokaal"
    guest = visitor(lindedal, width=360)
    page = guest.goes_to(PAGE)
    said = chosen(page, "toen.csv", ("\ufeff" + "\r\n".join([*then, ";".join(gone)])).encode())
    assert said == "Vergeleken met toen.csv: 1 erbij, 1 weg."
    shown = page.locator(".coverage__own [data-shown]")
    expect(shown.get_by_role("link")).to_have_attribute("href", re.compile(f"/organisaties/{key}/$"))
    expect(shown).to_contain_text("De club; van toen")
    expect(shown.get_by_role("region", name="Vergelijk met een eigen bestand")).to_be_visible()
    assert flaws(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    # The same file with commas, as a spreadsheet in English saves it: the same answer.
    same = [line for line in lines if '"' not in line and "," not in line]
    said = chosen(page, "komma.csv", "\n".join(line.replace(";", ",") for line in same).encode())
    assert said.startswith("Vergeleken met komma.csv: ") and said.endswith(", 0 weg.")
    # What had another id by then is the same offer.
    old, new = next(iter(json.loads(page.locator(".coverage").get_attribute("data-own") or "")["formerly"].items()))
    assert f";{new};" in now
    assert chosen(page, "eerder.csv", now.replace(f";{new};", f";{old};").encode()).endswith(": 0 erbij, 0 weg.")
    guest.is_content()


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("rommel.csv", bytes(range(256)) * 4096, "geen bestand met aanbod"),
        ("lijst.csv", b"naam;prijs\r\nappel;1\r\n", "geen bestand met aanbod"),
        ("leeg.csv", b"", "geen bestand met aanbod"),
        ("quote.csv", b'aanbod;naam;organisatie;soort_id;bereik\n"a;b', "geen bestand met aanbod"),
        ("groot.csv", b"x" * 10_000_001, "te groot"),
        ("beek.csv", b"gemeente;aanbod;naam;organisatie;soort_id;bereik\nBeek;a/b;A;B;;lokaal\n", "is van Beek"),
    ],
)  # fmt: skip
def test_another_file_is_refused_with_words_and_nothing_is_lost(
    lindedal: Path, visitor: Come, name: str, content: bytes, expected: str
) -> None:
    guest = visitor(lindedal)
    page = guest.goes_to(PAGE)
    page.wait_for_selector(".coverage__own:not([hidden])", state="attached")
    own = (lindedal / "lindedal/dekking.csv").read_bytes()
    assert "0 erbij, 0 weg" in chosen(page, "nu.csv", own)
    table = page.locator(".coverage__own table")
    expect(table).to_be_visible()
    assert expected in chosen(page, name, content)
    expect(table).to_be_visible()
    guest.is_content()


@pytest.mark.parametrize(("site", "address", "width"), [("small", "stein/dekking/", 360), ("lindedal", PAGE, 1280)])
def test_the_keyboard_reaches_every_count_and_can_move_a_wide_table(
    site: str, address: str, width: int, request: pytest.FixtureRequest, visitor: Come
) -> None:
    page = visitor(request.getfixturevalue(site), width=width, height=700).goes_to(address)
    page.wait_for_selector(".coverage__own:not([hidden])", state="attached")
    stops = tabbed(page, most=2000)
    assert all(stop["outline"] and stop["inside"] for stop in stops), [s for s in stops if not s["inside"]][:3]
    counts = page.locator("td a").count()
    assert (
        sum(bool(re.fullmatch(r"\s*(\d+)?\s*(\+\d+)?\s*", stop["text"])) and stop["tag"] == "A" for stop in stops)
        >= counts
    )
    assert sum(stop["tag"] == "DIV" for stop in stops) >= 3, "who has no mouse must be able to scroll a table"


def test_it_fits_on_paper(lindedal: Path, visitor: Come) -> None:
    """A4 upright: no table is wider than the page, shades are printed, and what is folded stays out."""
    page = visitor(lindedal, width=658).goes_to(PAGE)  # 174 mm at 96 dots an inch
    page.emulate_media(media="print", color_scheme="light")
    for table in page.locator("table").all():
        assert table.evaluate("table => table.getBoundingClientRect().width") <= 658
    assert page.locator("td.heat__4").first.evaluate("cell => getComputedStyle(cell).printColorAdjust") == "exact"
    expect(page.locator(".coverage__own")).to_be_hidden()
    page.pdf(path=OUTPUT / "dekking.pdf", prefer_css_page_size=True)
    page.emulate_media(media="null")
