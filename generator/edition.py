"""An edition: a folder with `mkdocs.yml`, `data/` and `content/`, and where everything of it is."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Edition:
    """Where an edition keeps its files. `root` is absolute."""

    root: Path
    config: Path

    @classmethod
    def at(cls, config: Path) -> Edition:
        """The edition whose `mkdocs.yml` this is."""
        config = config.resolve()
        return cls(config.parent, config)

    @property
    def data(self) -> Path:
        return self.root / "data"

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def site(self) -> Path:
        return self.root / "site"

    @property
    def cache(self) -> Path:
        """Where the edition keeps what can be made again, and nowhere else."""
        return self.root / ".cache"

    @property
    def lock(self) -> Path:
        """What to hold while writing in the edition."""
        return self.cache / "lock"

    @property
    def addresses(self) -> Path:
        """Every address ever published."""
        return self.data / "addresses.txt"

    def shown(self, path: Path) -> str:
        """How messages call a file: relative to where the command was given, when it lies below that."""
        absolute = path if path.is_absolute() else self.root / path
        relative = os.path.relpath(absolute)
        return (absolute if relative.startswith("..") else Path(relative)).as_posix()
