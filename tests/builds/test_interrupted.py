"""A build that stops halfway, at whatever moment, is finished by the next one."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.building.output import WAITING
from tests.benchmarks.measuring import members
from tests.editions import build, build_here, different, environment, files, record, replaced
from tests.serving import hearing, serving

STEUNPUNT = "data/organisations/stein/steunpunt-stein.yml"
OURS = ("generator.cli", "build")
HOSTS = ("mkdocs", "build", "--quiet")


def started(edition: Path, command: tuple[str, ...]) -> subprocess.Popen[bytes]:
    """A build under way, with all it starts in a group of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", *command], cwd=edition, env=environment(), start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        preexec_fn=hearing,
    )  # fmt: skip


def killed(edition: Path, command: tuple[str, ...], when: Callable[[], bool]) -> bool:
    """Start a build and kill it and all it started at a certain moment. Whether it was still running."""
    process = started(edition, command)
    while process.poll() is None:
        if when():
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            return True
        time.sleep(0.0005)
    return False


def after(seconds: float) -> Callable[[], bool]:
    """Some time from now."""
    until = time.monotonic() + seconds
    return lambda: time.monotonic() > until


@pytest.mark.parametrize("count", [1, 30, 90])
def test_a_first_build_killed_while_it_writes(edition: Path, small: Path, count: int) -> None:
    """Nothing of it is in the site. The next build makes all of it, and clears what was half written."""
    site = edition / "site"

    def half_written() -> bool:
        try:
            return sum(1 for _ in (site / WAITING).iterdir()) >= count
        except FileNotFoundError:  # not yet, or no more
            return False

    for _ in range(10):  # on a busy machine a build may be done before anybody looks
        if killed(edition, OURS, half_written):
            break
        for made in (site, edition / ".cache"):
            shutil.rmtree(made)
    assert not list(site.rglob("*.html")), "what is half is not in the site"
    build_here(edition)
    assert different(files(small), files(site)) == []


@pytest.mark.parametrize(
    ("ask", "asked"),
    [(os.killpg, signal.SIGINT), (os.kill, signal.SIGINT), (os.kill, signal.SIGTERM), (os.kill, signal.SIGHUP)],
    ids=["ctrl-c", "interrupted", "terminated", "hung up"],
)
def test_who_stops_a_build_is_told_that_it_is_not_done(
    edition: Path, small: Path, ask: Callable[[int, int], None], asked: signal.Signals
) -> None:
    """What should come after a build, such as publishing, must not go on; and nothing goes on building."""
    config = edition / "mkdocs.yml"
    before = config.read_bytes()
    config.write_bytes(before + b"hooks: [wacht.py]\n")
    begun = edition / "begonnen"
    waiting = f"import time\n\n\ndef on_env(env, **_):\n    open({str(begun)!r}, 'x').close()\n    time.sleep(60)\n"
    (edition / "wacht.py").write_text(waiting, "utf-8")
    process = started(edition, OURS)
    while process.poll() is None and not begun.exists():
        time.sleep(0.01)
    ask(process.pid, asked)
    assert process.wait(60) == 1
    assert members(process.pid) == []
    assert begun.exists()
    config.write_bytes(before)
    for left in (begun, edition / "wacht.py"):
        left.unlink()
    build_here(edition)
    assert different(files(small), files(edition / "site")) == []


def test_a_rebuild_killed_at_many_moments(built: Path, small: Path) -> None:
    """While it reads, while the host works, while it writes: everything changes back and forth and ends right."""
    over = (built / "content/over.md").read_text("utf-8")
    text = (built / STEUNPUNT).read_text("utf-8")
    running = 0
    for number, moment in enumerate((0.1, 0.3, 0.5, 0.7, 0.9, 1.2)):
        record(built, STEUNPUNT, text.replace("Iemand van", f"Nummer {number} van"))
        record(built, "content/over.md", f"# Over ons\n\nVoor de {number}e keer anders.\n")
        running += killed(built, HOSTS if number % 2 else OURS, after(moment))
    assert running >= 2
    record(built, STEUNPUNT, text)
    record(built, "content/over.md", over)
    build(built)
    assert different(files(small), files(built / "site")) == []


