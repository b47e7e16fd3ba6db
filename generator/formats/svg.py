"""What may not be in a picture that a site shows: an SVG is a document, and can do what a page can."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.parsers import expat

Unsafe = tuple[int, int, str, str]
"""Line and column from 1, the code of what is wrong, and what stands there."""

_ACTIVE = frozenset({"script", "foreignobject", "iframe", "object", "embed", "handler", "listener", "audio", "video"})
"""Elements that do something, or hold what can (SVG 2, chapters 12 and 15; SVG Tiny 1.2 for `handler`)."""

_ADDRESSES = frozenset({"href", "src", "action", "formaction", "to", "from", "by", "values", "begin"})
"""Attributes that may hold an address, those that animation gives to another attribute included."""

_ALLOWED = re.compile(r"#|data:image/(?:png|jpeg|gif|webp|avif)[;,]", re.IGNORECASE)
"""Within the picture itself."""

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.\-]*:|//|\\\\", re.IGNORECASE)
"""How an address begins that leads out of the site, or is a script."""

_CSS = re.compile(r"url\(\s*['\"]?\s*([^'\")]*)|@import\s*(?:url\()?\s*['\"]?\s*([^'\";)]*)", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([0-9a-f]{1,6})\s?|\\(.)|/\*.*?\*/", re.IGNORECASE | re.DOTALL)


def unsafe(content: bytes) -> list[Unsafe]:
    """Everything in a picture that works by itself or leads out of the site, and whatever keeps it from being read."""
    look = _Look()
    try:
        look.parser.Parse(content, True)
    except expat.ExpatError as error:
        look.found.append((error.lineno, error.offset + 1, "svg-broken", ""))
    except (LookupError, ValueError):  # an encoding that nobody knows
        look.found.append((1, 1, "svg-broken", ""))
    return look.found


class _Look:
    def __init__(self) -> None:
        self.found: list[Unsafe] = []
        self._style = ""
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._element
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.EntityDeclHandler = self._entity
        self.parser.ProcessingInstructionHandler = self._instruction

    def _say(self, code: str, value: str) -> None:
        self.found.append((self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1, code, value))

    def _element(self, name: str, attributes: Mapping[str, str]) -> None:
        local = name.rpartition(" ")[2].lower()
        if local in _ACTIVE:
            self._say("svg-active", local)
        self._style = local if local == "style" else ""
        for key, value in attributes.items():
            self._attribute(key.rpartition(" ")[2].lower(), value)

    def _attribute(self, name: str, value: str) -> None:
        if name.startswith("on"):
            self._say("svg-active", name)
        elif name in _ADDRESSES:
            for address in value.split(";") if name == "values" else [value]:
                self._address(address)
        else:
            self._css(value)

    def _address(self, address: str) -> None:
        bare = "".join(address.split())  # browsers leave out line ends and tabs in an address
        if not _ALLOWED.match(bare) and _ELSEWHERE.match(bare):
            self._say("svg-outside", address.strip())

    def _css(self, text: str) -> None:
        for found in _CSS.finditer(_ESCAPED.sub(_unescaped, text)):
            self._address(found[1] or found[2] or "")

    def _text(self, text: str) -> None:
        if self._style:
            self._css(text)

    def _end(self, _: str) -> None:
        self._style = ""

    def _doctype(self, *_: object) -> None:
        pass  # drawing programs write one, and nothing is loaded for it

    def _entity(self, name: str, *_: object) -> None:
        self._say("svg-active", f"!ENTITY {name}")

    def _instruction(self, target: str, _: str) -> None:
        if target.lower() == "xml-stylesheet":
            self._say("svg-outside", target)


def _unescaped(found: re.Match[str]) -> str:
    if found[1]:
        code = int(found[1], 16)
        return chr(code) if 0 < code <= 0x10FFFF else "\ufffd"
    return found[2] or ""
