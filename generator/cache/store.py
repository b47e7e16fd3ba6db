"""What was read before, kept by content: a record that did not change is not parsed again.

One file, written whole and read through memory mapping, so that processes forked from a build share it.
It holds JSON only: nothing in it can be executed. It may be deleted at any time.
"""

from __future__ import annotations

import mmap
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic_core import from_json, to_json


class Store:
    """Blobs with a note beside each, by key. Unreadable content counts as empty."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.notes: dict[str, Any] = {}
        self._spans: dict[str, tuple[int, int]] = {}
        self._blobs: mmap.mmap | bytes = b""
        self._new: dict[str, bytes] = {}
        """Blobs that are not in the file."""
        try:
            with path.open("rb") as file:
                content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            size = int.from_bytes(content[:8], "big")
            for key, (offset, length, note) in from_json(content[8 : 8 + size]).items():
                self._spans[key] = (8 + size + offset, length)
                self.notes[key] = note
            if len(content) != max((start + length for start, length in self._spans.values()), default=8 + size):
                raise ValueError("cut short")
            self._blobs = content
        except (OSError, ValueError, TypeError, AttributeError):
            self.notes, self._spans = {}, {}

    def __contains__(self, key: str) -> bool:
        return key in self.notes

    def has(self, keys: Iterable[str]) -> bool:
        """Whether all of these are there."""
        return all(map(self.notes.__contains__, keys))

    def blob(self, key: str) -> bytes:
        """The blob of a key that is there; `KeyError` otherwise."""
        new = self._new.get(key)
        if new is not None:
            return new
        offset, length = self._spans[key]
        return self._blobs[offset : offset + length]

    def add(self, items: Iterable[tuple[str, Any, bytes]]) -> None:
        """Know these (key, note, blob) from now on. Nothing is written before `save`."""
        for key, note, blob in items:
            self.notes[key] = note
            self._new[key] = blob

    def forget_notes(self) -> None:
        """Only blobs are asked from now on: the notes of a large edition take a hundred megabytes."""
        self.notes = {}

    def save(self, keys: Iterable[str]) -> None:
        """Keep exactly what has these keys, written beside the old file and then put in its place. Nothing is written
        when that is what the file holds."""
        wanted = dict.fromkeys(key for key in keys if key in self.notes)
        if not self._new and wanted.keys() == self._spans.keys():
            return
        index: dict[str, tuple[int, int, Any]] = {}
        blobs: list[bytes] = []
        offset = 0
        for key in wanted:
            blob = self.blob(key)
            index[key] = (offset, len(blob), self.notes[key])
            blobs.append(blob)
            offset += len(blob)
        head = to_json(index)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        beside = self.path.with_suffix(f".{os.getpid()}")
        with beside.open("wb") as file:
            file.write(len(head).to_bytes(8, "big"))
            file.write(head)
            file.writelines(blobs)
        beside.replace(self.path)


def read_json(path: Path) -> Mapping[str, Any]:
    """A JSON object from a cache file; empty when it isn't there or can't be read."""
    try:
        found = from_json(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def write_json(path: Path, value: Mapping[str, Any]) -> None:
    """Write a cache file whole."""
    write_lines(path, value)


def write_lines(path: Path, *values: Mapping[str, Any]) -> None:
    """Write a cache file whole, with a JSON object on each line."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(f".{os.getpid()}")
    beside.write_bytes(b"\n".join(map(to_json, values)))
    beside.replace(path)
