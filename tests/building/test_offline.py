"""The list of what a browser keeps of a municipality: all that is needed, each with the name of what is on disk."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator import urls
from generator.building.offline import NAME
from generator.building.output import file_of
from generator.cache.digests import fingerprint
from tests.editions import SMALL, build, build_here, copied, different, files, replaced
from tests.webpage import Webpage

pytestmark = pytest.mark.site

FOR_A_DESK = {"lindedal/dekking/"}
"""Pages that only professionals use and that are too large to keep on every phone."""


def listed(site: Path, municipality: str) -> dict[str, str]:
    """Address → name of its content, of all parts together."""
    found = json.loads((site / municipality / "offline.json").read_bytes())
    pairs = [
        (folder + name, content)
        for part in found["parts"]
        for folder, names in part.items()
        for name, content in names.items()
    ]
    assert len(pairs) == len(dict(pairs)), "nothing is listed twice"
    return dict(pairs)


@pytest.mark.parametrize(
    ("edition", "municipality"), [("lindedal", "lindedal"), ("small", "stein"), ("stein", "stein")]
)
def test_the_list_names_what_is_on_disk(edition: str, municipality: str, request: pytest.FixtureRequest) -> None:
    """Every address is a file, with the content its name stands for."""
    site: Path = request.getfixturevalue(edition)
    found = listed(site, municipality)
    assert len(found) > 80
    for address, content in found.items():
        assert fingerprint((site / file_of(address)).read_bytes())[:NAME] == content, address


def test_a_browser_can_work_out_the_same_name() -> None:
    """SHA-256, in the signs that need no escape in a list: the empty file is in every book about it."""
    assert fingerprint(b"")[:NAME] == "47DEQpj8HBS"


def test_all_that_a_visitor_of_a_municipality_may_need_is_listed(lindedal: Path) -> None:
    """In an edition of one municipality: every page people stay on but what is over, and all they load.

    What only professionals see is large, and they sit at a desk: it is not among them."""
    found = listed(lindedal, "lindedal")
    pages = [path.relative_to(lindedal).as_posix() for path in lindedal.rglob("index.html")]
    missing = {page.removesuffix("index.html") for page in pages} - found.keys() - FOR_A_DESK
    for address in missing:
        page = Webpage(lindedal, file_of(address))
        status = [element for element in page.elements if "status" in (element.attributes.get("class") or "").split()]
        sheets = [sheet.attributes["href"] for sheet in page.all("link", rel="stylesheet")]
        professional = any(sheet.endswith(urls.PROFESSIONAL_SHEET) for sheet in sheets)
        assert page.is_redirect or status or professional or page.meta("robots") == "noindex", address
    scripts = {path.relative_to(lindedal).as_posix() for path in lindedal.rglob("*.mjs")}
    assert len(scripts) > 10
    read = {"lindedal/zoeken.json", "lindedal/zoeken-verder.json", "assets/woorden.json", "assets/woorden-verder.json"}
    assert scripts | read | {"assets/mantelkaart.css", "assets/vakwerk.css"} <= found.keys()
    assert {"lindedal/lokaal.json", "assets/thema-lindedal.css", "logo.svg"} <= found.keys()
    assert "werker.js" not in found, "the browser itself sees to the worker"


def test_each_municipality_has_its_own_list(small: Path) -> None:
    """What serves both is on both lists, what serves one on its own, and neither carries the other's search."""
    stein, beek = listed(small, "stein"), listed(small, "beek")
    both = {"", "rugzak/", "privacy/", "tools/", "organisaties/hulp-in-de-streek/oppas/", "scripts/mantelkaart.mjs"}
    assert both <= stein.keys() & beek.keys()
    assert "organisaties/steunpunt-stein/gesprek/" in stein.keys() - beek.keys()
    assert "organisaties/huiskamer-beek/koffie/" in beek.keys() - stein.keys()
    assert {"beek/", "beek/zoeken.json", "beek/hulp/"} <= beek.keys() - stein.keys()
    assert "assets/thema-stein.css" in stein.keys() - beek.keys()


def test_what_works_together_comes_first(lindedal: Path) -> None:
    """Pages that live by their scripts, those scripts, what they read and how it looks: put in place all at once."""
    first = json.loads((lindedal / "lindedal/offline.json").read_bytes())["parts"][0]
    together = {folder + name for folder, names in first.items() for name in names}
    assert {"", "lindedal/", "lindedal/hulp/", "lindedal/niet-bewaard/", "rugzak/", "lindedal/zoeken.json"} <= together
    assert not [address for address in together if address.startswith("organisaties/")]
    every = listed(lindedal, "lindedal")
    assert [address for address in every if address.endswith((".mjs", ".css", ".json"))] == [
        address for address in every if address in together and address.endswith((".mjs", ".css", ".json"))
    ]


def test_a_change_gives_another_name_to_what_it_touches_and_nothing_else(tmp_path: Path) -> None:
    """An address in Beek: the list of Stein stays the very same file, that of Beek differs where its pages do."""
    edition = copied(SMALL, tmp_path / "editie")
    site = build(edition)
    before, lists = files(site), {id: listed(site, id) for id in ("stein", "beek")}
    replaced(edition / "data/organisations/beek/huiskamer-beek.yml", "name: Koffie", "name: Koffie en thee")
    changed = set(different(before, files(build_here(edition))))
    assert "stein/offline.json" not in changed
    assert "beek/offline.json" in changed
    now = listed(site, "beek")
    other = {file_of(address) for address in now if now[address] != lists["beek"].get(address)}
    assert "organisaties/huiskamer-beek/koffie/index.html" in other
    assert other == changed - {"beek/offline.json", "beek/dekking/index.html", "beek/dekking.csv"}


def test_a_large_picture_is_left_for_who_looks_at_it(tmp_path: Path) -> None:
    edition = copied(SMALL, tmp_path / "editie")
    (edition / "content" / "klein.png").write_bytes(b"p" * 1_000)
    (edition / "content" / "groot.png").write_bytes(b"p" * 300_000)
    (edition / "content" / "folder.pdf").write_bytes(b"%PDF")
    found = listed(build(edition), "stein")
    assert "klein.png" in found
    assert not found.keys() & {"groot.png", "folder.pdf"}