def test_prose_changed_and_changed_back_around_a_killed_build(built: Path, small: Path) -> None:
    """What a killed build left of the new prose isn't taken for the old one, to which somebody went back."""
    old = (built / "content/over.md").read_text("utf-8")
    record(built, "content/over.md", "# Over ons\n\nEen zin die niet blijft.\n")
    made = built / ".cache/prose/over/index.html"

    def written() -> bool:
        try:
            return "niet blijft" in made.read_text("utf-8")
        except FileNotFoundError:  # the host empties its folder first
            return False

    assert killed(built, OURS, written)
    record(built, "content/over.md", old)
    build_here(built)
    assert different(files(small), files(built / "site")) == []


def test_what_an_interrupted_build_leaves_behind_is_cleared(built: Path, small: Path) -> None:
    """A half-written page, a page that no record has any more, and the mark of a build that never ended."""
    site = built / "site"
    record(built, "site/stein/hulp/.index.html.4711", "<!doctype html><ht")
    record(built, "site/organisaties/nooit-geweest/index.html", "van een afgebroken bouw")
    (manifest,) = (built / ".cache").glob("site-*.json")
    manifest.with_suffix(".unfinished").touch()
    build_here(built)
    assert different(files(small), files(site)) == []
    assert not manifest.with_suffix(".unfinished").exists()
    assert not (site / "organisaties/nooit-geweest").exists()


def test_killed_between_removing_and_remembering(built: Path, small: Path) -> None:
    """Pages were already taken away, but the build didn't live to say so; then the record comes back."""
    (manifest,) = (built / ".cache").glob("site-*.json")
    remembered = manifest.read_bytes()
    text = "name: Even\nsummary: Maar even.\narea: [stein]\nchecked: {date: 2026-11, source: Zelf gezien}\n"
    record(built, "data/organisations/stein/even.yml", text)
    build_here(built)
    manifest.write_bytes(remembered)
    manifest.with_suffix(".unfinished").touch()
    (built / "data/organisations/stein/even.yml").unlink()
    build_here(built)
    assert different(files(small), files(built / "site")) == []


def test_serving_leaves_nothing_of_this_machine_for_a_build(built: Path, small: Path) -> None:
    """`mantelkaart serve` shows the site at an address of this machine; a build afterwards knows the real one."""
    with serving(built, folder="/kaart/") as served:
        page = served.page("stein/")
    assert f'href="http://127.0.0.1:{served.port}/kaart/stein/"' in page
    assert 'data-later="offline"' not in page, "who is writing sees every change at once"
    assert 'data-later="offline"' in (small / "stein/index.html").read_text("utf-8")
    build_here(built)
    assert different(files(small), files(built / "site")) == []


@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_who_stops_serving_leaves_nothing_that_goes_on(edition: Path, asked: signal.Signals) -> None:
    """Whatever way the command ends, its address is free again, and what was served is cleared away."""
    served_from = edition.parent / "tijdelijk"
    served_from.mkdir()
    with serving(edition, folder="/kaart/", TMPDIR=str(served_from)) as served:
        assert list(served_from.iterdir())
        served.process.send_signal(asked)
        code = served.process.wait(60)
        if asked == signal.SIGKILL:  # then only the other one can notice
            until = time.monotonic() + 60
            while members(served.process.pid) and time.monotonic() < until:
                time.sleep(0.05)
        else:
            assert code == 0
        assert not served.answers()
        assert members(served.process.pid) == []
    assert list(served_from.iterdir()) == []
    assert "Traceback" not in served.said()


def test_of_two_builds_at_once_one_says_that_the_other_is_busy(built: Path, small: Path) -> None:
    """Somebody starts a build while another runs: that one goes on, and the next leaves everything right."""
    replaced(built / STEUNPUNT, "Iemand van", "Toch niemand van")
    both = [
        subprocess.Popen([sys.executable, "-m", *OURS], cwd=built, env=environment(), stdout=subprocess.DEVNULL,
                         stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]  # fmt: skip
    ended = []
    for process in both:
        _, said = process.communicate()
        ended.append(process.returncode)
        assert process.returncode == 0 or "hier werkt al" in said, said
    assert 0 in ended
    replaced(built / STEUNPUNT, "Toch niemand van", "Iemand van")
    build_here(built)
    assert different(files(small), files(built / "site")) == []
