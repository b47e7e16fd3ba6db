"""What another process reads while this one loads is what this one would have read."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from generator.building.ahead import BuildAhead
from generator.building.loading import load
from generator.building.naming import Named
from generator.building.output import look
from generator.cache.store import Store
from generator.processes import run
from generator.rendering.prose_files import prose_folder
from generator.validation import keeping
from tests.editions import TODAY
from tests.scratch import Scratch


@pytest.fixture
def scratch(tmp_path: Path) -> Scratch:
    made = Scratch.stein(tmp_path)
    made.organisation("de-brug", "offerings: [{id: kring, name: Kring, summary: Een kring., first_step: Bel.}]\n")
    return made


def never(*_: object) -> None:
    raise AssertionError("this was read already")


@pytest.mark.parametrize("few", [0, 1_000], ids=["many", "few"])
def test_what_was_read_ahead_is_not_read_again(few: int, scratch: Scratch, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether it is told at once, or found in the store."""
    monkeypatch.setattr(keeping, "_FEW", few)
    scratch.organisation("half", "phones: [{number: een twee}]\n")
    wanted = load(scratch.edition, TODAY)
    for cached in scratch.edition.cache.iterdir():
        cached.unlink()
    with BuildAhead(scratch.edition) as ahead:
        for reading in ("find", "names_of", "read_new"):
            monkeypatch.setattr(keeping, reading, never)
        found = load(scratch.edition, TODAY, ahead=ahead.records)
        assert found.problems == wanted.problems
        assert [problem.code for problem in found.faults] == ["phone-format"]
        assert found.count == wanted.count
    kept = Store(scratch.edition.cache / "records.store")
    assert len(kept.notes) == found.count, "and it is kept for the next time"


def test_a_record_that_was_read_ahead_is_whole(scratch: Scratch) -> None:
    with BuildAhead(scratch.edition) as ahead:
        catalogue = load(scratch.edition, TODAY, ahead=ahead.records).catalogue
    assert catalogue is not None
    assert catalogue.offers["de-brug/kring"].offering.first_step == "Bel."


def test_of_files_with_something_wrong_nothing_is_said_ahead(scratch: Scratch) -> None:
    """More than their records has to be told, so who loads looks for himself."""
    (scratch.edition.data / "organisations/Grote Letters.yml").write_text("name: Nee\n", "utf-8")
    with BuildAhead(scratch.edition) as ahead:
        assert ahead.records() is None
    with BuildAhead(scratch.edition) as ahead:
        assert [fault.code for fault in load(scratch.edition, TODAY, ahead=ahead.records).faults] == ["file-name"]


def test_what_there_is_besides_records(scratch: Scratch) -> None:
    (prose_folder(scratch.edition) / "over").mkdir(parents=True)
    (prose_folder(scratch.edition) / "over/index.html").write_bytes(b"<h1>Over</h1>")
    with BuildAhead(scratch.edition) as ahead:
        ahead.records()
        seen = ahead.seen()
    assert seen.prose == {"over/index.html": b"<h1>Over</h1>"}
    assert seen.named == Named.now(scratch.edition)
    assert seen.named.lasts(scratch.edition)
    assert seen.looked == look(scratch.edition.site, scratch.edition.cache)


def test_a_process_started_since_may_ask_for_what_was_read(scratch: Scratch) -> None:
    """As the host does, which is a process of its own."""

    def loaded() -> None:
        sys.exit(load(scratch.edition, TODAY, ahead=ahead.records).count % 100)

    with BuildAhead(scratch.edition, besides=False) as ahead:
        code = run(loaded)
    assert code == load(scratch.edition, TODAY).count % 100
