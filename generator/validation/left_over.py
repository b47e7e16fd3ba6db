"""What a starter file asks to fill in, where it was left as it was.

The sentences are those of the starter files themselves: whoever writes another one there need not write it here too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from generator.texts.spoken import text

TEMPLATES = Path(__file__).parents[1] / "editing" / "templates"


def may_be_left(content: bytes) -> bool:
    """Whether something in a file looks like a piece of a starter file: hardly any file holds that."""
    small = content.lower()
    return any(word in small for word in _words()) and _signs().search(content) is not None


def left_in(written: str) -> Iterator[tuple[int, str]]:
    """The sentences of starter files and the links to their example site in a text, each with where it begins."""
    return ((found.start(), " ".join(found[0].split())) for found in _pieces().finditer(written))


def left_as(value: str) -> str | None:
    """What of a starter file stands in the value of a field, or is that value; None when it is somebody's own."""
    if value in text("cli", "starter-values") or _mail().fullmatch(value):
        return value
    return next((found for _, found in left_in(value)), None)


@cache
def sentences() -> tuple[str, ...]:
    """Every sentence that asks to write something."""
    begin = re.compile(rf"{text('cli', 'starter-opens')} [^.#\n]*\.")
    files = sorted(file for file in TEMPLATES.rglob("*") if file.is_file())
    found = (sentence for file in files for sentence in begin.findall(file.read_text("utf-8")))
    return tuple(dict.fromkeys((text("cli", "starter-text"), *found)))


@cache
def _pieces() -> re.Pattern[str]:
    """A sentence may go on on the next line."""
    asked = (r"\s+".join(map(re.escape, sentence.split())) for sentence in sentences())
    return re.compile("|".join((*asked, rf"(?i:\bhttps?://{_domain()}(?![\w-]|\.\w))[^\s<>)\]]*")))


@cache
def _mail() -> re.Pattern[str]:
    return re.compile(rf"[^\s@]+@{_domain()}", re.IGNORECASE)


def _domain() -> str:
    return rf"(?:[\w-]+\.)*{re.escape(text('cli', 'starter-domain'))}"


@cache
def _words() -> tuple[bytes, ...]:
    """A word of each sign, small: looked for at once in any file."""
    first, domain = text("cli", "starter-opens").split()[0], text("cli", "starter-domain")
    return tuple(word.lower().encode() for word in (first, domain, *text("cli", "starter-values")))


@cache
def _signs() -> re.Pattern[bytes]:
    opens = r"\s+".join(text("cli", "starter-opens").split())
    whole = map(re.escape, (text("cli", "starter-domain"), *text("cli", "starter-values")))
    return re.compile("|".join((opens, *whole)).encode(), re.IGNORECASE)
