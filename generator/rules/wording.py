"""Texts that are safe to show and easy to read (B1: look.md, "Words")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model import Part
from generator.problems import Finding, Path
from generator.rules.walking import parts

MAX_WORDS = 30
"""A sentence longer than this is a warning; B1 asks for about fifteen on average."""

_HTML = re.compile(r"</?[a-zA-Z][^<>\n]{0,80}>|<!--")
_LINK = re.compile(r"\]\(\s*<?\s*([a-zA-Z][a-zA-Z0-9+.\s-]*):|<([a-zA-Z][a-zA-Z0-9+.-]*):[^\s>]+>")
_SAFE = frozenset({"http", "https", "mailto", "tel"})
_SENTENCE = re.compile(r"[^.!?\n]+")
_SHOUT = re.compile(r"(?:\b[A-ZÀ-Ü]{3,}\b[ ,!-]*){3,}")


def safe_texts(record: Part, _id: str) -> Iterator[Finding]:
    """No HTML (it would vanish from the page) and no link that runs something."""
    for path, text in _texts(record):
        if found := _HTML.search(text):
            yield Finding("html-in-text", path, {"value": found[0]})
        for link in _LINK.finditer(text):
            scheme = re.sub(r"\s", "", link[1] or link[2]).lower()
            if scheme not in _SAFE:
                yield Finding("unsafe-link", path, {"value": f"{scheme}:"})


def readable_texts(record: Part, _id: str) -> Iterator[Finding]:
    """Short sentences, no capitals for emphasis."""
    for path, text in _texts(record):
        if path[-1] == "source":
            continue
        if found := _SHOUT.search(text):
            yield Finding("shouting", path, {"value": found[0].strip()})
        for sentence in _SENTENCE.findall(text):
            words = len(sentence.split())
            if words > MAX_WORDS:
                yield Finding("hard-to-read", path, {"words": words, "value": sentence.strip()[:80]})
                break


def _texts(record: Part) -> Iterator[tuple[Path, str]]:
    for path, part in parts(record):
        for name, field in type(part).model_fields.items():
            value = getattr(part, name, None)
            if isinstance(value, str) and (len(value) > 20 or "<" in value):
                yield (*path, field.alias or name), value
