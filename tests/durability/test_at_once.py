"""Two commands at once: one works, the other says who it is that works, and what visitors see is always one site."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.durability.conftest import Tries
from tests.durability.states import States, harm
from tests.editions import copied, named

pytestmark = pytest.mark.site


class Reader:
    """A visitor who goes on reading pages, and notices one that is not there or is of no site."""

    def __init__(self, www: Path, states: States) -> None:
        self._www, self._states = www, states
        self._done = threading.Event()
        self.read, self.missed = 0, list[str]()
        self._thread = threading.Thread(target=self._visit)

    def __enter__(self) -> Reader:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _visit(self) -> None:
        while not self._done.is_set():
            for page in ("index.html", "stein/index.html"):
                try:
                    content = named((self._www / page).read_bytes())
                except OSError as error:
                    self.missed.append(str(error))
                else:
                    self.read += 1
                    self.missed += [] if content in [site[page] for site in self._states.sites.values()] else [page]


def whole(states: States, release: Path) -> list[str]:
    """What is wrong with a release that should be the site of some state."""
    by_state = [states.is_now(state, release) for state in states.sites]
    return [] if any(not wrong for wrong in by_state) else [f"mixed: {min(by_state, key=len)[:2]}"]


def loser(code: int, said: str) -> list[str]:
    """What is wrong with how a command ended that may have had to give way."""
    gave_way = code == 1 and "hier werkt al iemand" in said
    return [*harm(code, said), *([] if code == 0 or gave_way else [f"{code}: {said}"])]


def test_two_publishes(states: States, tmp_path: Path, tries: Tries, often: Callable[[int, int], int]) -> None:
    www = tmp_path / "www"
    assert states.run("publish", str(www))[0] == 0
    with Reader(www, states) as reader:
        for _ in range(often(3, 20)):
            both = [states.start("publish", str(www)) for _ in range(2)]
            ended = [(process.communicate()[0], process.returncode) for process in both]
            wrong = [found for said, code in ended for found in loser(code, said)]
            wrong += [] if any(code == 0 for _, code in ended) else ["nobody won"]
            tries.tell(*wrong, *whole(states, www.resolve()))
    assert reader.read and not reader.missed


def test_two_editions_published_in_one_place(
    states: States, tmp_path: Path, tries: Tries, often: Callable[[int, int], int]
) -> None:
    """Copies of an edition, each with a lock of its own."""
    www, other = tmp_path / "www", copied(states.edition, tmp_path / "kopie")
    assert states.run("build", where=other)[0] == 0
    for _ in range(often(2, 20)):
        both = [states.start("publish", str(www), where=where) for where in (states.edition, other)]
        ended = [(process.communicate()[0], process.returncode) for process in both]
        wrong = [found for said, code in ended for found in loser(code, said)]
        tries.tell(*wrong, *whole(states, www.resolve()))


def test_publish_during_a_build(states: States, tmp_path: Path, tries: Tries, often: Callable[[int, int], int]) -> None:
    www, dice = tmp_path / "www", random.Random(12)
    assert states.run("publish", str(www))[0] == 0
    with Reader(www, states) as reader:
        for number in range(often(3, 20)):
            states.turn(("record", "before", "everything")[number % 3])
            process = states.start("build")
            time.sleep(dice.uniform(0, 1.5))
            code, said = states.run("publish", str(www))
            built, _ = process.communicate()
            wrong = [*loser(code, said), *loser(process.returncode, built)]
            tries.tell(*wrong, *whole(states, www.resolve()))
    assert reader.read and not reader.missed


def test_two_builds(states: States, tries: Tries, often: Callable[[int, int], int]) -> None:
    dice = random.Random(24)
    for number in range(often(3, 24)):
        after = ("record", "everything", "before")[number % 3]
        states.turn(after)
        first = states.start("build")
        time.sleep(dice.uniform(0, 0.5))
        second = states.start("build")
        ended = [(process.communicate()[0], process.returncode) for process in (first, second)]
        wrong = [found for said, code in ended for found in loser(code, said)]
        tries.tell(*wrong, *states.is_now(after)[:3])
