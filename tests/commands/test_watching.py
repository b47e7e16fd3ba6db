"""What is saved is noticed: once, and not what an editor keeps for itself."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from generator.cache.looking import seen
from generator.commands import watching
from generator.commands.watching import Watch


class Observer:
    """The observer of a host: it goes on beside ours."""

    def __init__(self) -> None:
        self.calls: list[str] = []

    def __getattr__(self, name: str) -> object:
        return lambda: self.calls.append(name)


class Told:
    """Counts what it is told."""

    def __init__(self) -> None:
        self.times = 0

    def on_any_event(self, event: SimpleNamespace) -> None:
        assert event.is_directory is False
        self.times += 1


@pytest.fixture(params=["told", "looking"])
def watch(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watch]:
    """Where the system tells of changes, and where it does not."""
    if request.param == "looking":
        monkeypatch.setattr(watching, "_system", lambda *_: None)
    observer = Observer()
    watch = Watch(observer, {})
    yield watch
    watch.stop()
    watch.join()
    assert observer.calls == ["start", "stop", "join"]


def soon(told: Told, times: int) -> None:
    """Wait until somebody was told, and a while longer to see that that was all."""
    until = time.monotonic() + 60
    while told.times < times:
        assert time.monotonic() < until
        time.sleep(0.01)
    time.sleep(0.3)
    assert told.times == times


def test_only_who_watches_a_folder_hears_of_what_happens_there(watch: Watch, tmp_path: Path) -> None:
    here, there, alone = Told(), Told(), Told()
    for folder in ("hier/diep", "daar"):
        (tmp_path / folder).mkdir(parents=True)
    file = tmp_path / "hier/diep/een.yml"
    file.write_text("een", "utf-8")
    single = tmp_path / "los.yml"
    watch.schedule(here, str(tmp_path / "hier"))
    ref = watch.schedule(there, str(tmp_path / "daar"))
    watch.schedule(alone, str(single))
    watch.start()
    time.sleep(0.2)
    file.write_text("twee", "utf-8")
    soon(here, 1)
    beside = file.with_name(".een.yml.swp")
    beside.write_text("drie!", "utf-8")
    (file.with_name("een.yml~")).write_text("oud", "utf-8")
    time.sleep(0.3)
    assert here.times == 1
    beside.rename(file)
    soon(here, 2)
    file.unlink()
    soon(here, 3)
    single.write_text("nu wel", "utf-8")
    soon(alone, 1)
    assert (here.times, there.times) == (3, 0)
    watch.unschedule(ref)
    (tmp_path / "daar/nieuw.yml").write_text("", "utf-8")
    time.sleep(0.3)
    assert there.times == 0


def test_what_is_saved_in_many_steps_is_told_when_it_is_done(watch: Watch, tmp_path: Path) -> None:
    told = Told()
    watch.schedule(told, str(tmp_path))
    watch.start()
    time.sleep(0.2)
    for number in range(300):
        (tmp_path / f"{number}.yml").write_text("x", "utf-8")
    soon(told, 1)


def test_what_was_saved_since_it_was_read_is_not_missed(watch: Watch, tmp_path: Path) -> None:
    """A server watches only when it has built everything, and that takes seconds."""
    (tmp_path / "een.yml").write_text("een", "utf-8")
    watch._before = {str(tmp_path): seen(str(tmp_path))}
    (tmp_path / "een.yml").write_text("toch iets anders", "utf-8")
    told = Told()
    watch.schedule(told, str(tmp_path))
    watch.start()
    soon(told, 1)


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert seen(str(tmp_path / "weg")) == {}
    (tmp_path / "link").symlink_to(tmp_path / "nergens")
    assert seen(str(tmp_path)) == {}


def test_who_only_reads_is_no_news(tmp_path: Path) -> None:
    """A build reads everything: if that were news, there would be no end to it."""
    told: list[None] = []
    (tmp_path / "een.yml").write_text("een", "utf-8")
    system = watching._system([str(tmp_path)], lambda: told.append(None))
    assert system is not None
    (tmp_path / "een.yml").read_text("utf-8")
    time.sleep(0.3)
    assert told == []
    (tmp_path / "een.yml").write_text("twee", "utf-8")
    until = time.monotonic() + 60
    while not told and time.monotonic() < until:
        time.sleep(0.01)
    system.stop()
    assert told
