"""What a cache file holds, with a name for all of it: what was damaged is found out, and counts as not there."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

from pydantic_core import from_json, to_json

from generator import durable

_NAME = 32
"""Signs of a name: the first 16 bytes of SHA-256, in hexadecimal. Most processors have it built in."""


def name(content: bytes) -> str:
    """A name for content that is kept: it has another one as soon as anything in it is another."""
    return sha256(content).hexdigest()[:_NAME]


def sealed(content: bytes) -> bytes:
    """Content with its name before it."""
    return name(content).encode() + content


def opened(kept: bytes) -> bytes:
    """Content that was kept so. Raises `ValueError` when it is not as it was written."""
    content = kept[_NAME:]
    if name(content).encode() != kept[:_NAME]:
        raise ValueError("beschadigd")
    return content


def seal(value: object) -> bytes:
    """A value as one line of JSON, sealed."""
    return sealed(to_json(value))


def unsealed(line: bytes) -> Any:
    """The value of such a line. Raises `ValueError` when it is not as it was written."""
    return from_json(opened(line))


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
