"""JSON as browsers and the cache read it: without a space too many, letters as they are."""

from __future__ import annotations

from pydantic_core import to_json


def written(value: object) -> bytes:
    """A value of mappings, lists, texts, numbers and the like; keys stay in their order."""
    return to_json(value)


def text(value: object) -> str:
    """The same as a text, for what a page gives its scripts."""
    return written(value).decode()
