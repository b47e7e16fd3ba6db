"""The way to a value in a file and in the model: opening hours are one list in the file."""

from __future__ import annotations

from typing import Any

from generator.model.anatomy import anatomy, model_at
from generator.model.hours import OpeningHours, is_mark, written_at
from generator.model.part import Part
from generator.problems.problem import Path


def source_path(path: Path, data: Any) -> Path:
    """A path in the model as a path in the file: opening hours are one list there."""
    written: list[str | int] = []
    at, steps = data, list(path)
    for index, step in enumerate(steps):
        if isinstance(at, str) and isinstance(step, str):
            break  # a day that is closed, which may be written without its key
        if isinstance(at, list) and isinstance(step, str):
            if step == "slots":
                continue
            following = steps[index + 1] if index + 1 < len(steps) else None
            place, inside = written_at(at, step, following if isinstance(following, int) else 0)
            if isinstance(following, int):
                steps[index + 1] = inside
            written += [place, step]
            at = at[place].get(step) if at and isinstance(at[place], dict) else None
            continue
        if isinstance(at, list) and isinstance(step, int) and index and path[index - 1] == "slots":
            slots = [i for i, item in enumerate(at) if not is_mark(item)]
            step = slots[step] if step < len(slots) else step
        written.append(step)
        if isinstance(at, dict):
            at = at.get(step)
        elif isinstance(at, list) and isinstance(step, int) and step < len(at):
            at = at[step]
        else:
            at = None
    return tuple(written)


def model_path(path: Path, model: type[Part]) -> Path:
    """A path in the file as a path in the model: the other way round, as far as the file's path tells."""
    found: list[str | int] = []
    for index, step in enumerate(path):
        inside = model_at(model, found) if found else None
        if inside is OpeningHours and isinstance(step, int) and isinstance(found[-1], str) and found[-1] != "slots":
            following = path[index + 1] if index + 1 < len(path) else None
            if anatomy(OpeningHours).field(str(following)) is None:
                found += ["slots", step]
            continue
        found.append(step)
    return tuple(found)
