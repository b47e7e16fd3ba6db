"""Texts that are safe to show and easy to read (B1: look.md, "Words")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.problems.problem import Finding, Path
from generator.validation.left_over import left_as
from generator.validation.rules.walking import Walked

MAX_WORDS = 30
"""A sentence longer than this is a warning; B1 asks for about fifteen on average."""

_HTML = re.compile(r"</?[a-zA-Z](?![\w.+-]*[:@][^\s<>]*>)[^<>\n]{0,80}>|<!--")
_LINK = re.compile(
    r"\]\([\s<]*([a-zA-Z][a-zA-Z0-9+.\s-]*):"  # [words](scheme:…)
    r"|<([a-zA-Z][a-zA-Z0-9+.-]*):[^\s>]+>"  # <scheme:…>
    r"|^ {0,3}\[[^\]\n]+\]:[\s<]*([a-zA-Z][a-zA-Z0-9+.-]*):[^\s>]",  # [name]: scheme:…
    re.MULTILINE,
)
_SAFE = frozenset({"http", "https", "mailto", "tel"})
_SENTENCE = re.compile(r"[^.!?\n]+")
_SHOUT = re.compile(r"[A-ZÀ-Ü](?<!\w.)[A-ZÀ-Ü]{2,}\b[ ,!-]*(?:\b[A-ZÀ-Ü]{3,}\b[ ,!-]*){2,}")


def safe_texts(walked: Walked) -> Iterator[Finding]:
    """No HTML (it would vanish from the page) and no link that runs something."""
    for path, value in _texts(walked):
        if "<" in value and (found := _HTML.search(value)):
            yield Finding("html-in-text", path, {"value": found[0]})
        if ":" not in value:
            continue
        for link in _LINK.finditer(value):
            scheme = re.sub(r"\s", "", link[1] or link[2] or link[3]).lower()
            if scheme not in _SAFE:
                yield Finding("unsafe-link", path, {"value": f"{scheme}:"})


def no_starter_texts(walked: Walked) -> Iterator[Finding]:
    """What a starter file asks to fill in was filled in, and no example in it was left as if it were true."""
    items = [((*path, at), item) for path, items in walked.lists() for at, item in enumerate(items) if item]
    for path, value in (*walked.texts, *items):
        if found := left_as(value):
            yield Finding("starter-text", path, {"value": found})


def readable_texts(walked: Walked) -> Iterator[Finding]:
    """Short sentences, no capitals for emphasis."""
    for path, value in _texts(walked):
        if path[-1] == "source":
            continue
        if found := _SHOUT.search(value):
            yield Finding("shouting", path, {"value": found[0].strip()})
        if value.count(" ") < MAX_WORDS:
            continue
        for sentence in _SENTENCE.findall(value):
            words = len(sentence.split())
            if words > MAX_WORDS:
                yield Finding("hard-to-read", path, {"words": words, "value": sentence.strip()[:80]})
                break


def _texts(walked: Walked) -> Iterator[tuple[Path, str]]:
    return ((path, value) for path, value in walked.texts if len(value) > 20 or "<" in value)
