"""What pages load: a stylesheet, small scripts, the letters with their licence, the municipalities' own.

What only professionals see has a sheet of its own, so that a phone in a kitchen doesn't load it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin

from generator import urls
from generator.building.colours_css import theme_css
from generator.catalogue.catalogue import Catalogue
from generator.edition import Edition
from generator.engine import front, libraries
from generator.rendering import addresses
from generator.rendering.scripts import BEGIN, scripts

LETTERS = "@fontsource-variable/atkinson-hyperlegible-next"
PROFESSIONAL = frozenset({"booklet", "comparison", "coverage", "library", "rings", "sources", "worksheet"})
"""The components that only pages for professionals have. Such a page asks for their sheet with `sheets`."""
_FONT_FILES = ("latin-wght-normal", "latin-ext-wght-normal")


_BEFORE = [("assets/mantelkaart.mjs", f'import "../{BEGIN}";\n'.encode())]
"""What pages ask for that were made when all scripts stood in `assets/`: a browser may keep such a page for long."""


def assets(edition: Edition, catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """(path in the site, content) of every asset, in a fixed order."""
    yield "assets/mantelkaart.css", cssmin(_stylesheet(edition)).encode()
    yield urls.PROFESSIONAL_SHEET, cssmin("\n".join(_components(lambda name: name in PROFESSIONAL))).encode()
    for path, script in scripts():
        yield path, _small(addresses.module() if path == addresses.PATH else script.read_text("utf-8")).encode()
    yield from _BEFORE
    for picture in sorted((front() / "assets").glob("*.svg")):
        yield f"assets/{picture.name}", picture.read_bytes()
    worker = _small((front() / "worker" / urls.WORKER).read_text("utf-8"))
    yield urls.WORKER, (addresses.before_the_worker() + worker).encode()
    yield from _letters()
    yield from _libraries()
    for id, entry in catalogue.municipalities.items():
        if entry.record.theme:
            yield f"assets/thema-{id}.css", theme_css(entry.record.theme).encode()


def _small(script: str) -> str:
    """A script without the comments and spaces that only who changes it needs: a third of what a phone would load."""
    small: str = jsmin(script)
    return small


def _stylesheet(edition: Edition) -> str:
    """Tokens first, then the base, then every component; an edition's own sheet last, so that it wins."""
    folder = front()
    base = [folder / "assets" / name for name in ("tokens.css", "base.css")]
    sheets = [sheet.read_text("utf-8") for sheet in base]
    sheets += _components(lambda name: name not in PROFESSIONAL)
    sheets.append("@media print {\n" + (folder / "assets" / "print.css").read_text("utf-8") + "}\n")
    own = edition.root / "overrides" / "assets" / "eigen.css"
    if own.is_file():
        sheets.append(own.read_text("utf-8"))
    return "\n".join(sheets)


def _components(wanted: Callable[[str], bool]) -> list[str]:
    """The sheets of the components whose name is wanted, in order of name."""
    found = sorted((front() / "components").glob("*/*.css"))
    return [sheet.read_text("utf-8") for sheet in found if wanted(sheet.parent.name)]


_LIBRARIES = {
    "kdbush": {"LICENSE": "kdbush-LICENSE.txt"},  # supercluster carries it within
    "leaflet": {
        "dist/leaflet.js": "leaflet.mjs",
        "dist/leaflet.css": "leaflet.css",
        "LICENSE": "leaflet-LICENSE.txt",
        # Its sheet names them for controls that our map has not.
        "dist/images/layers.png": "images/layers.png",
        "dist/images/layers-2x.png": "images/layers-2x.png",
        "dist/images/marker-icon.png": "images/marker-icon.png",
    },
    "supercluster": {"dist/supercluster.min.js": "supercluster.mjs", "LICENSE": "supercluster-LICENSE.txt"},
    "uqr": {"dist/index.mjs": "uqr.mjs", "LICENSE": "uqr-LICENSE.txt"},
}
"""What scripts of the site load from the front's libraries, each with its licence, and what it is called there."""


def _libraries() -> Iterator[tuple[str, bytes]]:
    for name, files in _LIBRARIES.items():
        folder = _installed(name)
        for file, called in files.items():
            yield urls.library(called), (folder / file).read_bytes()


def _installed(name: str) -> Path:
    folder = libraries() / name
    if not folder.is_dir():
        raise FileNotFoundError(f"{name} ontbreekt: voer eerst 'make setup' uit")
    return folder


def _letters() -> Iterator[tuple[str, bytes]]:
    package = _installed(LETTERS)
    for name in _FONT_FILES:
        file = package / "files" / f"atkinson-hyperlegible-next-{name}.woff2"
        yield f"{urls.LETTERS}{file.name}", file.read_bytes()
    yield f"{urls.LETTERS}LICENSE.txt", (package / "LICENSE").read_bytes()
