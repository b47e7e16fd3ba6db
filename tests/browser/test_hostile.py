"""Nothing that stands in a record runs, in whatever field: shown in a browser that would let it run."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from generator.building.loading import load
from generator.edition import Edition
from generator.model.kinds import KINDS
from generator.records.files import RecordFile
from generator.validation.content import read_content
from tests.browser import hostile
from tests.browser.conftest import Visitor
from tests.editions import SMALL, TODAY, build, copied, once, replaced
from tests.webpage import Webpage, finished

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def evil(shared: Path) -> Path:
    """The site of the hostile edition."""
    return once(shared / "kwaad", lambda folder: build(hostile.edition(folder))) / "site"


def test_every_text_of_the_model_is_attacked() -> None:
    """Each field is either free text, and then hostile, or has a value that has to be right."""
    count = 0
    for part, field, full in hostile.fields():
        if field.part or full in hostile.LEFT_OUT:
            continue
        text = field.longest is not None
        assert text != (full in hostile.VALUES), full
        if text:
            count += 1
            value = hostile.filled(part, 0)[field.key]
            assert "<script>" in (value[0] if field.several else value), full
    assert count > 50


def test_no_page_holds_an_element_that_a_record_wrote(evil: Path) -> None:
    """Read as plain HTML: every tag and attribute is one of our templates'."""
    pages = finished(evil)
    assert len(pages) > 150
    for page in pages.values():
        harmless(page)


def harmless(page: Webpage) -> None:
    """Nothing in a page runs, loads or leads where our templates don't."""
    for element in page.elements:
        shown = f"{page}: <{element.tag} {dict(element.attributes)}>"
        assert "data-kwaad" not in element.attributes, shown
        assert not [name for name in element.attributes if name.startswith("on") or name in ("style", "srcdoc")], shown
        assert element.tag not in ("iframe", "style", "object", "embed", "base", "math", "template"), shown
        if element.tag == "form":  # the one question of the site, and choices, asked of the page itself
            assert element.attributes["class"] in ("find", "rings__filter", "library__filter", "coverage__own"), shown
            assert element.attributes.get("method", "get") == "get", shown
        if element.tag == "script":
            source = element.attributes.get("src", "")
            ours = source.endswith("scripts/mantelkaart.mjs") and "//" not in source
            assert ours or element.attributes == {"type": "application/ld+json"}, shown
        if element.tag == "img":
            drawn = element.attributes["src"].endswith("/dekking.svg")
            assert drawn or element.attributes.get("class") in ("brand__logo", "booklet__logo"), shown
        for name in ("href", "src", "action", "content"):
            link = element.attributes.get(name, "").strip().lower()
            assert not link.startswith(("javascript:", "data:", "vbscript:", "file:", "//")), shown
    own = page.is_redirect or page.path in ("404.html", "rugzak/index.html")
    assert page.json_ld() or own or "article" in page.html


def test_the_texts_are_shown_as_they_were_written(evil: Path) -> None:
    """Harmless is not the same as gone: who writes about <script> in a name can do so."""
    for n, attack in enumerate(hostile.ATTACKS):
        page = Webpage(evil, f"organisaties/kwaad-{n}/index.html")
        heading = page.all("h1")[0].text
        assert heading == " ".join(attack.split()), n
    page = Webpage(evil, "organisaties/kwaad-5/index.html")
    assert "{{7*7}}" in page.text and "49" not in page.all("h1")[0].text


def test_structured_data_stays_data(evil: Path) -> None:
    """No text ends the element that structured data stands in, and all of it parses to what was written."""
    node = Webpage(evil, "organisaties/kwaad-4/index.html").json_ld()[0]
    assert node["name"] == hostile.ATTACKS[4]
    for page in finished(evil).values():
        page.json_ld()
    local = json.loads((evil / "kwaaddorp/lokaal.json").read_text("utf-8"))
    assert local["name"] == hostile.ATTACKS[2]


