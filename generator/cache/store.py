"""What was read before, kept by content: a record that did not change is not parsed again.

One file, written whole and read through memory mapping, so that processes forked from a build share it.
It holds JSON only: nothing in it can be executed. It may be deleted at any time, and is not believed: its index is
sealed, and says what every blob should be.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from generator import durable
from generator.cache.sealed import name as named
from generator.cache.sealed import seal, unsealed


class Store:
    """Blobs with a note beside each, by key. Unreadable content counts as empty."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.notes: dict[str, Any] = {}
        self._spans: dict[str, tuple[int, int, str]] = {}
        self._blobs: mmap.mmap | bytes = b""
        self._new: dict[str, bytes] = {}
        """Blobs that are not in the file."""
        try:
            with path.open("rb") as file:
                content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            first = 8 + int.from_bytes(content[:8], "big")
            for key, (offset, length, name, note) in unsealed(content[8:first]).items():
                self._spans[key] = (first + offset, length, name)
                self.notes[key] = note
            self._blobs = content
        except (OSError, ValueError, TypeError, AttributeError, OverflowError):
            self.notes, self._spans = {}, {}

    def __contains__(self, key: str) -> bool:
        return key in self.notes

    def has(self, keys: Iterable[str]) -> bool:
        """Whether all of these are there."""
        return all(map(self.notes.__contains__, keys))

    def blob(self, key: str) -> bytes:
        """The blob of a key that is there. Raises `KeyError` when it isn't there after all, since it is damaged: then
        the file is gone too, so that nobody meets it again."""
        new = self._new.get(key)
        if new is not None:
            return new
        offset, length, name = self._spans[key]
        found = self._blobs[offset : offset + length]
        if named(found) != name:
            self.path.unlink(missing_ok=True)
            raise KeyError(key)
        return found

    def add(self, items: Iterable[tuple[str, Any, bytes]]) -> None:
        """Know these (key, note, blob) from now on. Nothing is written before `save`."""
        for key, note, blob in items:
            self.notes[key] = note
            self._new[key] = blob

    def forget_notes(self) -> None:
        """Only blobs are asked from now on: the notes of a large edition take a hundred megabytes."""
        self.notes = {}

    def save(self, keys: Iterable[str]) -> None:
        """Keep exactly what has these keys. Nothing is written when that is what the file holds. Raises `OSError`."""
        wanted = dict.fromkeys(key for key in keys if key in self.notes)
        if not self._new and wanted.keys() == self._spans.keys():
            return
        index: dict[str, tuple[int, int, str, Any]] = {}
        blobs: list[bytes] = []
        offset = 0
        for key in wanted:
            blob, name = self._kept(key)
            index[key] = (offset, len(blob), name, self.notes[key])
            blobs.append(blob)
            offset += len(blob)
        head = seal(index)
        durable.write(self.path, len(head).to_bytes(8, "big"), head, *blobs, made_again=True)

    def _kept(self, key: str) -> tuple[bytes, str]:
        """A blob with its name. What is damaged in the file keeps the name that it should have: who asks finds out."""
        new = self._new.get(key)
        if new is not None:
            return new, named(new)
        offset, length, name = self._spans[key]
        return self._blobs[offset : offset + length], name
