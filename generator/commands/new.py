"""`mantelkaart new`, `init` and `schema`: what helps who begins to write."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator import durable
from generator.commands.asked import FAULTS, FINE, Misused, edition_of, today
from generator.commands.said import say
from generator.commands.trouble import alone
from generator.editing import schema, starters, terms


def new(asked: argparse.Namespace) -> int:
    """Write the beginning of a record. Raises `Misused` when nothing good can come of it."""
    edition = edition_of(asked)
    municipalities = sorted(path.stem for path in (edition.data / "municipalities").glob("*.yml"))
    municipality = asked.municipality or (municipalities[0] if len(municipalities) == 1 else None)
    if municipality is None and asked.kind != "municipality":
        raise Misused(say("new-municipality", count=len(municipalities)))
    if municipality is not None and municipality not in municipalities:
        municipality = _official(municipality)
    if asked.kind == "municipality" and len(starters.officials(asked.name)) > 1:
        raise Misused(_ambiguous(asked.name))
    if longest := starters.too_long(asked.kind, asked.name):
        raise Misused(say("new-long", length=len(asked.name.strip()), longest=longest))
    starter = starters.starter(asked.kind, asked.name, municipality or "", today())
    if starter is None:
        raise Misused(say("new-name", name=asked.name))
    file = edition.root / starter.path
    if file.exists():
        raise Misused(say("new-exists", file=edition.shown(file)))
    with alone(edition.lock, "new", waits=True):
        _write(file, starter.content)
    print(say("new-written", file=edition.shown(file)))
    if asked.kind == "municipality" and not starters.officials(asked.name):
        print(say("new-fictional", name=asked.name, near=starters.meant(asked.name)))
    return FINE


def init(asked: argparse.Namespace) -> int:
    """Begin an edition in a folder of its own. Raises `Misused` when something is in there."""
    folder = Path(asked.directory)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Misused(say("init-full", folder=folder))
    for name in asked.municipality:
        _official(name)
    for path, content in starters.edition(asked.municipality, today()).items():
        _write(folder / path, content)
    schema.write(folder / "data" / "schemas")
    _write(folder / "data" / terms.FILE, terms.guide())
    print(say("init-written", names=", ".join(asked.municipality), folder=folder), end="")
    return FINE


def write_schemas(asked: argparse.Namespace) -> int:
    """Write the schemas of an edition, or only say which of them are out of date."""
    edition = edition_of(asked)
    folder = edition.data / "schemas"
    if asked.check:
        made = {folder / name: wanted for name, wanted in schema.schemas().items()}
        made[edition.data / terms.FILE] = terms.guide()
        differing = [file for file, wanted in made.items() if _text_of(file) != wanted]
        for file in differing:
            print(say("schema-differs", file=str(file)))
        if not differing:
            print(say("schema-fine"))
        return FAULTS if differing else FINE
    with alone(edition.lock, "schema", waits=True):
        count = schema.write(folder)
        _write(edition.data / terms.FILE, terms.guide())
    print(say("schema-written", count=count, folder=folder))
    return FINE


def _write(file: Path, content: str) -> None:
    durable.write(file, content.encode())


def _text_of(file: Path) -> str | None:
    try:
        return file.read_text("utf-8")
    except OSError:
        return None


def _official(name: str) -> str:
    """The id of the official municipality that somebody named. Raises `Misused`."""
    found = starters.officials(name)
    if len(found) > 1:
        raise Misused(_ambiguous(name))
    if not found:
        raise Misused(say("init-unknown", name=name, near=starters.meant(name)))
    return found[0]


def _ambiguous(name: str) -> str:
    return say("init-ambiguous", name=name, choices=", ".join(starters.officials(name)))
