"""The HTML around pages: rendered by a host once, with marks where pages differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from markupsafe import Markup

from generator.values.fields import is_email, is_url

_MARK = "\u2063{}\u2063"


_MARKED = re.compile("\u2063([a-z_]+)\u2063")


SLOTS = ("title", "description", "canonical", "robots", "head", "content")
"""What differs between two pages in one shell."""


def from_root(html: str, root: str) -> str:
    """Links and pictures that start at the site's root, as seen from a page: the site may be in a folder."""
    return html.replace(' href="/', f' href="{root}').replace(' src="/', f' src="{root}')


class Bulk:
    """What a shell template sees in place of a page: a mark for each slot."""

    def __getattr__(self, name: str) -> Markup:
        if name not in SLOTS:
            raise AttributeError(name)
        return Markup(_MARK.format(name))


class Lent(Protocol):
    """Who can render a shell: MkDocs with its theme today, something else tomorrow."""

    def shell(self, depth: int, place: Mapping[str, Any]) -> str:
        """The HTML around every page at a depth for a place, with the marks of `Bulk` in it."""


class Host(Lent, Protocol):
    """Who renders shells, and can say whether they are as they were."""

    @property
    def name(self) -> str:
        """A name for all that shells are made of, besides what is told of a place."""


@dataclass(frozen=True, slots=True)
class Shell:
    """A page's HTML cut at its slots: literal, slot, literal, slot, …, literal."""

    pieces: tuple[str, ...]

    @classmethod
    def cut(cls, html: str) -> Shell:
        """Cut at the marks. Raises `ValueError` when the template left out the content."""
        pieces = _MARKED.split(html)
        if "content" not in pieces[1::2]:
            raise ValueError("de schil heeft geen plek voor de inhoud van een pagina")
        return cls(tuple(pieces))

    def filled(self, slots: Mapping[str, str]) -> str:
        """The whole page."""
        pieces = list(self.pieces)
        pieces[1::2] = [slots[name] for name in pieces[1::2]]
        return "".join(pieces)


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """What pages need to know of the site itself: `url` ends in `/`, or is empty when it has none yet."""

    name: str
    url: str
    report: str = ""
    """The mail address for who saw a mistake, if the edition has one for all its pages."""
    leave: str = ""
    """Where somebody goes who must leave at once, if the edition chose that."""

    def wrong(self) -> Iterator[tuple[str, str]]:
        """The settings that can't be what they should be: each with its value."""
        if self.report and not is_email(self.report):
            yield "report", self.report
        if self.leave and not is_url(self.leave):
            yield "leave", self.leave
