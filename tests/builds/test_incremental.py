"""After any edit the site is what a build from nothing would give, to the byte."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from generator.building import making
from generator.building.loading import load
from generator.building.manifest import Manifest
from generator.building.naming import Named
from generator.building.output import Output, Written
from generator.building.site import build
from generator.cache.digests import fingerprint
from generator.catalogue.catalogue import Catalogue
from generator.edition import Edition
from generator.national.layer import FOLDER as NATIONAL
from generator.national.shown import ACUTE, RING_SHEET
from generator.records.prose import Prose
from generator.rendering.shell import SLOTS, Bulk, SiteFacts
from tests.builds.edits import EDITS, NEW, Place, save
from tests.editions import ROOT, SMALL, copied, different, files, mantelkaart, named, replaced
from tests.scratch import remembered

SITE = SiteFacts("Samen zorgen", "https://samen.example/kaart/")
EACH = 13
"""Edits one after the other in one edition."""
PARTS = 4
"""Tests that each make as many, so that several processes can."""
WANTED = 300
"""Edits with a build that is compared, in all parts together."""


class Anew(Edition):
    """An edition as if nothing was ever built of it."""

    @property
    def cache(self) -> Path:
        return self.root.parent / "leeg"


@dataclass
class PlainHost:
    """A host that puts all it is told about a place around a page, and nothing else."""

    name = "plain"

    def shell(self, depth: int, place: Mapping[str, Any]) -> str:
        marks = " ".join(str(getattr(Bulk(), slot)) for slot in SLOTS)
        return f"<html>{depth} {json.dumps(place, default=str)} {marks}</html>"


class Held(Output):
    """A site that is held and not written: for who wants to know what a first build gives."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}
        self._know(Path("nergens"), Manifest())

    @contextmanager
    def begun(self) -> Iterator[None]:
        """Nothing is on a disk."""
        yield

    def write(self, path: str, content: bytes) -> Written:
        self.names[path] = named(content)
        return Written(fingerprint(content), len(content), 0, "")

    def finish(self, *, certain: bool = True) -> tuple[int, int]:
        return 0, 0


def built(place: Place, edition: Edition) -> dict[str, str] | None:
    """The files of the site after a build; None where the edition has faults."""
    target = edition.cache.parent / f"{edition.cache.name}-site"
    return files(target) if made(place, edition, Output(target, edition.cache)) else None


def made(place: Place, edition: Edition, output: Output) -> bool:
    """Whether an edition could be built."""
    loaded = load(edition, place.today, site=SITE)
    if loaded.faults:
        return False
    pages = Prose.of(edition).addresses
    prose = {f"{url}index.html": Path(place.root, file).read_bytes() for url, file in pages.items()}
    build(edition, loaded, SITE, PlainHost(), output, prose, Named.now(edition))
    return True


def anew(place: Place) -> dict[str, str]:
    """What a build gives that knows nothing but what the national layer says."""
    edition, output = Anew.at(place.root / "mkdocs.yml"), Held()
    shutil.rmtree(edition.cache, ignore_errors=True)
    edition.cache.mkdir()
    (edition.cache / "records.store").write_bytes(remembered())
    assert made(place, edition, output)
    return output.names


KEPT = {*ACUTE, "mantelzorgnl", "kijkglas", "doelenboom", "even-buurten", RING_SHEET}
"""Of the national layer: what every page shows, and what the miniature edition names."""


