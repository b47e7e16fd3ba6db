"""`mantelkaart new`, `init` and `schema`: what helps who begins to write."""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from generator import durable
from generator.commands.asked import FAULTS, FINE, Misused, edition_of, today
from generator.commands.said import say
from generator.commands.trouble import alone
from generator.editing import schema, starters, terms
from generator.national import layer as national
from generator.national.hints import told
from generator.national.mergers import mergers
from generator.national.naming import Meant, meant
from generator.texts.listing import joined
from generator.texts.spoken import text
from generator.values import dates
from generator.values.slugs import slug


def new(asked: argparse.Namespace) -> int:
    """Write the beginning of a record. Raises `Misused` when nothing good can come of it."""
    edition = edition_of(asked)
    municipalities = sorted(path.stem for path in (edition.data / "municipalities").glob("*.yml"))
    if asked.municipality and len(_named(asked.municipality)) > 1:
        raise Misused(say("new-one", name=asked.municipality))
    municipality = asked.municipality or (municipalities[0] if len(municipalities) == 1 else None)
    if municipality is None and asked.kind != "municipality":
        raise Misused(say("new-municipality", count=len(municipalities)))
    name, notes = asked.name, []
    if municipality is not None and municipality not in municipalities:
        if slug(municipality) in municipalities and "/" not in municipality:
            municipality = slug(municipality)
        else:
            municipality, note = _official(municipality, "record")
            notes.append(note)
    if asked.kind == "municipality" and meant(name, today()) is not None:
        name, note = _official(name, "record")
        notes.append(note)
    if longest := starters.too_long(asked.kind, name):
        raise Misused(say("new-long", length=len(name.strip()), longest=longest))
    starter = starters.starter(asked.kind, name, municipality or "", today())
    if starter is None:
        raise Misused(say("new-name", name=asked.name))
    file = edition.root / starter.path
    if file.exists():
        raise Misused(say("new-exists", file=edition.shown(file)))
    with alone(edition.lock, "new", waits=True):
        _write(file, starter.content)
    print(*dict.fromkeys(note for note in notes if note), say("new-written", file=edition.shown(file)), sep="\n")
    if asked.kind == "municipality" and not starters.officials(name):
        print(say("new-fictional", name=name, near=starters.hinted(name)))
    return FINE


def init(asked: argparse.Namespace) -> int:
    """Begin an edition in a folder of its own. Raises `Misused` when something is in there."""
    folder = Path(asked.directory)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Misused(say("init-full", folder=folder))
    names = [name for said in asked.municipality for name in _named(said)]
    found = [_official(name) for name in names]
    ids = list(dict.fromkeys(id for id, _ in found))
    for path, content in starters.edition(ids, today()).items():
        _write(folder / path, content)
    schema.write(folder / "data" / "schemas")
    _write(folder / "data" / terms.FILE, terms.guide())
    for note in dict.fromkeys(note for _, note in found if note):
        print(note)
    shown = joined([national.municipalities()[id].name for id in ids])
    print(say("init-written", names=shown, folder=folder, command=_typed()), end="")
    return FINE


def _typed() -> str:
    """What somebody types to give a command from any folder: its name, or where it is when the shell doesn't know."""
    return "mantelkaart" if shutil.which("mantelkaart") else str(Path(sys.argv[0]).absolute())


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


def _named(said: str) -> list[str]:
    """The names in one answer: several may stand behind each other, with commas between them. One municipality has a
    comma in its name."""
    if meant(said) is not None:
        return [said]
    return [name.strip() for name in said.split(",") if name.strip()] or [said]


def _official(name: str, what: str = "edition") -> tuple[str, str]:
    """The id of the official municipality that somebody named, and what to say of it: a village and a former
    municipality lead to the one they are part of, and `what` is for that one. Raises `Misused`."""
    found = meant(name, today())
    if found is None:
        raise Misused(say("init-unknown", name=name, near=starters.hinted(name)))
    if len(found.ids) > 1:
        raise Misused(_ambiguous(name, found))
    id = found.ids[0]
    if found.how != "name":
        taken = text("places", "taken")
        return id, str(taken[found.how]).format_map({**told(found), "for": taken["for"][what]})
    return id, _ahead(id)


def _ahead(id: str) -> str:
    """That a municipality will become part of another one, if it will."""
    merger = mergers().get(id)
    if merger is None:
        return ""
    values = {
        "name": merger.name,
        "municipality": national.municipalities()[merger.into].name,
        "day": dates.in_words(merger.day.isoformat()),
        "intended": text("places", "intended") if merger.intended else "",
    }
    return str(text("places", "ahead")).format(**values)


def _ambiguous(name: str, found: Meant) -> str:
    return say("init-ambiguous" if found.how == "name" else "init-several", name=name, choices=", ".join(found.ids))
