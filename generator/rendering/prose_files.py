"""What the host made of prose, and which of that the site carries."""

from __future__ import annotations

from pathlib import Path

from generator.cache.digests import files_below
from generator.edition import Edition
from generator.engine import front


def prose_folder(edition: Edition) -> Path:
    """Where the host leaves the pages and files it made for a build."""
    return edition.cache / "prose"


def prose_files(folder: Path) -> dict[str, bytes]:
    """What the host made in a folder that the site carries, by path."""
    every = ((name, (folder / name).read_bytes()) for name in files_below(folder) if not _unused(name))
    return {name: content for name, content in every if not _as_the_front(name, content)}


_UNUSED = ("assets/javascripts/", "search/", "sitemap.xml")
"""What the theme brings and no page of ours loads."""


def _unused(path: str) -> bool:
    return path.startswith(_UNUSED) or path.endswith((".map", ".gz"))


def _as_the_front(path: str, content: bytes) -> bool:
    """Whether the host only copied a file of the front: `assets` puts what pages need of those in its place."""
    file = front() / path
    return file.is_file() and file.read_bytes() == content
