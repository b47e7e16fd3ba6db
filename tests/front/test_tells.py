"""What can be kept says of itself what Mijn rugzak shows: the marks that its script reads stand on every such page."""

from __future__ import annotations

import json
from pathlib import Path

from generator.engine import front
from tests.front import node
from tests.webpage import Webpage

KEPT = front() / "components/kept/kept.mjs"
WANTED = {"name": "h1", "summary": "p"}


def kept(site: Path) -> list[Webpage]:
    """The pages of a site that can be kept, as the script itself sees it."""
    every = [path.relative_to(site).as_posix() for path in sorted(site.rglob("index.html"))]
    addresses = json.dumps([path.removesuffix("index.html") for path in every])
    chosen = set(node.evaluated(KEPT, f"{addresses}.filter(it.keepable)"))
    return [
        page
        for path in every
        if path.removesuffix("index.html") in chosen
        if not (page := Webpage(site, path)).is_redirect
    ]


def told(page: Webpage) -> dict[str, str]:
    """By mark the element that carries it; each mark once, but for what stands ready until its moment comes."""
    marks = [e for e in page.elements if "data-tells" in e.attributes]
    stands = [e for e in marks if not any("data-from" in around.attributes for around in e.inside)]
    marked = [(e.attributes["data-tells"], e.tag) for e in stands]
    assert len(marked) == len(dict(marked)), page
    return dict(marked)


def test_what_can_be_kept_says_what_it_is(lindedal: Path) -> None:
    pages = kept(lindedal)
    assert {page.url.split("/")[0] for page in pages} == {"organisaties", "tools", "praktijkvoorbeelden", "werkbladen"}
    for page in pages:
        assert told(page).items() >= WANTED.items(), page


def test_an_offer_says_whose_it_is_and_how_to_begin(lindedal: Path) -> None:
    offers = [page for page in kept(lindedal) if page.url.startswith("organisaties/") and page.url.count("/") == 3]
    assert len(offers) > 20
    for page in offers:
        assert told(page)["by"] == "a", page
        assert told(page).get("action", "a") == "a"
    assert sum("action" in told(page) for page in offers) > len(offers) / 2


def test_what_is_over_says_so(small: Path) -> None:
    over = {page.url: told(page).get("gone") for page in kept(small)}
    assert over["organisaties/oude-buurtzorg/"] == over["organisaties/hulp-in-de-streek/belcirkel/"] == "strong"
    assert over["organisaties/hulp-in-de-streek/oppas/"] is None


def test_nothing_else_has_such_a_mark(lindedal: Path) -> None:
    chosen = {page.path for page in kept(lindedal)}
    others = [path.relative_to(lindedal).as_posix() for path in lindedal.rglob("*.html")]
    for path in set(others) - chosen:
        assert "data-tells" not in (lindedal / path).read_text("utf-8"), path
