"""The built site, page by page: every address answers, every link leads somewhere, every page says what it is."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

from generator import urls
from tests.editions import LINDEDAL, SMALL, STEIN
from tests.webpage import Webpage, finished, phone_numbers

SITES = {"stein": STEIN, "lindedal": LINDEDAL, "small": SMALL}


@pytest.fixture(scope="module", params=SITES)
def site(request: pytest.FixtureRequest) -> Path:
    """Each of the three sites."""
    found: Path = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Webpage]:
    """All its pages."""
    return finished(site)


@pytest.fixture(scope="module")
def real_pages(pages: dict[str, Webpage]) -> list[Webpage]:
    """The pages people stay on: no redirects, and not the page for what isn't there."""
    return [page for page in pages.values() if not page.is_redirect and page.path != "404.html"]


def test_every_address_of_the_design_answers(small: Path) -> None:
    """What is printed or shared today must work in ten years, so these addresses are a contract."""
    for address in (
        "", "stein/", "beek/", "stein/hulp/", "stein/hulp/vervangende-zorg/", "stein/situatie/dementie/", "stein/a-z/",
        "stein/kennisrugzak/", "beek/kennisrugzak/", "stein/kennisrugzak/buren/", "organisaties/steunpunt-stein/",
        "stein/netwerk/", "beek/netwerk/", "stein/dekking/", "beek/dekking/", "werkbladen/", "werkbladen/visie/",
        "stein/agenda/", "beek/agenda/",
        "organisaties/steunpunt-stein/gesprek/", "tools/", "tools/praatplaat/", "tools/doelenboom/",
        "praktijkvoorbeelden/", "praktijkvoorbeelden/soep-op-straat/", "netwerken/tafel-van-de-streek/", "over/",
        "privacy/", "toegankelijkheid/", "klopt-er-iets-niet/", "voor-professionals/",
    ):  # fmt: skip
        assert (small / address / "index.html").is_file(), address
    assert (small / "404.html").is_file()


def test_every_record_has_its_page(pages: dict[str, Webpage], site: Path, request: pytest.FixtureRequest) -> None:
    """The name of a file is the name in the address."""
    edition = SITES[request.node.callspec.params["site"]]
    folders = {"data/organisations": "organisaties", "data/networks": "netwerken", "content/tools": "tools",
               "content/praktijkvoorbeelden": "praktijkvoorbeelden"}  # fmt: skip
    expected = {
        f"{address}/{file.stem}/index.html"
        for folder, address in folders.items()
        for file in (edition / folder).rglob("*.*")
        if file.suffix in (".yml", ".md")
    }
    expected |= {
        f"{file.parent.name}/kennisrugzak/{file.stem}/index.html"
        for file in (edition / "content/kennisrugzak").rglob("*.md")
    }
    assert len(expected) > 5
    assert expected <= pages.keys()


def test_every_kind_and_situation_has_a_list_in_every_municipality(small: Path) -> None:
    """A link to a kind of help keeps working when the last offer of that kind ends."""
    for municipality in ("stein", "beek"):
        for place, least in (("hulp", 20), ("situatie", 11)):
            lists = [path.name for path in (small / municipality / place).iterdir() if path.is_dir()]
            assert len(lists) >= least, (municipality, place)


def test_one_municipality_has_its_home_at_the_root(stein: Path, small: Path) -> None:
    """With one municipality there is nothing to choose; with more, the root lets visitors choose."""
    root = Webpage(stein, "index.html")
    own = Webpage(stein, "stein/index.html")
    assert root.all("h1")[0].text == own.all("h1")[0].text
    assert root.canonical == own.canonical == "https://mantelkaart.example/stein/"
    choice = Webpage(small, "index.html")
    assert {"stein/", "beek/"} <= {link.removeprefix("./") for link in choice.links()}
    assert "Elsloo" in choice.text, "a village is how many people know their municipality"


def test_every_link_leads_to_a_file_and_every_fragment_to_an_id(pages: dict[str, Webpage], site: Path) -> None:
    """Nobody clicks on something that isn't there; no link knows at which address the site stands."""
    dead = []
    for page in pages.values():
        if page.path == "404.html":
            continue
        for link in page.links():
            if link.startswith("/"):
                dead.append(f"{page}: {link} starts at the root of the host")
            elif found := page.target(link):
                file, fragment = found
                if not (site / file).is_file():
                    dead.append(f"{page}: {link} leads nowhere")
                elif fragment and "=" not in fragment and fragment not in (pages[file].ids if file in pages else ()):
                    dead.append(f"{page}: {link} points at no id")
    assert not dead, "\n".join(dead[:20])


