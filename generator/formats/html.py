"""What HTML says without its markup, whole or as an excerpt."""

from __future__ import annotations

import html
import re

_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


def bare(made: str) -> str:
    """What stands between the markup, on one line."""
    return " ".join(html.unescape(_TAG.sub("", made)).split())


def excerpt(words: str, length: int) -> str:
    """The beginning of a text, cut after a whole word when it is longer than `length` signs."""
    if len(words) <= length:
        return words
    return words[: length - 1].rsplit(" ", 1)[0].rstrip(",;:–-. ") + "…"


def first_sentences(made: str, length: int = 160) -> str:
    """The beginning of a page's first paragraph, without markup: its description when its writer gave none."""
    found = _PARAGRAPH.search(made)
    return excerpt(bare(found[1]), length) if found else ""
