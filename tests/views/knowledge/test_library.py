"""What professionals look in: the way back from a record, kennisrugzakken side by side, tools by step."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator import urls
from generator.building.loading import load
from generator.edition import Edition
from generator.views.help import offers, organisations
from generator.views.knowledge import booklet, comparison
from generator.views.knowledge import tools as tools_view
from tests.editions import LINDEDAL, ROOT, TODAY
from tests.scratch import Scratch
from tests.webpage import finished

PACK = """\
---
municipality: {municipality}
core_theme: {theme}
design_question: {theme}, hoe dan?
local: {{situation: [{situation}]}}
national: {{tools: [{tools}]}}
---

## Wat lokaal bekend is

Wij weten dit van {theme}.
"""


@pytest.fixture
def region(tmp_path: Path) -> Scratch:
    """Stein and Beek, with an organisation that has an offer."""
    scratch = Scratch.stein(tmp_path)
    scratch.write("data/municipalities/beek.yml", "name: Beek\n")
    scratch.organisation("proef", "offerings: [{id: rust, name: Even rust, summary: Een middag vrij.}]\n")
    return scratch


def pack(scratch: Scratch, municipality: str, id: str, theme: str, tools: str = "", situation: str = "") -> None:
    text = PACK.format(municipality=municipality, theme=theme, tools=tools, situation=situation)
    scratch.write(f"content/kennisrugzak/{municipality}/{id}.md", text)


def test_an_offer_that_is_named_leads_back(region: Scratch) -> None:
    """On the page of the offer and on that of its organisation, at the foot where professionals look."""
    pack(region, "stein", "lucht", "Meer lucht", situation="proef/rust")
    catalogue = region.known()
    expected = [("Kennisrugzak Stein: Meer lucht", "stein/kennisrugzak/lucht/")]
    for context in (offers.offering(catalogue, "proef/rust"), organisations.organisation(catalogue, "proef")):
        named = [row for row in context["about"] if row.label == "Genoemd in"]
        assert [[tuple(link) for link in row.links] for row in named] == [expected]
    other = organisations.organisation(catalogue, "mantelzorgnl")
    assert not [row for row in other["about"] if row.label == "Genoemd in"]


def test_kennisrugzakken_side_by_side(region: Scratch) -> None:
    """What they share stands in one table, the most shared first; the rest with the one that has it."""
    pack(region, "stein", "lucht", "Meer lucht", "doelenboom, kijkglas, waardenkaart")
    pack(region, "stein", "buren", "Buren", "doelenboom, kijkglas")
    pack(region, "beek", "samen", "Samen", "doelenboom, effectenarena")
    made = comparison.comparison(region.known())
    assert [column.theme for column in made["columns"]] == ["Samen", "Buren", "Meer lucht"]
    shared = {row.link.label.split(":")[0]: [link.label for link in row.holders] for row in made["shared"]}
    assert list(shared.items()) == [
        ("Doelenboom", ["Samen (Beek)", "Buren (Stein)", "Meer lucht (Stein)"]),
        ("Kijkglas", ["Buren (Stein)", "Meer lucht (Stein)"]),
    ]
    own = [[link.label for link in column.own] for column in made["columns"]]
    assert own == [["Effectenarena"], [], ["Waardenkaart"]]
    assert made["columns"][0].known == [("In Beek", "Wij weten dit van Samen.")]


def test_what_one_kennisrugzak_has_alone_no_other_names() -> None:
    """Also when one names as an example what the other has among what is known, as those of Lindedal do."""
    catalogue = load(Edition.at(LINDEDAL / "mkdocs.yml"), TODAY).catalogue
    assert catalogue is not None
    made = comparison.comparison(catalogue)
    named = []
    for entry in catalogue.backpacks.values():
        local, national = entry.record.local, entry.record.national
        named.append({*local.situation, *local.known, *local.tools, *local.examples})
        named[-1] |= {*national.known, *national.tools, *national.examples}
    assert {row.link.label for row in made["shared"]} >= {"Even Buurten", "Gezonde wijkaanpak"}
    assert len(made["shared"]) == len(set.intersection(*named))
    assert sum(len(column.own) for column in made["columns"]) == len(set.symmetric_difference(*named))


@pytest.mark.parametrize(("packs", "rows", "said"), [(0, 0, "nog geen"), (1, 0, "één"), (2, 1, "2"), (10, 1, "10")])
def test_any_number_of_them(region: Scratch, packs: int, rows: int, said: str) -> None:
    for number in range(packs):
        pack(region, "stein" if number % 2 else "beek", f"nummer-{number}", f"Thema {number}", "doelenboom")
    made = comparison.comparison(region.known())
    assert len(made["columns"]) == packs and len(made["shared"]) == rows
    assert said in made["count"]


def test_professionals_find_their_page_and_what_they_need_on_it(stein: Path, lindedal: Path) -> None:
    """From the home, right below what a carer chooses from; then the conversation first, and all else once."""
    for site, id in ((stein, "stein"), (lindedal, "lindedal")):
        pages = finished(site)
        home = [(pages["index.html"].target(link) or ("", ""))[0] for link in pages["index.html"].links()]
        kinds = home.index(f"{urls.help(id, 'informatie-en-advies')}index.html")
        assert f"{urls.PROFESSIONALS}index.html" in home[kinds - 8 : kinds]
        page = pages[f"{urls.PROFESSIONALS}index.html"]
        links = [(page.target(link) or ("", ""))[0].removesuffix("index.html") for link in page.links()]
        wanted = (
            urls.worksheet("gesprek"), urls.help(id), urls.WORKSHEETS, urls.TOOLS, urls.ring_map(id),
            urls.coverage(id), urls.agenda(id), urls.backpacks(id),
        )  # fmt: skip
        places = [links.index(url) for url in wanted]
        assert places == sorted(places)


def test_the_sheet_of_a_tool_is_a_button_under_its_name(stein: Path) -> None:
    """Before everything else there is to read or press; a tool without a sheet has no button."""
    pages = finished(stein)
    for name, expected in (("doelenboom", ["Vul het werkblad in"]), ("kwaliteitskompas", [])):
        page = pages[f"{urls.tool(name)}index.html"]
        assert [element.text for element in page.all("a", **{"class": "button"})] == expected
    page = pages[f"{urls.tool('doelenboom')}index.html"]
    assert [page.target(link) for link in page.links()].count((f"{urls.worksheet('doelenboom')}index.html", "")) == 1


def test_every_tool_stands_at_a_step(stein: Path, lindedal: Path, region: Scratch) -> None:
    """Whoever says where they are in working together gets something; no tool is left out."""
    for site in (stein, lindedal):
        page = finished(site)["tools/index.html"]
        steps = {element.text for element in page.all("summary") if element.text.startswith("We ")}
        assert len(steps) == 6
    catalogue = region.known()
    made = tools_view.tools(catalogue)["by_step"]
    urls_of_steps = {link.url for entry in made for link in entry.links}
    assert {urls.tool(id) for id in catalogue.tools} | {urls.example(id) for id in catalogue.examples} == urls_of_steps
    assert all(entry.links and entry.explanation for entry in made)


def test_a_list_can_be_searched_in_all_its_texts(stein: Path) -> None:
    """A word that stands in the text of one tool only; words that tell nothing are named and not searched."""
    file = json.loads((stein / "tools/teksten.json").read_text("utf-8"))
    assert [id for id, text in file["texts"].items() if "wethouder" in text.split()]
    little = set(file["little"].split())
    assert {"de", "het", "een"} <= little
    assert not [word for text in file["texts"].values() for word in text.split() if word in little]
    assert set(file["texts"]) == {path.parent.name for path in stein.glob("tools/*/index.html")}


def test_a_link_in_a_text_leads_to_the_same_page_from_the_booklet(region: Scratch) -> None:
    """The booklet is one folder deeper than the kennisrugzak."""
    pack(region, "stein", "lucht", "Meer lucht")
    file = region.edition.root / "content/kennisrugzak/stein/lucht.md"
    file.write_text(
        file.read_text("utf-8") + "\nKijk bij [alle hulp](../../hulp/#a) of [elders](https://a.example/).\n"
    )
    chapters = booklet.booklet(region.known(), "stein/lucht")["chapters"]
    text = "".join(str(passage.text) for chapter in chapters for passage in chapter.passages)
    assert 'href="/stein/hulp/#a"' in text and 'href="https://a.example/"' in text


def test_a_booklet_says_of_how_many_it_knows_no_way_to_reach_them(stein: Path, lindedal: Path) -> None:
    """In the chapter of whom it names; where all can be reached there is nothing to say."""
    for site, id in ((stein, "stein/kringetje-van-alle-partijen"), (lindedal, "lindedal/een-keer-je-verhaal")):
        municipality, own = id.split("/")
        catalogue = load(Edition.at((ROOT if municipality == "stein" else LINDEDAL) / "mkdocs.yml"), TODAY).catalogue
        assert catalogue is not None
        addresses = booklet.booklet(catalogue, id)["addresses"]
        unknown = [address for address in addresses if not address.facts]
        page = finished(site)[f"{urls.booklet(municipality, own)}index.html"]
        expected = f"Van {len(unknown)} van de {len(addresses)} kennen wij geen telefoonnummer of adres."
        assert (expected in page.text) == (len(unknown) > 1)
        assert "Mantelkaart" not in page.text


def test_a_booklet_tells_everything_once(lindedal: Path) -> None:
    """Each thing it names has one number; whoever can be called stands at the back, with a number to ring."""
    page = finished(lindedal)["lindedal/kennisrugzak/een-keer-je-verhaal/boekje/index.html"]
    headings = [element.text for element in page.elements if element.tag in ("h3", "h4") and "id" in element.attributes]
    numbers = [heading.split()[0] for heading in headings]
    assert len(numbers) == len(set(numbers)) > 8
    assert "Je stelt drie vragen en schrijft de antwoorden op" in page.text, "the whole text of a tool"
    assert "0800" in page.text.split("Wie er genoemd worden")[-1]
    contents = page.all("nav", aria_labelledby="inhoud-boekje")[0].text
    assert all(heading in contents for heading in headings)
    assert page.meta("robots") == "noindex" and (page.canonical or "").endswith("een-keer-je-verhaal/boekje/")
