"""What the host rendered is used again for as long as all it is made of is as it was, and not one build longer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.edition import Edition
from generator.rendering.hosts import CachedHost, RecordingHost, UnknownShell, forget, host_digest
from generator.rendering.prose_files import prose_folder
from generator.rendering.shell import SiteFacts
from tests.editions import replaced
from tests.scratch import Scratch

SITE = SiteFacts("Samen", "https://samen.example/")
STEIN = {"id": "stein", "name": "Stein", "language": "nl"}
BEEK = {"id": "beek", "name": "Beek", "language": "nl"}


class Theme:
    """A host that says what it was asked, and counts."""

    def __init__(self) -> None:
        self.asked = 0

    def shell(self, depth: int, place: Mapping[str, Any]) -> str:
        self.asked += 1
        return f"<body>{depth} {place['name']}</body>"


@pytest.fixture
def scratch(tmp_path: Path) -> Scratch:
    """An edition of which the host has made the prose."""
    made = Scratch.stein(tmp_path)
    prose_folder(made.edition).mkdir(parents=True)
    return made


def saved(edition: Edition) -> None:
    recording = RecordingHost(Theme(), host_digest(edition))
    recording.shell(1, STEIN)
    recording.save(edition, SITE, {})


def test_the_host_is_asked_once_for_each_depth_and_place() -> None:
    theme = Theme()
    recording = RecordingHost(theme, "Thema")
    for _ in range(3):
        assert recording.shell(1, STEIN) == "<body>1 Stein</body>"
        assert recording.shell(2, dict(STEIN)) == "<body>2 Stein</body>"
        assert recording.shell(1, BEEK) == "<body>1 Beek</body>"
    assert theme.asked == 3


def test_what_was_kept_is_what_was_rendered(scratch: Scratch) -> None:
    saved(scratch.edition)
    cached = CachedHost.of(scratch.edition)
    assert cached is not None
    assert cached.site == SITE
    assert cached.shell(1, dict(STEIN)) == "<body>1 Stein</body>"


def test_for_what_it_never_saw_the_host_must_start(scratch: Scratch) -> None:
    """Another depth, another place, or the same place that says something else."""
    saved(scratch.edition)
    cached = CachedHost.of(scratch.edition)
    assert cached is not None
    for depth, place in ((2, STEIN), (1, BEEK), (1, {**STEIN, "phone": "0800 0000"})):
        with pytest.raises(UnknownShell):
            cached.shell(depth, place)


CHANGES: dict[str, Callable[[Scratch], object]] = {
    "the settings": lambda scratch: replaced(scratch.root / "mkdocs.yml", "Proef", "Anders"),
    "prose": lambda scratch: scratch.write("content/over.md", "# Anders\n"),
    "a new page of prose": lambda scratch: scratch.write("content/nieuw.md", "# Nieuw\n"),
    "the edition's own front": lambda scratch: scratch.write("overrides/main.html", "anders"),
    "the host begins anew": lambda scratch: forget(scratch.edition),
    "the prose is gone": lambda scratch: prose_folder(scratch.edition).rmdir(),
    "what was kept is no JSON": lambda scratch: scratch.write(".cache/shells.json", "{"),
    "settings from elsewhere": lambda scratch: replaced(scratch.root / "mkdocs.yml", "Proef", "!ENV NAAM"),
}


def test_nothing_is_used_again_after_something_changed(scratch: Scratch) -> None:
    used = []
    for name, change in CHANGES.items():
        before = (scratch.root / "mkdocs.yml").read_bytes()
        prose_folder(scratch.edition).mkdir(exist_ok=True)
        saved(scratch.edition)
        assert CachedHost.of(scratch.edition) is not None, name
        change(scratch)
        used += [name] if CachedHost.of(scratch.edition) is not None else []
        (scratch.root / "mkdocs.yml").write_bytes(before)
    assert used == []


def test_a_record_is_none_of_the_host_s_business(scratch: Scratch) -> None:
    """Those in Markdown stand beside the prose, and are no prose."""
    saved(scratch.edition)
    scratch.organisation("de-proef")
    scratch.write("content/tools/kaart.md", "---\nname: Kaart\nsummary: Een kaart.\nscope: lokaal\n---\n")
    assert CachedHost.of(scratch.edition) is not None


def test_what_the_host_reads_from_elsewhere_has_no_name_here(scratch: Scratch) -> None:
    replaced(scratch.root / "mkdocs.yml", "Proef", "!ENV NAAM")
    assert host_digest(scratch.edition) is None
    saved(scratch.edition)
    assert CachedHost.of(scratch.edition) is None
