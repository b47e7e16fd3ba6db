"""Beginnings: a commented, valid file for a new record, and a minimal edition that builds anywhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from string import Template

from generator.editing.beginnings import Beginning
from generator.model.anatomy import anatomy
from generator.model.kinds import KINDS
from generator.model.knowledge import Backpack
from generator.national import layer as national
from generator.national.hints import instead
from generator.national.naming import meant
from generator.texts.listing import joined
from generator.texts.spoken import text
from generator.values.fields import is_slug
from generator.values.slugs import slug

_FOLDER = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class Starter:
    """A file to begin with: `path` is relative to the edition."""

    path: str
    content: str


def kinds() -> tuple[str, ...]:
    """What `mantelkaart new` can begin: an edition adds to vocabularies, which begin with the national ones."""
    return tuple(kind.id for kind in KINDS.values() if not kind.listed)


def starter(kind: str, name: str, municipality: str, today: date) -> Starter | None:
    """The beginning of a record of a kind; None when the name leaves nothing for an id."""
    official = officials(name) if kind == "municipality" else []
    if len(official) == 1:
        id, name = official[0], national.municipalities()[official[0]].name
    else:
        id = slug(name)[:80].strip("-")
    if not is_slug(id):
        return None
    row = KINDS[kind]
    path = f"{row.folder}/{row.begins.format(id=id, municipality=municipality)}{row.ending}"
    values = {"name": _quoted(name), "id": id, "municipality": municipality, "today": today.isoformat()}
    if kind == "municipality":
        values["fictional"] = "" if official else "fictional: true\n"
    if kind == "backpack":
        told = text("cli", "starter-text")
        values["sections"] = "".join(f"\n## {heading}\n\n{told}\n" for heading in Backpack.SECTIONS.values())
    up = "../" * path.count("/") + ("data/" if path.startswith("content/") else "")
    values["schema"] = (up if path.startswith("content/") else "../" * (path.count("/") - 1)) + f"schemas/{kind}.json"
    template = _FOLDER / f"{kind}{row.ending}"
    if not template.is_file():
        return Starter(path, Beginning(row, values).written())
    return Starter(path, Template(template.read_text("utf-8")).substitute(values))


def too_long(kind: str, name: str) -> int | None:
    """How long the name of a record of this kind can be at most, when this one is longer."""
    title = anatomy(KINDS[kind].model).field(KINDS[kind].title)
    longest = title.longest if title else None
    return longest if longest and len(name.strip()) > longest else None


def officials(name: str) -> list[str]:
    """The ids of the official municipalities that have this name or id, whoever gave it to them: more than one when
    they are namesakes. A village or a former municipality is none."""
    if name in national.municipalities():
        return [name]
    found = meant(name)
    return list(found.ids) if found is not None and found.how == "name" else []


def hinted(name: str) -> str:
    """What somebody may have meant who named no official municipality."""
    return instead(name, national.municipalities())


def edition(ids: Sequence[str], today: date) -> Mapping[str, str]:
    """The files of a new edition for official municipalities, by path: it holds no path outside itself, so that it
    builds anywhere."""
    shown = {id: national.municipalities()[id].name for id in ids}
    here = Template((_FOLDER / "professionals-here.md").read_text("utf-8"))
    values = {
        "names": joined(list(shown.values())),
        "first": ids[0],
        "name": _quoted(shown[ids[0]]),
        "today": today.isoformat(),
        "here": "".join(here.substitute(id=id, name=name) for id, name in shown.items()),
    }
    files = {}
    for file in sorted((_FOLDER / "edition").rglob("*")):
        if file.is_file():
            path = file.relative_to(_FOLDER / "edition").as_posix()
            files[path.replace("gitignore", ".gitignore")] = Template(file.read_text("utf-8")).substitute(values)
    for id in ids:
        made = starter("municipality", id, id, today)
        assert made is not None
        files[f"data/municipalities/{id}.yml"] = made.content
        files[f"data/organisations/{id}/.gitkeep"] = ""
    return files


def _quoted(name: str) -> str:
    """A name as a YAML value: always in single quotes, so that no sign in it means anything."""
    return "'" + " ".join(name.split()).replace("'", "''") + "'"
