"""What a municipality's offline copy holds: the addresses a browser keeps for it, each with what its content must be.

Written last, from what the build knows of every file it made or left standing, so that nothing is read again. A copy
depends on what its municipality has, and on the folders in which that lies.
The browser (`overrides/worker/`) fetches what has another name than it kept, and keeps only what has the name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator import urls
from generator.building.manifest import Made
from generator.building.output import file_of
from generator.catalogue.asking import Question, note
from generator.catalogue.catalogue import Catalogue
from generator.model.kinds import library
from generator.rendering.scripts import scripts
from generator.search import index
from generator.texts.spoken import others
from generator.views.route.questions import answers, route

NAME = 11
"""How many signs of a `fingerprint` name a content: 66 bits of its SHA-256. A browser holds one body against one name,
so what a host answers by mistake passes once in 7 × 10¹⁹ times. Who makes such a body on purpose has to answer in the
name of the site, and could as well change the list. Compressed, a list is 1.28 times what it was with 32 bits."""

LARGEST = 200_000
"""Bytes of a picture that is worth keeping for who may never look at it."""

_PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif")


FOLDER = "folder"
"""The question of what lies in a folder of the site. How it differs is known when all else is made."""

PROSE = "prose files"
"""The question of which files the host made."""


def folder_of(path: str) -> str:
    """The folder of a file as copies ask for it: with all that an organisation has in one. What stands at the root is
    one by itself."""
    return "/".join(path.split("/")[:-1][:2]) or path


def differing(before: Mapping[str, Made], files: Mapping[str, Made]) -> frozenset[Question]:
    """The folders in which something is another than it was, or is there no more, as questions."""
    new = [path for path, made in files.items() if (was := before.get(path)) is not made and _other(was, made)]
    return frozenset((FOLDER, folder_of(path)) for path in (*new, *(before.keys() - files.keys())))


def _other(before: Made | None, now: Made) -> bool:
    return before is None or before.content != now.content


class OfflineCopies:
    """The copies of one site's municipalities, which have much in common."""

    def __init__(self, catalogue: Catalogue, prose: Iterable[str], files: Mapping[str, Made]) -> None:
        """`prose` are the paths of the host's own files, `files` everything in the site."""
        self._catalogue = catalogue
        self._files = files
        self._entries: dict[str, tuple[str, str, str]] = {}
        self._folders: dict[str, Question] = {}
        self._logos = {
            entry.record.theme.logo
            for entry in catalogue.municipalities.values()
            if entry.record.theme and entry.record.theme.logo
        }
        beside = [path for path in prose if path not in self._logos]
        assets = sorted(path for path in files if path.startswith("assets/"))
        self._moving = [path for path, _ in scripts()]
        self._moving += [
            path
            for path in assets
            if path.endswith((".mjs", ".css", ".svg", ".json")) and not path.startswith(urls.THEMES)
        ]
        self._moving += [path for path in assets if path.startswith(urls.LETTERS) and "-latin-wght-" in path]
        self._written = [path.removesuffix("index.html") for path in beside if path.endswith("/index.html")]
        self._written += [
            path
            for path in beside
            if path.endswith(_PICTURES) and not path.startswith("assets/") and files[path].size <= LARGEST
        ]

    def of(self, id: str) -> dict[str, Any]:
        """The copy of a municipality: `name`, and `parts` in the order in which they matter.

        Each part is a mapping of folder → name in it → name of its content. Everything in the first part works
        together: pages that live by their scripts, those scripts, and what they read. A browser puts that part in
        place all at once.
        """
        note((PROSE,))
        note((FOLDER, folder_of(urls.THEMES)))
        parts = (self._together(id), self._lists(id), self._offers(id), self._knowledge(id))
        seen: set[str] = set()
        return {
            "name": self._catalogue.municipalities[id].record.name,
            "parts": [self._named(part, seen) for part in parts],
        }

    def _named(self, addresses: Iterable[str], seen: set[str]) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = {}
        for address in addresses:
            if address not in seen:
                seen.add(address)
                folder, name, content = self._entry(address)
                found.setdefault(folder, {})[name] = content
        return found

    def _entry(self, address: str) -> tuple[str, str, str]:
        """The folder of an address, its name there and the name of its content: municipalities have most in common."""
        known = self._entries.get(address)
        if known is None:
            path = file_of(address)
            known = self._entries[address] = (*_cut(address), self._files[path].content[:NAME])
            self._folders[address] = (FOLDER, folder_of(path))
        note(self._folders[address])
        return known

    def _there(self, path: str) -> bool:
        note((FOLDER, folder_of(path)))
        return path in self._files

    def _together(self, id: str) -> Iterator[str]:
        theme = self._catalogue.municipalities[id].record.theme
        yield from (urls.HOME, urls.municipality(id), urls.help(id), urls.KEPT, urls.not_kept(id))
        yield from (urls.search_index(id), urls.search_more(id), urls.local(id))
        # The index says where in which part a record stands: they belong to one build.
        numbers = range(index.part_count(self._catalogue, id))
        yield from (urls.search_part(id, number) for number in numbers)
        for language in others():
            yield urls.finding(id, language)
            yield from (urls.search_part(id, number, language) for number in numbers)
        if id in self._catalogue.boundaries:
            yield urls.map_data(id)
        yield from self._moving
        if self._there(colours := urls.theme(id)):
            yield colours
        if theme and theme.logo and self._there(theme.logo):
            yield theme.logo

    def _lists(self, id: str) -> Iterator[str]:
        yield from (urls.situation(id, term.id) for term in self._catalogue.vocabularies["situations"])
        yield from (urls.help(id, term.id) for term in self._catalogue.vocabularies["help"])
        yield urls.a_to_z(id)
        yield urls.agenda(id)
        yield urls.route(id)
        yield from (urls.route(id, who) for who in route().who)
        yield from (urls.route(id, who.id, what.id) for who, what in answers())

    def _offers(self, id: str) -> Iterator[str]:
        for offer in self._catalogue.offers_in(id):
            yield urls.offering(offer.key)
            yield urls.organisation(offer.entry.id)
        yield from (urls.organisation(entry.id) for entry in self._catalogue.organisations_in(id))

    def _knowledge(self, id: str) -> Iterator[str]:
        """What professionals read. What they work with, such as the ring map, is too large to keep for everybody."""
        catalogue = self._catalogue
        yield from self._written
        yield urls.backpacks(id)
        yield from (urls.backpack(*key.split("/")) for key in catalogue.backpacks if key.startswith(f"{id}/"))
        yield from (kind.shelf for kind, _ in library() if kind.shelf)
        yield from (urls.COMPARISON, urls.SOURCES)
        for kind, address in library():
            if not kind.keyed:
                yield from map(address, catalogue.of(kind.id))
        yield from map(urls.network, catalogue.networks_in(id))


def _cut(address: str) -> tuple[str, str]:
    """An address as the folder it stands in and its name there: `tools/doelenboom/` is in `tools/`."""
    start = address.rstrip("/").rfind("/") + 1
    return address[:start], address[start:]
