"""Prose that belongs to no record: the Markdown pages in `content/` that the host renders."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.edition import Edition
from generator.model.kinds import KINDS


def is_record(path: str) -> bool:
    """Whether a file of `content/` is a record, so that the host leaves it alone. Pictures and documents beside
    records are published as they are."""
    return any(
        f"content/{path}".startswith(f"{kind.folder}/") and path.endswith(kind.ending) for kind in KINDS.values()
    )


@dataclass(frozen=True, slots=True)
class Prose:
    """The addresses that prose answers, each with its file."""

    addresses: Mapping[str, str]

    @classmethod
    def of(cls, edition: Edition) -> Prose:
        """What MkDocs will make of `content/` with directory addresses."""
        found = {}
        for path in pages(edition):
            inside = path.relative_to(edition.content).as_posix()
            if not is_record(inside):
                stem = inside.removesuffix(".md")
                last = stem.rsplit("/", 1)[-1]
                url = stem.removesuffix(last) if last in ("index", "README") else f"{stem}/"
                found[url] = edition.shown(path)
        return cls(found)


def pages(edition: Edition) -> list[Path]:
    """The Markdown files in `content/`, records and prose."""
    return sorted(path for path in edition.content.rglob("*.md") if path.is_file())


def links_out(edition: Edition) -> Iterator[Path]:
    """Links in `content/` that lead out of the edition: the host would publish whatever stands there."""
    found = [edition.content]
    for folder, folders, names in os.walk(edition.content):
        found += [Path(folder, name) for name in sorted([*folders, *names])]
    yield from (path for path in found if path.is_symlink() and not path.resolve().is_relative_to(edition.root))