IN_THE_PAGE = """() => ({
    pwned: window.pwned,
    elements: document.querySelectorAll("[data-kwaad], iframe, object, embed, style, base").length
        + [...document.forms].filter(form => !form.matches(
            ".find, .rings__filter, .library__filter, .coverage__own")).length,
    handlers: [...document.querySelectorAll("*")].filter(e => [...e.attributes].some(a => /^on/i.test(a.name))).length,
    scripts: [...document.scripts].filter(s => s.type !== "application/ld+json"
        && !s.src.startsWith(location.origin + "/scripts/")).length,
    links: [...document.querySelectorAll("[href], [src]")].map(e => e.href || e.src)
        .filter(link => /^\\s*(javascript|data|vbscript|file):/i.test(link.toString?.() ?? "")).length,
    hidden: getComputedStyle(document.body).display === "none",
    title: document.title.length > 0, h1: document.querySelectorAll("h1").length,
})"""
CLEAN = {"elements": 0, "handlers": 0, "scripts": 0, "links": 0, "hidden": False, "title": True, "h1": 1}


def visited(guest: Visitor, address: str) -> dict[str, Any]:
    """What a browser finds in a page."""
    found: dict[str, Any] = guest.goes_to(address).evaluate(IN_THE_PAGE)
    assert found.pop("pwned", None) is None, address
    return found


def addresses(site: Path) -> list[str]:
    """Every page made from what attacks, and one of each kind of list."""
    pages = [page.url for page in finished(site).values() if not page.is_redirect and page.path != "404.html"]
    lists = ["", "kwaaddorp/", "boosdorp/", "kwaaddorp/hulp/", "kwaaddorp/a-z/", "kwaaddorp/kennisrugzak/", "tools/",
             "praktijkvoorbeelden/", "werkbladen/", "kennisrugzakken/", "uit-de-bronnen/", "kwaaddorp/netwerk/",
             "kwaaddorp/dekking/", "kwaaddorp/agenda/", "over/"]  # fmt: skip
    attacking = ("/kwaad-", "/netwerk-", "/blad-", "/tool-", "/voorbeeld-", "/rugzak-")
    found = [url for url in pages if any(part in url for part in attacking) and not url.startswith("boosdorp/")]
    return lists + found


def test_nothing_runs_even_where_the_policy_would_let_it(evil: Path, visitor: Callable[..., Visitor]) -> None:
    """Without the Content-Security-Policy too: the texts themselves are harmless, the policy is a second lock."""
    guest = visitor(evil, bypass_csp=True)
    every = addresses(evil)
    assert len(every) > 100
    for address in every:
        assert visited(guest, address) == CLEAN, address
    guest.is_content()


def test_the_second_lock_has_nothing_to_hold(evil: Path, visitor: Callable[..., Visitor]) -> None:
    """With the policy there is no violation to report: there was nothing to stop."""
    guest = visitor(evil, width=360)
    samples = ["kwaaddorp/", "kwaaddorp/hulp/", "kwaaddorp/a-z/", "tools/", "over/", "er/niet/"]
    for n in range(len(hostile.ATTACKS)):
        samples.append(f"organisaties/kwaad-{n}/aanbod/?gemeente=kwaaddorp")
    for address in samples:
        assert visited(guest, address) == CLEAN, address
    guest.complaints = [said for said in guest.complaints if "404" not in said]
    guest.is_content()


def test_what_scripts_add_is_text_too(evil: Path, visitor: Callable[..., Visitor]) -> None:
    """The counter, the way back and the name that scripts put in a shared page are shown as they were written."""
    guest = visitor(evil, bypass_csp=True)
    page = guest.goes_to("organisaties/kwaad-0/aanbod/?gemeente=kwaaddorp")
    page.locator("aside.counter").wait_for()
    assert page.locator('[data-locality="name"]').inner_text() == hostile.ATTACKS[2]
    assert hostile.ATTACKS[2] in page.locator('[data-locality="back"]').inner_text()
    assert page.evaluate(IN_THE_PAGE) == {"pwned": None, **CLEAN}
    page.locator("a[data-carry]").first.click()
    page.locator("aside.counter").wait_for()
    assert page.evaluate(IN_THE_PAGE) == {"pwned": None, **CLEAN}
    guest.is_content()


