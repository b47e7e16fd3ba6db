"""Prose that belongs to no record: the Markdown pages in `content/` that the host renders."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.edition import Edition
from generator.model.kinds import KINDS
from generator.records.lying import below, is_plain


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
    every = (edition.content / found.path for found in below(str(edition.content)) if found.path.endswith(".md"))
    return sorted(path for path in every if is_plain(path))


def text_of(path: Path) -> str:
    """What a page says; nothing when it can't be read, which is said elsewhere."""
    try:
        return path.read_text("utf-8", errors="replace")
    except OSError:
        return ""
