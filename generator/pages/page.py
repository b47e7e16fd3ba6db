"""A page of the site, and a file that pages load, before they are made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, get_args

from generator.catalogue.asking import Asked
from generator.problems.problem import Problem
from generator.texts.spoken import DUTCH

Context = Mapping[str, Any]

Turn = Literal["offers", "organisations", "lists", "overviews", "entrances", "municipalities", "home", "redirects"]
"""When a page is written, the first first: what is linked to stands before what links to it."""

TURNS: Mapping[Turn, int] = {turn: place for place, turn in enumerate(get_args(Turn), start=1)}


class Page(NamedTuple):
    """A page made from records: `view` makes its context of the catalogue and `words`."""

    url: str
    template: str
    municipality: str | None
    """In whose shell it stands; None for pages of several municipalities."""
    view: Callable[..., Context]
    words: tuple[str, ...]
    turn: Turn
    file: str
    """The record it is made from, for messages."""
    lasting: bool = True
    """Whether it is worth finding: no redirect, nothing that is over."""
    language: str = DUTCH

    @property
    def asked_as(self) -> str:
        """How it is made, whatever the records say: with another text it is another page."""
        return " ".join((self.template, self.municipality or "", self.language, *self.words))


class DataFile(NamedTuple):
    """A file that pages load, at a path in the site: `view` makes its bytes of the catalogue and `words`."""

    path: str
    view: Callable[..., bytes]
    words: tuple[str, ...] = ()

    @property
    def asked_as(self) -> str:
        """See `Page.asked_as`."""
        return " ".join(self.words)


@dataclass(frozen=True, slots=True)
class Plan:
    """All pages by address, the files they load, and what is wrong with their addresses."""

    pages: Mapping[str, Page]
    files: tuple[DataFile, ...]
    problems: tuple[Problem, ...]
    addresses: Asked[Page]
    """The pages that `sources` may lead to."""
