"""What pages load: a stylesheet, small scripts, the letters with their licence, the municipalities' own.

What only professionals see has a sheet of its own, so that a phone in a kitchen doesn't load it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from importlib.metadata import version
from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin

from generator import urls
from generator.building.colours_css import theme_css
from generator.cache.digests import contents, digest, engine_digest
from generator.catalogue.catalogue import Catalogue
from generator.edition import Edition
from generator.engine import front, libraries
from generator.pages.page import DataFile
from generator.rendering import addresses
from generator.rendering.scripts import BEGIN, scripts

LETTERS = "@fontsource-variable/atkinson-hyperlegible-next"
PROFESSIONAL = frozenset({"booklet", "comparison", "coverage", "library", "rings", "sources", "worksheet"})
"""The components that only pages for professionals have. Such a page asks for their sheet with `sheets`."""
_FONT_FILES = ("latin-wght-normal", "latin-ext-wght-normal")


_BEFORE = [("assets/mantelkaart.mjs", f'import "../{BEGIN}";\n'.encode())]
"""What pages ask for that were made when all scripts stood in `assets/`: a browser may keep such a page for long."""


Make = Callable[[], bytes]


def assets(edition: Edition) -> Iterator[tuple[str, Make]]:
    """(path in the site, what makes its content) of every asset, in a fixed order: all of the front, the edition's
    `overrides/` and the libraries."""
    yield "assets/mantelkaart.css", partial(_stylesheet, edition)
    yield urls.PROFESSIONAL_SHEET, _professional_sheet
    for path, script in scripts():
        yield path, partial(_script, path, script)
    yield from ((path, partial(bytes, content)) for path, content in _BEFORE)
    for picture in sorted((front() / "assets").glob("*.svg")):
        yield f"assets/{picture.name}", picture.read_bytes
    yield urls.WORKER, _worker
    yield from ((path, file.read_bytes) for path, file in library_files())


def themes(catalogue: Catalogue) -> Iterator[DataFile]:
    """The stylesheet of each municipality that has colours or a logo of its own."""
    for id, entry in catalogue.municipalities.unasked.items():
        if entry.record.theme:
            yield DataFile(urls.theme(id), _theme, (id,))


def _theme(catalogue: Catalogue, municipality: str) -> bytes:
    theme = catalogue.municipalities[municipality].record.theme
    return theme_css(theme).encode() if theme else b""


def library_files() -> Iterator[tuple[str, Path]]:
    """(path in the site, file) of what comes from the front's libraries: letters and scripts, with their licences."""
    yield from _letters()
    yield from _libraries()


def front_digest(edition: Edition) -> str:
    """A name for what every file is made of besides records: engine, front and libraries."""
    parts = contents(front(), edition.root / "overrides")
    libraries = (file.read_bytes() for _, file in library_files())
    return digest(engine_digest(), version("mantelkaart"), *parts, *libraries)


def _script(path: str, script: Path) -> bytes:
    return _small(addresses.module() if path == addresses.PATH else script.read_text("utf-8")).encode()


WORKER = ("copy.js", "sound.js", "ahead.js", urls.WORKER)
"""What the worker is made of, in the front's `worker/`: one script, since a worker can't import in every browser."""


def _worker() -> bytes:
    worker = "\n".join((front() / "worker" / name).read_text("utf-8") for name in WORKER)
    return (addresses.before_the_worker() + _small(worker)).encode()


def _professional_sheet() -> bytes:
    small: str = cssmin("\n".join(_components(lambda name: name in PROFESSIONAL)))
    return small.encode()


def _small(script: str) -> str:
    """A script without the comments and spaces that only who changes it needs: a third of what a phone would load."""
    small: str = jsmin(script)
    return small


def _stylesheet(edition: Edition) -> bytes:
    """Tokens first, then the base, then every component; an edition's own sheet last, so that it wins."""
    folder = front()
    base = [folder / "assets" / name for name in ("tokens.css", "base.css")]
    sheets = [sheet.read_text("utf-8") for sheet in base]
    sheets += _components(lambda name: name not in PROFESSIONAL)
    sheets.append("@media print {\n" + (folder / "assets" / "print.css").read_text("utf-8") + "}\n")
    own = edition.root / "overrides" / "assets" / "eigen.css"
    if own.is_file():
        sheets.append(own.read_text("utf-8"))
    small: str = cssmin("\n".join(sheets))
    return small.encode()


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


def _libraries() -> Iterator[tuple[str, Path]]:
    for name, files in _LIBRARIES.items():
        folder = _installed(name)
        for file, called in files.items():
            yield urls.library(called), folder / file


def _installed(name: str) -> Path:
    folder = libraries() / name
    if not folder.is_dir():
        raise FileNotFoundError(f"{name} ontbreekt: voer eerst 'make setup' uit")
    return folder


def _letters() -> Iterator[tuple[str, Path]]:
    package = _installed(LETTERS)
    for name in _FONT_FILES:
        file = package / "files" / f"atkinson-hyperlegible-next-{name}.woff2"
        yield f"{urls.LETTERS}{file.name}", file
    yield f"{urls.LETTERS}LICENSE.txt", package / "LICENSE"