def test_fields_that_are_no_free_text_refuse_all_of_it() -> None:
    """Numbers, addresses, dates, ids, choices: an attack is a fault there, on its line."""
    own: dict[str, Callable[[int], dict[str, Any]]] = {
        "organisation": hostile.organisation,
        "worksheet": hostile.worksheet,
    }
    kinds = [kind.id for kind in KINDS.values() if not kind.listed]
    count = 0
    for kind in kinds:
        make = own.get(kind, partial(hostile.filled, KINDS[kind].model))
        for path, value in places(make(0)):
            free = "{text}" in str(value) or value in (hostile.LONG, *hostile.ATTACKS)
            if not isinstance(value, str) or free:
                continue
            whole = make(0)
            body = whole.pop("body", None)
            put(whole, path, '"><script>window.pwned=1</script>')
            text = hostile.dumped(whole)
            if body is not None:
                text = f"---\n{text}---\n\n{body}\n"
            file = RecordFile("x", "x", kind, "kwaaddorp/x" if kind == "backpack" else "x", False)
            _, found, made = read_content(file, text.encode())
            count += 1
            assert made is None, (kind, path)
            assert any(tuple(where)[: len(path)] == tuple(path)[: len(where)] for _, _, where, _, _ in found), (
                kind,
                path,
            )
    assert count > 70


def places(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], Any]]:
    """Every single value in a record, with the way to it."""
    if isinstance(value, dict):
        return [found for key, inner in value.items() for found in places(inner, (*path, key))]
    if isinstance(value, list):
        return [found for index, inner in enumerate(value) for found in places(inner, (*path, index))]
    return [(path, value)]


def put(record: Any, path: tuple[str | int, ...], value: str) -> None:
    """Put another value in a place."""
    *above, last = path
    for step in above:
        record = record[step]
    record[last] = value


@pytest.mark.parametrize(
    "link",
    ["[dit](javascript:alert(1))", "[dit](JAVASCRIPT:alert(1))", "[dit](java\tscript:alert(1))", "<vbscript:x>",
     "[dit](data:text/html,<script>alert(1)</script>)", "[dit](file:///etc/passwd)", "[dit]( javascript:alert(1))",
     "[dit][x]\n\n[x]: javascript:alert(1)", "![dit](javascript:alert(1))"],
)  # fmt: skip
def test_a_link_that_runs_something_is_a_fault(link: str, tmp_path: Path) -> None:
    """Whoever writes one hears it, instead of finding a dead link on the site."""
    edition = copied(SMALL, tmp_path / "editie")
    text = f"area: [stein]\ndescription: {json.dumps(f'Lees {link}')}\n"
    replaced(edition / "data/organisations/stein/steunpunt-stein.yml", "area: [stein]\n", text)
    codes = {problem.code for problem in load(Edition.at(edition / "mkdocs.yml"), TODAY).faults}
    assert codes == {"unsafe-link"}


@pytest.mark.parametrize("field", ["website", "email"])
@pytest.mark.parametrize(
    "value",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//evil.example",
        "https://",
        "x' onclick='y",
        '"><script>',
        "mailto:a@b.nl",
    ],
)
def test_an_address_that_is_none_is_a_fault(field: str, value: str, tmp_path: Path) -> None:
    """Only https:// and http:// addresses, only plain mail addresses."""
    edition = copied(SMALL, tmp_path / "editie")
    replaced(
        edition / "data/organisations/stein/steunpunt-stein.yml",
        "area: [stein]\n",
        f"area: [stein]\n{field}: {json.dumps(value)}\n",
    )
    codes = {problem.code for problem in load(Edition.at(edition / "mkdocs.yml"), TODAY).faults}
    assert codes == {"url-format" if field == "website" else "email-format"}
