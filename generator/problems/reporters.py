"""Problems as text for people, as JSON for programs, as annotations for GitHub."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, replace

from generator.problems.printable import printable
from generator.problems.problem import Problem
from generator.texts.spoken import text


def text_report(problems: Iterable[Problem]) -> str:
    """A line for each Problem with its tip below it."""
    return "".join(
        f"{p.file}:{p.line}:{p.column}: {p.path + ': ' if p.path else ''}{p.message} [{p.code}]\n  {_tip(p)}\n"
        for p in map(_quiet, problems)
    )


def json_report(problems: Iterable[Problem]) -> str:
    """One array of objects."""
    return json.dumps([asdict(_quiet(problem)) for problem in problems], ensure_ascii=False, indent=2) + "\n"


def github_report(problems: Iterable[Problem]) -> str:
    """Workflow commands that put each Problem on its line of a pull request."""
    lines = []
    for p in map(_quiet, problems):
        command = "error" if p.severity == "fault" else p.severity
        place = f"file={_property(p.file)},line={p.line},col={p.column},title={_property(p.code)}"
        path = f"{p.path}: " if p.path else ""
        lines.append(f"::{command} {place}::{_data(f'{path}{p.message}{chr(10)}{_tip(p)}')}\n")
    return "".join(lines)


REPORTERS: Mapping[str, Callable[[Iterable[Problem]], str]] = {
    "text": text_report,
    "json": json_report,
    "github": github_report,
}


def _quiet(problem: Problem) -> Problem:
    """A Problem that says what it says and does nothing: no sign in it steers a screen or begins a line, and no
    build machine reads a command in it."""
    texts = (problem.file, problem.path, problem.message, problem.hint)
    file, path, message, hint = (_plain(text) for text in texts)
    return replace(problem, file=file, path=path, message=message, hint=hint)


def _plain(text: str) -> str:
    """The same without signs that steer, and without what begins a command for Azure Pipelines and TeamCity. Commands
    of GitHub Actions begin a line, and no line of ours begins with what was read."""
    return _COMMAND.sub("# #", printable(text, _SPACES))


_COMMAND = re.compile(r"##(?=(?:vso|teamcity)?\[)", re.IGNORECASE)

_SPACES = "\u00a0\u202f"
"""Spaces that hold a number and its unit together."""


def _tip(problem: Problem) -> str:
    return str(text("cli", "tip")).format(hint=problem.hint)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
