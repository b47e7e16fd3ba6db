"""A command that is killed is over, all of it, and the next one is right."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import pytest

from generator.building.output import manifest_of
from tests.benchmarks.generate import write_edition
from tests.benchmarks.measuring import members
from tests.durability.conftest import WHOLE, Tries
from tests.durability.states import States
from tests.editions import LINDEDAL, copied, once
from tests.serving import PATIENCE

ENDS = [(signal.SIGKILL, "all"), (signal.SIGKILL, "main"), (signal.SIGTERM, "all"), (signal.SIGTERM, "main")]


def alone_again(group: int) -> bool:
    """Whether nothing of a group goes on."""
    until = time.monotonic() + PATIENCE
    while members(group):
        if time.monotonic() > until:
            return False
        time.sleep(0.01)
    return True


each_way = pytest.mark.parametrize(("end", "whom"), ENDS, ids=[f"{end.name}-{whom}" for end, whom in ENDS])


@pytest.mark.site
@each_way
def test_build_killed(
    end: signal.Signals, whom: str, states: States, tries: Tries, often: Callable[[int, int], int]
) -> None:
    """At any moment. No file is half, the next build begins at once and makes all of it right."""
    killed(states, end, whom, often(3, 50), tries)


LARGER: Mapping[str, Callable[[Path], object]] = {
    "lindedal": partial(copied, LINDEDAL),
    "500 organisations": partial(write_edition, count=500),
}
"""Editions of hundreds and of thousands of files."""


@pytest.mark.site
@pytest.mark.skipif(not WHOLE, reason="takes half an hour: make durability")
@pytest.mark.parametrize("edition", LARGER)
@each_way
def test_larger_build_killed(
    end: signal.Signals, whom: str, edition: str, shared: Path, tmp_path: Path, tries: Tries
) -> None:
    """The same where a build takes longer, and its processes share out more."""
    kept = once(shared / f"{edition} records", LARGER[edition])
    references = once(shared / f"{edition} sites", partial(States.references, kept))
    states = States(copied(kept, tmp_path / "editie"), references)
    assert states.run("build")[0] == 0
    killed(states, end, whom, 25, tries)


def killed(states: States, end: signal.Signals, whom: str, often: int, tries: Tries) -> None:
    """Kill so many builds, of one record and of all pages in turn."""
    dice = random.Random(f"{end} {whom}")
    before = "before"
    for number in range(often):
        after = ("record", "before", "everything", "before")[number % 4]
        states.turn(after)
        lasts = states.lasts if "everything" in (before, after) else max(1.0, states.lasts / 5)
        process = states.start("build")
        time.sleep(dice.uniform(0, lasts))
        (os.killpg if whom == "all" else os.kill)(process.pid, end)
        process.communicate()
        torn = states.torn(before, after)
        code, said = states.run("build")
        wrong = states.is_now(after)
        harm = [*(f"half: {name}" for name in torn), *(f"wrong after: {name}" for name in wrong[:3])]
        harm += [f"next build: {said}"] if code else []
        harm += [] if alone_again(process.pid) else ["goes on"]
        tries.tell(*harm)
        before = after


@pytest.mark.site
def test_what_a_kill_left_is_not_published(states: States, tmp_path: Path, tries: Tries) -> None:
    """Killed between two files that were put in place: the site is of no build, and says so."""
    states.turn("record")
    manifest = manifest_of(states.site, states.edition / ".cache")
    manifest.with_suffix(".unfinished").touch()
    code, said = states.run("publish", str(tmp_path / "www"))
    tries.tell(*([] if code and "niet afgemaakt" in said else [said]))
    assert not (tmp_path / "www").exists()
