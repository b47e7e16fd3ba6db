"""Scripts find each other and the files they load: in the front as it lies here, and in a site."""

from __future__ import annotations

import re
from pathlib import Path

from rjsmin import jsmin

from generator import urls
from generator.building.assets import WORKER
from generator.engine import front
from generator.rendering import addresses
from generator.rendering.scripts import needed_by, scripts
from tests.front.node import evaluated

_ASKED = re.compile(r'(?:\bimport |\bfrom |\bimport\()"([^"]+)"')


def broken(folder: Path) -> list[str]:
    """Scripts in a folder that ask for one that isn't there."""
    found = []
    for script in sorted(folder.rglob("*.mjs")):
        for asked in _ASKED.findall(script.read_text("utf-8")):
            assert asked.startswith("."), f"{script}: {asked}"
            if not (script.parent / asked).is_file():
                found.append(f"{script}: {asked}")
    return found


def test_every_import_leads_somewhere_in_the_front() -> None:
    asked = sum(len(_ASKED.findall(script.read_text("utf-8"))) for _, script in scripts())
    assert asked > 100
    assert broken(front()) == []


def test_every_import_leads_somewhere_in_a_site(small: Path) -> None:
    """Each script stands at the path that it has here."""
    assert {path for path, _ in scripts()} <= {path.relative_to(small).as_posix() for path in small.rglob("*.mjs")}
    for folder in ("components", "scripts", "search"):
        assert broken(small / folder) == []


def test_every_component_of_a_template_has_its_script() -> None:
    """`data-module="finder"` is `components/finder/finder.mjs`."""
    templates = [path.read_text("utf-8") for path in front().rglob("*.html")]
    named = {name for text in templates for name in re.findall(r'data-(?:module|later)="([^"]+)"', text)}
    assert len(named) > 10
    for name in named:
        assert needed_by(name)[0] == f"components/{name}/{name}.mjs"


def test_nothing_of_the_front_is_published_but_scripts_and_pictures(small: Path) -> None:
    """Templates, styles of one component and what lies beside them stay here."""
    for folder in ("components", "scripts", "search"):
        assert {path.suffix for path in (small / folder).rglob("*") if path.is_file()} == {".mjs"}
    assert not list(small.rglob("*/fragments/*"))


def test_the_front_has_the_addresses_of_now() -> None:
    """Who changes one in `urls` makes the module again, as `generator/rendering/addresses.py` says."""
    assert (front() / addresses.PATH).read_text("utf-8") == addresses.module()


def test_a_script_gets_the_addresses_that_pages_have() -> None:
    made = evaluated(
        front() / addresses.PATH,
        '[it.KEPT, it.help("stein"), it.help("stein", "klusjes"), it.searchPart("stein", 0), '
        'it.searchPart("stein", 3, "en"), it.offering("de-brug/oppas"), it.library("uqr.mjs"), it.sayings("en")]',
    )
    assert made == [
        urls.KEPT, urls.help("stein"), urls.help("stein", "klusjes"), urls.search_part("stein", 0),
        urls.search_part("stein", 3, "en"), urls.offering("de-brug/oppas"), urls.library("uqr.mjs"),
        urls.sayings("en"),
    ]  # fmt: skip


WORDS = [word for word in sorted(urls.RESERVED - {"components", "scripts", "search"}) if len(word) > 1]
SPELT = [
    *(rf"(?<![\w-]){word}/" for word in WORDS),
    *(rf"/{word}(?![\w-])" for word in WORDS),
    r"[\w-]+\.(?:json|ics|csv|svg)\b(?!\()",
    r"\bwerker\.js\b",
    r"\bniet-bewaard\b",
]
"""What only an address has: a first word of one beside a slash, or the name of a file that is loaded."""


def test_no_script_spells_an_address() -> None:
    """They all come from one module, which is made from `urls`. Comments may name a file."""
    paths = (*dict(scripts()), *(f"worker/{name}" for name in WORKER))
    said = {path: jsmin((front() / path).read_text("utf-8")) for path in paths}
    del said[addresses.PATH]
    assert len(said) > 60
    spelt = {path: [at for pattern in SPELT for at in re.findall(pattern, text)] for path, text in said.items()}
    assert {path: found for path, found in spelt.items() if found} == {}


def test_one_script_keeps_things_in_the_browser() -> None:
    """It gives them names of this edition: others in folders of the same host have the same storage."""
    keeping = [path for path, script in scripts() if re.search(r"\blocalStorage\b", jsmin(script.read_text("utf-8")))]
    assert keeping == ["scripts/stored.mjs"]
