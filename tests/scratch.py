"""An edition that a test writes file by file, judged by the real validator on a fixed day."""

from __future__ import annotations

import shutil
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent

from generator import urls
from generator.building.loading import load
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.making import Validation, validate
from generator.edition import Edition
from generator.problems.problem import Problem
from tests.editions import TODAY

VALID = Path(__file__).parent / "records" / "valid"
"""An edition without any fault or warning: what wrong records are put into."""

SETTINGS = "site_name: Proef\ndocs_dir: content\ntheme:\n  name: material\nplugins:\n  - mantelkaart\n"


PAGES = tuple(f"content/{url.rstrip('/')}.md" for url in urls.WRITTEN)
"""What every edition writes itself, so that nothing is missing but what a test leaves out."""


class Scratch:
    """A folder that is an edition as soon as somebody writes in it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.write(".cache/records.store", remembered())
        self.write("mkdocs.yml", SETTINGS)
        for page in PAGES:
            if not (root / page).exists():
                self.write(page, "# Een pagina\n")

    @classmethod
    def stein(cls, root: Path) -> Scratch:
        """The smallest edition there is: one municipality, and the national layer."""
        scratch = cls(root)
        scratch.write("data/municipalities/stein.yml", "name: Stein\n")
        return scratch

    @classmethod
    def copy(cls, edition: Path, root: Path) -> Scratch:
        """A copy of an edition, to change."""
        shutil.copytree(edition, root, dirs_exist_ok=True, symlinks=True)
        return cls(root)

    def write(self, path: str, content: str | bytes) -> Path:
        """Put a file in the edition; a text may stand indented in the test."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(dedent(content).encode() if isinstance(content, str) else content)
        return file

    def organisation(self, id: str, more: str = "", **changed: str | None) -> Path:
        """A plain organisation with whatever a test adds, changes or (None) leaves out."""
        fields = {
            "name": "Stichting De Proef",
            "summary": "Helpt mensen die voor een ander zorgen.",
            "area": "[stein]",
            "checked": "{date: 2026-03, source: Website}",
            "website": "https://deproef.example/",
        } | changed
        lines = "".join(f"{key}: {value}\n" for key, value in fields.items() if value is not None)
        return self.write(f"data/organisations/{id}.yml", lines + dedent(more))

    @property
    def edition(self) -> Edition:
        return Edition.at(self.root / "mkdocs.yml")

    def validate(self, today: date = TODAY) -> Validation:
        """What the validator makes of the records."""
        return validate(self.edition, today)

    def known(self, today: date = TODAY) -> Catalogue:
        """The whole model, of records without faults."""
        loaded = load(self.edition, today)
        assert loaded.catalogue is not None, [str(fault) for fault in loaded.faults]
        return loaded.catalogue

    def problems(self, today: date = TODAY) -> list[Problem]:
        """Everything that is wrong, addresses included."""
        return list(load(self.edition, today).problems)

    def found(self, today: date = TODAY) -> list[tuple[str, int, int, str]]:
        """The same, short: file below the edition, line, column, code."""
        return [(self.inside(p.file), p.line, p.column, p.code) for p in self.problems(today)]

    def codes(self, today: date = TODAY) -> list[str]:
        """Only the codes."""
        return [problem.code for problem in self.problems(today)]

    def inside(self, file: str) -> str:
        """A file's name as the edition knows it."""
        return Path(file).absolute().relative_to(self.root.resolve()).as_posix()


@cache
def remembered() -> bytes:
    """What a build remembers of the national layer, so that not every test reads it again."""
    with TemporaryDirectory() as folder:
        config = Path(folder) / "mkdocs.yml"
        config.touch()
        validate(Edition.at(config), TODAY)
        return (Path(folder) / ".cache" / "records.store").read_bytes()
