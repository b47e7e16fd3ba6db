"""What HTML says without its markup."""

from __future__ import annotations

import html
import re

_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)


_TAG = re.compile(r"<[^>]+>")


def first_sentences(made: str, length: int = 160) -> str:
    """The beginning of a page's first paragraph, without markup: its description when its writer gave none."""
    found = _PARAGRAPH.search(made)
    words = " ".join(html.unescape(_TAG.sub("", found[1])).split()) if found else ""
    if len(words) <= length:
        return words
    return words[: length - 1].rsplit(" ", 1)[0].rstrip(",;:–-. ") + "…"
