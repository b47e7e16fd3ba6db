"""A command that is killed is over, all of it, and the next one is right."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.building.output import manifest_of
from tests.benchmarks.measuring import members
from tests.durability.conftest import Tries
from tests.durability.states import States
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


@pytest.mark.site
@pytest.mark.parametrize(("end", "whom"), ENDS, ids=[f"{end.name}-{whom}" for end, whom in ENDS])
def test_build_killed(
    end: signal.Signals, whom: str, states: States, tries: Tries, often: Callable[[int, int], int]
) -> None:
    """At any moment. No file is half, the next build begins at once and makes all of it right."""
    dice = random.Random(f"{end} {whom}")
    before = "before"
    for number in range(often(3, 50)):
        after = ("record", "before", "everything", "before")[number % 4]
        states.turn(after)
        lasts = 4.0 if "everything" in (before, after) else 1.0
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
