"""What a cache file holds, with a name for all of it: what was damaged is found out, and counts as not there."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

from pydantic_core import from_json, to_json

from generator import durable

_NAME = 32
"""Signs of a name: the first 16 bytes of SHA-256, in hexadecimal. Most processors have it built in."""


def seal(value: object) -> bytes:
    """A value as one line of JSON, with its name before it."""
    written = to_json(value)
    return _name(written) + written


def unsealed(line: bytes) -> Any:
    """The value of such a line. Raises `ValueError` when it is not as it was written."""
    name, written = line[:_NAME], line[_NAME:]
    if _name(written) != name:
        raise ValueError("beschadigd")
    return from_json(written)


def _name(written: bytes) -> bytes:
    return sha256(written).hexdigest()[:_NAME].encode()


def read(path: Path) -> dict[str, Any]:
    """The object in a cache file; empty when it isn't there, or is not as it was written."""
    try:
        found = unsealed(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def write(path: Path, value: dict[str, Any]) -> None:
    """Write a cache file whole. Raises `OSError`."""
    durable.write(path, seal(value), made_again=True)
