"""What the engine's own files say, kept as it was read, where Python keeps our compiled modules and trusted like those.

Reading texts and lists anew takes longer than a whole build with one change. What is kept counts as long as the files
it was made of are as they were, by size and times; where nothing can be written, all is read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeVar

from generator import durable
from generator.cache.sealed import seal, unsealed
from generator.engine import ENGINE

T = TypeVar("T")

_FOLDER = ENGINE / "__pycache__"


def of_files(name: str, files: Sequence[Path], make: Callable[[], T]) -> T:
    """What `make` gives of some files: values that JSON can hold, as it gave them before when no file changed."""
    return _kept(name, [[str(file), *_state(file)] for file in files], make)


def _state(file: Path) -> tuple[int, int, int]:
    """What is another when a file is: who installs packages may give all files one time, but not one change time."""
    found = file.stat()
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size


def of_library(name: str, library: str, code: Path, make: Callable[[], T]) -> T:
    """What `make` gives with a library: the same as long as that has the same version, and the file of ours that asks
    it (`code`) is the same."""
    return _kept(name, [library, version(library), str(code), *_state(code)], make)


def _kept(name: str, made_of: list[Any], make: Callable[[], T]) -> T:
    file = _FOLDER / f"{name}.json"
    with suppress(OSError, ValueError, LookupError, TypeError):
        found = unsealed(file.read_bytes())
        if found["of"] == made_of:
            value: T = found["value"]
            return value
    value = make()
    content = seal({"of": made_of, "value": value})
    if unsealed(content)["value"] == value:  # what JSON would say otherwise is read each time
        with suppress(OSError):
            durable.write(file, content, made_again=True)
    return value
