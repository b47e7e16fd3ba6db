"""An edition that is in one of a few states, and the site that belongs to each, built from nothing."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from generator.building.output import WAITING
from tests.editions import build, copied, environment, files, replaced
from tests.serving import hearing


def a_record(edition: Path) -> Path:
    """One organisation of an edition: the one that attacks change."""
    return min(edition.glob("data/organisations/*/*.yml"))


def _as_it_was(_: Path) -> None:
    """What the edition says as it is kept."""


def _what_a_record_says(edition: Path) -> None:
    replaced(a_record(edition), "summary: ", "summary: Nieuw, ")


def _the_name_of_the_site(edition: Path) -> None:
    replaced(edition / "mkdocs.yml", "site_name: ", "site_name: Nieuw ")


CHANGES: Mapping[str, Callable[[Path], None]] = {
    "before": _as_it_was,
    "record": _what_a_record_says,
    "everything": _the_name_of_the_site,
}
"""Each state, as what has to be changed for it: nothing, what some pages say, or what all of them say."""

Site = Mapping[str, str]


class States:
    """One edition, which can be put in each state."""

    def __init__(self, edition: Path, references: Path) -> None:
        self.edition = edition
        self.site = edition / "site"
        self._references = references
        self.sites: Mapping[str, Site] = json.loads((references / "sites.json").read_text("utf-8"))
        self.lasts: float = json.loads((references / "lasts.json").read_text("utf-8"))
        """How many seconds a build from nothing takes here."""
        self.record = a_record(edition)
        self._kept = {file: file.read_bytes() for file in (self.record, edition / "mkdocs.yml")}

    @staticmethod
    def references(edition: Path, folder: Path) -> None:
        """Build the site of each state of an edition from nothing."""
        found, began = {}, time.monotonic()
        for state, change in CHANGES.items():
            there = copied(edition, folder / state)
            change(there)
            found[state] = files(build(there))
            shutil.rmtree(there)
        (folder / "sites.json").write_text(json.dumps(found), "utf-8")
        (folder / "lasts.json").write_text(json.dumps((time.monotonic() - began) / len(CHANGES)), "utf-8")

    def copied(self, edition: Path) -> States:
        """The same in another place."""
        return States(shutil.copytree(self.edition, edition), self._references)

    def turn(self, state: str) -> None:
        """Put the edition in a state; its site stays as it is."""
        for file, content in self._kept.items():
            if file.read_bytes() != content:
                file.write_bytes(content)
        CHANGES[state](self.edition)

    def start(self, *command: str, where: Path | None = None) -> subprocess.Popen[str]:
        """Begin a command, with all it starts in a group of its own."""
        return subprocess.Popen(
            [sys.executable, "-m", "generator.cli", *command], cwd=where or self.edition, env=environment(),
            start_new_session=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, preexec_fn=hearing,
        )  # fmt: skip

    def run(self, *command: str, where: Path | None = None) -> tuple[int, str]:
        """Give a command. Its exit code and what it said."""
        process = self.start(*command, where=where)
        said, _ = process.communicate(timeout=300)
        return process.returncode, said

    def is_now(self, state: str, site: Path | None = None) -> list[str]:
        """In what a site is not that of a state: nothing when it is."""
        found, wanted = in_place(site or self.site), self.sites[state]
        return sorted(name for name in found.keys() | wanted.keys() if found.get(name) != wanted.get(name))

    def torn(self, *states: str, site: Path | None = None) -> list[str]:
        """The files of a site that are of none of these states: cut off, lost, or from nowhere."""
        found, wanted = in_place(site or self.site), [self.sites[state] for state in states]
        names = found.keys() | {name for one in wanted for name in one}
        return sorted(name for name in names if found.get(name) not in [one.get(name) for one in wanted])


def in_place(site: Path) -> Site:
    """The files of a site, without what still waits for its place."""
    found = files(site) if site.is_dir() else {}
    return {name: content for name, content in found.items() if not name.startswith(f"{WAITING}/")}


def harm(code: int, said: str) -> list[str]:
    """What no command may do, whatever happens to it."""
    return ["traceback: " + said.strip().splitlines()[-1]] if "Traceback" in said else []