def test_everything_a_page_loads_is_there(pages: dict[str, Webpage], site: Path) -> None:
    """Style, scripts, letters and pictures come from the site itself, by an address relative to the page."""
    wrong = []
    for page in pages.values():
        for element in page.elements:
            if element.tag == "a" or (
                element.tag == "link" and element.attributes.get("rel") in ("canonical", "alternate")
            ):
                continue
            for name in ("src", "href", "srcset", "poster", "data", "action", "formaction"):
                link = element.attributes.get(name)
                if link is None:
                    continue
                if urlsplit(link).scheme or link.startswith("//"):
                    wrong.append(f"{page}: <{element.tag} {name}={link}> asks another host")
                elif page.path != "404.html" and (found := page.target(link)) and not (site / found[0]).is_file():
                    wrong.append(f"{page}: <{element.tag} {name}={link}> is not there")
    assert not wrong, "\n".join(wrong[:20])


def test_what_stylesheets_load_is_there(site: Path) -> None:
    """The letters stand beside the site, so that no other host learns who reads it."""
    sheets = list(site.rglob("*.css"))
    assert sheets
    for sheet in sheets:
        text = re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.DOTALL)
        for link in re.findall(r"url\(\s*['\"]?([^'\")]+)", text) + re.findall(r"@import\s+['\"]([^'\"]+)", text):
            if not link.startswith(("data:", "#")):
                assert not urlsplit(link).scheme and not link.startswith("/"), f"{sheet}: {link}"
                assert (sheet.parent / link.split("#")[0].split("?")[0]).resolve().is_file(), f"{sheet}: {link}"
    assert (site / "assets/letters/LICENSE.txt").read_text("utf-8").count("Open Font License")


def test_the_page_for_what_is_not_there_works_at_any_address(small: Path) -> None:
    """A server shows it at every address, so its links start at the site's own root: /kaart/ here."""
    page = Webpage(small, "404.html")
    links = [link for link in page.links() if not link.startswith(("tel:", "#", "https:"))]
    assert links
    for link in [*links, *(e.attributes["href"] for e in page.all("link", rel="stylesheet"))]:
        assert link.startswith("/kaart/"), link
        file = link.removeprefix("/kaart/")
        assert (small / file).is_file() or (small / file / "index.html").is_file(), link


def test_every_page_says_what_it_is(pages: dict[str, Webpage]) -> None:
    """A language, a title, a description, one main heading, readable on a phone."""
    for page in pages.values():
        language = "en" if "/en/" in page.path and not page.is_redirect else "nl"
        assert page.all("html")[0].attributes["lang"] == language, page
        titles = page.all("title")
        assert len([t for t in titles if not any(e.tag == "svg" for e in t.inside)]) == 1, page
        assert titles[0].text.strip(" –"), page
        assert page.meta("viewport") == "width=device-width, initial-scale=1", page
        headings = page.all("h1")
        assert len(headings) == 1 and headings[0].text, f"{page}: {[h.text for h in headings]}"
        if page.path != "404.html":
            assert page.meta("description"), page
            assert page.meta("og:title"), page


def test_titles_tell_pages_apart(real_pages: list[Webpage]) -> None:
    """In a row of tabs and in search results, two pages with one title are one page."""
    seen: dict[str, str | None] = {}
    for page in real_pages:
        title = page.all("title")[0].text
        assert seen.setdefault(title, page.canonical) == page.canonical, f"{page}: {title}"


def test_every_page_names_the_one_address_it_has(real_pages: list[Webpage], pages: dict[str, Webpage]) -> None:
    """Search engines and people who share a page use its canonical address, and that one answers."""
    for page in real_pages:
        assert page.canonical, page
        assert page.meta("og:url") == page.canonical, page
        root = page.canonical[: -len(page.url)] if page.url else page.canonical
        if page.url:
            assert page.canonical.endswith(f"/{page.url}"), f"{page}: {page.canonical}"
        assert root.startswith("https://")


