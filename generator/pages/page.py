"""A page of the site, and a file that pages load, before they are made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.problems.problem import Problem
from generator.texts.spoken import DUTCH

Context = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Page:
    """A page made from records. `order`: what is linked to is written before what links to it."""

    url: str
    template: str
    municipality: str | None
    """In whose shell it stands; None for pages of several municipalities."""
    view: Callable[[], Context]
    fingerprint: str
    order: int
    file: str
    """The record it is made from, for messages."""
    lasting: bool = True
    """Whether it is worth finding: no redirect, nothing that is over."""
    language: str = DUTCH


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file that pages load, at a path in the site, with a fingerprint of all it is made from."""

    path: str
    make: Callable[[], bytes]
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Plan:
    """All pages by address, the files they load, and what is wrong with their addresses."""

    pages: Mapping[str, Page]
    files: tuple[DataFile, ...]
    problems: tuple[Problem, ...]
