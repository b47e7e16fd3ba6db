"""Says how far a long step is, on the error stream, once it takes longer than two seconds."""

from __future__ import annotations

import sys
import time

from generator.texts.numbers import number
from generator.texts.spoken import text

_PATIENCE = 2.0
"""Seconds that nobody minds; after that a line about once a second."""


class Progress:
    """Call it with what is done and how much there is."""

    def __init__(self, words: str = "progress") -> None:
        """`words` names the sentence in `cli.yml`."""
        self._words = words
        self._start = self._last = time.monotonic()

    def __call__(self, done: int, total: int) -> None:
        """Say how far it is, if it is time to."""
        now = time.monotonic()
        if now - self._start > _PATIENCE and now - self._last > 1:
            self._last = now
            sentence = str(text("cli", self._words)).format(done=number(done), total=number(total))
            print(sentence, file=sys.stderr, flush=True)