@pytest.fixture(autouse=True)
def small_and_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Build in this process, above a national layer that holds little: a first build after each edit has less to do."""
    layer = tmp_path / "landelijk"
    shutil.copytree(NATIONAL, layer, ignore=shutil.ignore_patterns("__pycache__", "*.py", "*.csv"))
    for kind in ("organisations", "tools", "praktijkvoorbeelden", "worksheets"):
        for file in (layer / kind).iterdir():
            if file.stem not in KEPT:
                file.unlink()
    monkeypatch.setattr("generator.records.files.NATIONAL", layer)
    monkeypatch.setattr(making, "ALONE", 10**6)


def begun(folder: Path, coming: str = "") -> Place:
    """The miniature edition, built once; with an organisation `coming` whose offer begins in three days."""
    shutil.rmtree(folder, ignore_errors=True)
    place = Place(copied(SMALL, folder / "editie").resolve())
    if coming:
        offering = {**NEW["organisation"]["offerings"][0], "visible": {"from": "2026-11-24"}}
        save(place.root / coming, {**NEW["organisation"], "offerings": [offering]})
    assert built(place, Edition.at(place.root / "mkdocs.yml"))
    return place


def edited(place: Place, draw: Any, names: st.SearchStrategy[str], done: Counter[str]) -> None:
    """One edit, built and compared; what gives faults is taken back."""
    edition = Edition.at(place.root / "mkdocs.yml")
    kept, today = place.root.parent / "bewaard", place.today
    shutil.rmtree(kept, ignore_errors=True)
    shutil.copytree(place.root, kept, ignore=shutil.ignore_patterns(".cache*"))
    name = draw(names)
    place.told.append(EDITS[name](place, draw))
    found = built(place, edition)
    if found is None:
        place.told.append("(taken back)")
        place.today = today
        for folder in ("data", "content", "overrides"):
            shutil.rmtree(place.root / folder, ignore_errors=True)
            if (kept / folder).is_dir():
                shutil.copytree(kept / folder, place.root / folder)
        return
    wrong = different(found, anew(place))
    assert not wrong, f"{sorted(wrong)[:8]} after {place.told}"
    done[name] += 1


@pytest.mark.parametrize("part", range(PARTS))
def test_any_edit_gives_what_a_first_build_gives(part: int, tmp_path: Path) -> None:
    done: Counter[str] = Counter()

    @seed(part)
    @settings(
        max_examples=7, deadline=None, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
    )
    @given(st.data())
    def many(data: st.DataObject) -> None:
        place = begun(tmp_path / "plek")
        for _ in range(EACH):
            edited(place, data.draw, st.sampled_from(sorted(EDITS)), done)

    many()
    assert done.total() >= WANTED / PARTS, done


def one_more(place: Place) -> None:
    """An organisation of which no page knew."""
    save(place.root / "data/organisations/stein/proef.yml", {**NEW["organisation"], "name": "Nieuw in Stein"})


def three_days_later(place: Place) -> None:
    """Something begins."""
    place.today += timedelta(days=3)


def another_month(place: Place) -> None:
    """What is counted is of another month, and nothing else changes."""
    place.today = date(2026, 12, 2)


def a_year_later(place: Place) -> None:
    """What was checked is out of date."""
    place.today += timedelta(days=400)


BROKEN: Mapping[str, Callable[[Place], None]] = {
    "offers_in": one_more, "organisations_in": one_more, "offered_by": three_days_later, "_stale": a_year_later,
    "_month": another_month,
}  # fmt: skip
"""Lookups of the catalogue, each with something that changes its answer."""


@pytest.mark.parametrize("name", BROKEN)
def test_a_lookup_that_notes_nothing_would_be_found_out(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the test above says is worth as much as what it sees: here a lookup is broken on purpose."""
    monkeypatch.setattr(Catalogue, name, getattr(Catalogue, name).__wrapped__)
    place = begun(tmp_path / "plek", "data/organisations/stein/straks.yml" if name == "offered_by" else "")
    BROKEN[name](place)
    found = built(place, Edition.at(place.root / "mkdocs.yml"))
    assert found
    assert different(found, anew(place))


def test_a_derived_thing_that_names_two_values_alike_would_be_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.catalogue.asking.value", lambda _: "the same")
    place = begun(tmp_path / "plek")
    replaced(place.root / "data/organisations/stein/steunpunt-stein.yml", "name: Steunpunt", "name: Hulppunt")
    found = built(place, Edition.at(place.root / "mkdocs.yml"))
    assert found
    assert different(found, anew(place))


ENGINE_EDITS: Mapping[str, tuple[str, str, str]] = {
    "a text": ("generator/texts/nl/interface/finding.yml", "Bel {number}", "Draai {number}"),
    "a text in English": ("generator/texts/en/interface.yml", "Ring {number}", "Phone {number}"),
    "a national record": ("generator/national/organisations/mantelzorgnl.yml", "name: MantelzorgNL", "name: Wij"),
    "a template": ("overrides/fragments/offering.html", "</h1>", "!</h1>"),
    "a script": ("overrides/scripts/today.mjs", "sv-SE", "sv"),
    "code": ("generator/views/pieces/hours.py", 'replace(":", ".")', 'replace(":", " uur ")'),
}
"""What who keeps the engine itself changes: file, what stands there, what comes in its place."""


def test_an_edit_of_the_engine_gives_what_a_first_build_gives(tmp_path: Path) -> None:
    engine, edition = tmp_path / "motor", copied(SMALL, tmp_path / "editie")
    for folder in ("generator", "overrides"):
        shutil.copytree(ROOT / folder, engine / folder, ignore=shutil.ignore_patterns("__pycache__"))
    (engine / "node_modules").symlink_to(ROOT / "node_modules")

    def by_hand() -> dict[str, str]:
        done = mantelkaart("build", "-f", str(edition / "mkdocs.yml"), folder=engine)
        assert done.returncode == 0, done.stdout + done.stderr
        return files(edition / "site")

    before = by_hand()
    for what, (file, old, new) in ENGINE_EDITS.items():
        replaced(engine / file, old, new)
        found = by_hand()
        assert found != before, f"{what} is seen"
        shutil.rmtree(edition / "site")
        shutil.rmtree(edition / ".cache")
        before = by_hand()
        assert not different(found, before), what
