"""Problems as text for people, as JSON for programs, as annotations for GitHub."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict

from generator.problems.problem import Problem
from generator.texts.spoken import text


def text_report(problems: Iterable[Problem]) -> str:
    """A line for each Problem with its tip below it."""
    return "".join(
        f"{p.file}:{p.line}:{p.column}: {p.path + ': ' if p.path else ''}{p.message} [{p.code}]\n  {_tip(p)}\n"
        for p in problems
    )


def json_report(problems: Iterable[Problem]) -> str:
    """One array of objects."""
    return json.dumps([asdict(problem) for problem in problems], ensure_ascii=False, indent=2) + "\n"


def github_report(problems: Iterable[Problem]) -> str:
    """Workflow commands that put each Problem on its line of a pull request."""
    lines = []
    for p in problems:
        command = "error" if p.severity == "fault" else "warning"
        place = f"file={_property(p.file)},line={p.line},col={p.column},title={_property(p.code)}"
        path = f"{p.path}: " if p.path else ""
        lines.append(f"::{command} {place}::{_data(f'{path}{p.message}{chr(10)}{_tip(p)}')}\n")
    return "".join(lines)


REPORTERS: Mapping[str, Callable[[Iterable[Problem]], str]] = {
    "text": text_report,
    "json": json_report,
    "github": github_report,
}


def _tip(problem: Problem) -> str:
    return str(text("cli", "tip")).format(hint=problem.hint)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
