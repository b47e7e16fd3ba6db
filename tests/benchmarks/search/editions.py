"""The editions that are searched: those of the judged questions, municipalities that nobody tuned for, and one with a
thousand offerings in the words of the real records."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from generator.edition import Edition
from generator.values.slugs import slug
from tests.benchmarks.generate import OFFERINGS, TODAY, known_phrases, write_edition
from tests.editions import LINDEDAL, SMALL, STEIN, build, copied
from tests.search.unseen.editions import PLACES, write

CROWDED = "ede"
"""The municipality with so many offerings."""

_SENTENCE = re.compile(r"[A-Z][^\n*\[\]#|<>{}_`]+[.!?]")


def judged(folder: Path) -> dict[str, Edition]:
    """The editions of the judged questions, by the name that those give them, and the one with the other pages."""
    made = {}
    for name, source in (("stein", STEIN), ("lindedal", LINDEDAL), ("small", SMALL)):
        build(copied(source, folder / name))
        made[name] = Edition.at(folder / name / "mkdocs.yml")
    return made


def made_up(folder: Path) -> dict[str, Edition]:
    """The municipalities that nobody tuned for, by id."""
    return {id: Edition.at(build(write(id, folder / id)).parent / "mkdocs.yml") for id in PLACES}


def crowded(folder: Path, offerings: int) -> Edition:
    """One municipality with at least so many offerings, in the words of the real records."""
    write_edition(folder, -(-offerings // OFFERINGS), municipalities=[CROWDED], phrases=_rich_phrases())
    build(folder, TODAY)
    return Edition.at(folder / "mkdocs.yml")


def _rich_phrases() -> dict[str, Any]:
    """The words of the generator and of all real records: with few words an index is smaller than it ever will be."""
    phrases = known_phrases()
    names = {slug(name) for pool in phrases["offerings"].values() for name, _ in pool}
    for record in _real_records():
        phrases["organisations"].append([record.get("kind", "vrijwilligers"), record["name"], record["summary"]])
        for offering in record.get("offerings", ()):
            kind = next((kind for kind in offering.get("help", ()) if kind in phrases["offerings"]), None)
            if kind and slug(offering["name"]) not in names:
                names.add(slug(offering["name"]))
                phrases["offerings"][kind].append([offering["name"], offering["summary"]])
            phrases["lines"] += _sentences(offering)
        phrases["lines"] += _sentences(record)
    phrases["lines"] = list(dict.fromkeys(phrases["lines"]))
    return phrases


def _real_records() -> Iterator[dict[str, Any]]:
    for edition in (STEIN, LINDEDAL):
        for path in sorted(edition.glob("data/organisations/*/*.yml")):
            yield yaml.safe_load(path.read_text("utf-8"))


def _sentences(record: dict[str, Any]) -> Iterator[str]:
    for field in ("description", "expect", "local_note"):
        for sentence in re.split(r"(?<=[.!?])\s+", record.get(field) or ""):
            if _SENTENCE.fullmatch(sentence):
                yield sentence