def test_the_sitemap_lists_every_page_worth_finding_and_no_other(pages: dict[str, Webpage], site: Path) -> None:
    """No redirects, no second address of one page, nothing that asks not to be found."""
    name = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
    listed = [str(element.text) for element in ElementTree.parse(site / "sitemap.xml").iter(name)]
    assert len(listed) == len(set(listed))
    worth = {
        page.canonical
        for page in pages.values()
        if page.path != "404.html" and not page.is_redirect and "noindex" not in (page.meta("robots") or "")
    }
    assert set(listed) == worth


def test_machines_read_the_same_facts(real_pages: list[Webpage]) -> None:
    """Structured data parses, says what each thing is, and names pages by whole addresses."""
    count = 0
    for page in real_pages:
        for node in page.json_ld():
            count += 1
            assert node["@type"], page
            if "@id" in node:
                assert str(node["@id"]).startswith("https://"), page
            if node["@type"] == "BreadcrumbList":
                steps = node["itemListElement"]
                assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
                assert steps[-1]["item"] == {"@id": page.canonical}, page
    assert count > 100


def test_organisations_and_offers_have_their_own_kind_of_node(small: Path) -> None:
    """A search engine learns that this is a service, who provides it, where, and how to ring."""
    service, crumbs = Webpage(small, "organisaties/hulp-in-de-streek/bus-in-beek/index.html").json_ld()
    assert service["@type"] == "Service"
    assert service["provider"]["name"] == "Hulp in de streek"
    assert service["areaServed"] == [{"@type": "AdministrativeArea", "name": "Beek"}]
    assert service["availableChannel"]["servicePhone"][0]["telephone"] == "08000000104"
    assert crumbs["itemListElement"][0]["item"]["@id"].startswith("https://samen.example/kaart/")
    organisation = Webpage(small, "organisaties/steunpunt-stein/index.html").json_ld()[0]
    assert organisation["@type"] == "NGO"
    assert organisation["telephone"] == ["08000000101"]


def test_a_number_on_a_page_can_be_rung(real_pages: list[Webpage]) -> None:
    """Whoever sees a number on a phone only has to press it."""
    loose: list[str] = []
    rung = 0
    for page in real_pages:
        shown = {number.replace(" ", "") for number in phone_numbers(page.text)}
        links = [link for link in page.links() if link.startswith("tel:")]
        rung += len(links)
        ready = {re.sub(r"^\+31", "0", link.removeprefix("tel:")) for link in links}
        ready |= {re.sub(r"^https://wa\.me/31", "0", link) for link in page.links()}
        loose += [f"{page}: {number}" for number in shown - ready]
        for link in links:
            assert re.fullmatch(r"tel:(?:\+31[1-9]\d{8}|0[89]00\d{4,7}|14\d{3,4}|11\d|116\d{3})", link), (
                f"{page}: {link}"
            )
    assert rung > 100
    assert not loose, "\n".join(loose[:20])


def test_no_page_runs_anything_of_its_own(pages: dict[str, Webpage]) -> None:
    """One policy for all: no script, style or handler in the page itself, nothing from elsewhere."""
    for page in pages.values():
        policy = page.all("meta", http_equiv="Content-Security-Policy")
        assert len(policy) == 1, page
        assert "unsafe" not in policy[0].attributes["content"], page
        for element in page.elements:
            assert element.tag not in ("style", "iframe", "object", "embed", "base"), f"{page}: <{element.tag}>"
            if element.tag == "script":
                kind = element.attributes.get("type")
                assert kind == "application/ld+json" or "src" in element.attributes, page
            handlers = [name for name in element.attributes if name.startswith("on") or name == "style"]
            assert not handlers, f"{page}: <{element.tag} {handlers}>"


def test_no_municipality_can_take_an_address_of_the_site(site: Path) -> None:
    """The first words of the site's own addresses are held back, so the two can never meet."""
    first = {path.name for path in site.iterdir() if path.is_dir()}
    municipalities = {"stein", "beek", "lindedal", "linde-en-beek"}
    own_prose = {"uitleg"}  # a folder that an edition adds itself is held apart by [address-taken]
    assert first - municipalities - own_prose <= urls.RESERVED
