"""The kinds of record, one row each. Whatever lists kinds asks here: a new one is a row, a model and a fragment.

Where no view was written for a kind with an address, the fragment that is named after it gets its records as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator import urls
from generator.model.activity import Activity
from generator.model.amendment import Amendment
from generator.model.anatomy import models_in
from generator.model.knowledge import Backpack, Example, Tool
from generator.model.municipality import Municipality
from generator.model.network import Network
from generator.model.organisation import Organisation
from generator.model.part import Part
from generator.model.vocabulary import Terms
from generator.model.worksheet import Worksheet


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record: what it may hold, where its files are, and where its pages."""

    id: str
    """What code, schemas, fragments and commands call it."""
    called: str
    """What editors call it, in Dutch."""
    model: type[Part]
    folder: str
    """Where its files are in an edition. The national layer has the same folder without the first word."""
    ending: str = ".yml"
    """`.yml`, or `.md` for front matter with a text below it."""
    national: bool = False
    """Whether the national layer may hold it too."""
    begins: str = "{id}"
    """Where below its folder a new one begins."""
    keyed: bool = False
    """Whether the folder it stands in belongs to its key: `stein/dementie`. Other folders only group."""
    listed: str | None = None
    """The field that is the whole file, for a kind whose files are lists."""
    title: str = "name"
    """The field that says what a record is called."""
    summary: str = "summary"
    """The field that tells in a sentence what it is."""
    address: Callable[[str], str] | None = None
    """The address of a record's own page, by its key; None for a kind without."""
    shelf: str | None = None
    """The address of the page that lists them all, where there is one."""
    library: bool = True
    """Whether it is what professionals read: the search finds it, and an offline copy holds all there are."""
    spoken_of: bool = True
    """Whether it is one of the records that a text may speak of (`RecordId`)."""

    def renamed(self, key: str, former: str) -> str:
        """The key that a record had when its id was another one."""
        return f"{key.rpartition('/')[0]}/{former}" if self.keyed else former


def _backpack(key: str) -> str:
    return urls.backpack(*key.split("/"))


def _table(*rows: Kind) -> dict[str, Kind]:
    return {row.id: row for row in rows}


KINDS: dict[str, Kind] = _table(
    Kind(
        "organisation", "organisatie", Organisation, "data/organisations", national=True,
        begins="{municipality}/{id}", address=urls.organisation, library=False,
    ),
    Kind(
        "municipality", "gemeente", Municipality, "data/municipalities",
        address=urls.municipality, library=False, spoken_of=False,
    ),
    Kind("network", "netwerk", Network, "data/networks", address=urls.network, library=False),
    Kind("activity", "activiteit", Activity, "data/activities", national=True, library=False, spoken_of=False),
    Kind(
        "amendment", "aanvulling", Amendment, "data/amend/organisations", title="note", summary="note",
        library=False, spoken_of=False,
    ),
    Kind(
        "vocabulary", "woordenlijst", Terms, "data/vocabularies", national=True,
        listed="terms", library=False, spoken_of=False,
    ),
    Kind(
        "backpack", "kennisrugzak", Backpack, "content/kennisrugzak", ".md",
        begins="{municipality}/{id}", keyed=True, title="core_theme", summary="design_question",
        address=_backpack, spoken_of=False,
    ),
    Kind("tool", "tool", Tool, "content/tools", ".md", national=True, address=urls.tool, shelf=urls.TOOLS),
    Kind(
        "example", "praktijkvoorbeeld", Example, "content/praktijkvoorbeelden", ".md", national=True,
        address=urls.example, shelf=urls.EXAMPLES,
    ),
    Kind(
        "worksheet", "werkblad", Worksheet, "data/worksheets", national=True,
        address=urls.worksheet, shelf=urls.WORKSHEETS,
    ),
)  # fmt: skip
"""The table, by id. What the search finds of one municipality stands in this order."""


def with_pages() -> Iterator[tuple[Kind, Callable[[str], str]]]:
    """The kinds whose records have a page of their own, with what gives its address."""
    return ((kind, kind.address) for kind in KINDS.values() if kind.address is not None)


def models() -> tuple[type[Part], ...]:
    """Every model that some record holds, each once."""
    return tuple(dict.fromkeys(model for kind in KINDS.values() for model in models_in(kind.model)))


def library() -> Iterator[tuple[Kind, Callable[[str], str]]]:
    """Those of them that professionals read."""
    return ((kind, address) for kind, address in with_pages() if kind.library)
