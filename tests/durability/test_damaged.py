"""What lies in the cache may be damaged in any way: the site is right, and a second build finds nothing of it left."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.durability.conftest import Tries
from tests.durability.states import States, harm

pytestmark = pytest.mark.site


def _flipped(content: bytes, dice: random.Random) -> bytes:
    place = dice.randrange(len(content))
    return content[:place] + bytes([content[place] ^ 1 << dice.randrange(8)]) + content[place + 1 :]


def _another_letter(content: bytes, dice: random.Random) -> bytes:
    """As long as it was, and still JSON or HTML."""
    letters = [place for place, sign in enumerate(content) if chr(sign).isalpha()]
    place = dice.choice(letters)
    return content[:place] + (b"q" if content[place] != ord("q") else b"z") + content[place + 1 :]


DAMAGE: Mapping[str, Callable[[bytes, random.Random], bytes]] = {
    "a bit": _flipped,
    "a letter": _another_letter,
    "cut off": lambda content, dice: content[: dice.randrange(len(content))],
    "empty": lambda content, dice: b"",
    "zeros": lambda content, dice: content[: len(content) // 2] + bytes(len(content) - len(content) // 2),
    "more": lambda content, dice: content + content[: dice.randrange(1, 99)],
    "another": lambda content, dice: b'{"form": 6, "questions": [[]], "shells": 3}',
}


def cached(states: States) -> list[Path]:
    """The files of the cache, the large ones as likely as the small ones of the host's prose."""
    cache = states.edition / ".cache"
    kept = sorted(path for path in cache.iterdir() if path.is_file() and path.name != "lock")
    prose = sorted(path for path in (cache / "prose").rglob("*.html"))
    return [*kept, *prose[:3]]


@pytest.mark.parametrize("kind", sorted(DAMAGE))
def test_cache_damaged(kind: str, states: States, tries: Tries, often: Callable[[int, int], int]) -> None:
    dice = random.Random(kind)
    for number in range(often(2, 20)):
        file = dice.choice(cached(states))
        file.write_bytes(DAMAGE[kind](file.read_bytes(), dice))
        after = ("record", "before")[number % 2]
        states.turn(after)
        code, said = states.run("build")
        wrong = [*harm(code, said), *([said] if code else []), *states.is_now(after)[:3]]
        again, told = states.run("build")
        wrong += [*harm(again, told), *([] if again == 0 and "0 bestanden geschreven" in told else [told])]
        tries.tell(*(f"{file.name}: {found}" for found in wrong))


def test_records_damaged(states: States, tries: Tries, often: Callable[[int, int], int]) -> None:
    """What was kept of every record is another, still JSON, while the index of it is whole; and all pages are made."""
    dice = random.Random(5)
    store = states.edition / ".cache/records.store"
    for number in range(often(1, 5)):
        content = store.read_bytes()
        first = 8 + int.from_bytes(content[:8], "big")
        blobs = content[first:]
        for _ in range(200):
            blobs = _another_letter(blobs, dice)
        store.write_bytes(content[:first] + blobs)
        after = ("everything", "before")[number % 2]
        states.turn(after)
        code, said = states.run("build")
        wrong = [*harm(code, said), *([said] if code else []), *states.is_now(after)[:3]]
        again, told = states.run("build")
        wrong += [*harm(again, told), *([] if again == 0 and "0 bestanden geschreven" in told else [told])]
        tries.tell(*wrong)
