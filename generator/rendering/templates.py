"""The templates of pages: where they come from, and how they are compiled."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, MutableMapping
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateSyntaxError,
)
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from generator import durable
from generator.cache.digests import digest
from generator.cache.sealed import opened, sealed
from generator.edition import Edition
from generator.engine import ENGINE, front

_INCLUDE = re.compile(r'^[ \t]*\{% include "([^"]+)" %\}\n?|\{% include "([^"]+)" %\}\n?', re.MULTILINE)


class WholeTemplates(FileSystemLoader):
    """Templates with what they include written out: a page has ten of those, and each would cost a new context."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        source, file, fresh = super().get_source(environment, template)
        return self._whole(environment, source), file, fresh

    def _whole(self, environment: Environment, source: str) -> str:
        def included(found: re.Match[str]) -> str:
            return self.get_source(environment, found[1] or found[2])[0].removesuffix("\n")

        return _INCLUDE.sub(included, source)


def escaped(value: object) -> object:
    """A value as HTML, safe within an element and between quotes: what `markupsafe.escape` makes of it.

    That one wraps each text to mark it as safe, which costs ten times as much as making it so; a page only joins them.
    """
    if type(value) is str:
        inside = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return inside.replace('"', "&#34;").replace("'", "&#39;")
    if type(value) is int:
        return str(value)
    return value if type(value) is Markup else escape(value)


class Fragment(Template):
    """A template that writes values with `escaped`."""

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],
        uptodate: Callable[[], bool] | None = None,
    ) -> Template:
        made = super().from_code(environment, code, globals, uptodate)
        made.root_render_func.__globals__["escape"] = escaped
        return made


class Fragments(Environment):
    """An environment of such templates."""

    template_class = Fragment


class Failing(Exception):
    """A template of an edition's own can be read, and doesn't work: its file, the line, and what Jinja says."""

    def __init__(self, file: str, line: int, reason: str) -> None:
        super().__init__(file, line, reason)
        self.file, self.line, self.reason = file, line, reason


def failing(error: BaseException, folder: Path) -> Failing | None:
    """Where a template in a folder went wrong, if that is what an error comes from."""
    if isinstance(error, Failing):
        return error
    own = f"{folder}{os.sep}"
    from traceback import walk_tb  # here, because templates work

    frames = [(frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__)]
    if isinstance(error, TemplateSyntaxError) and error.filename:
        frames.append((error.filename, error.lineno))
    place = next(((file, line) for file, line in reversed(frames) if file.startswith(own)), None)
    return Failing(*place, f"{type(error).__name__}: {error}") if place else None


_FOLDER = ENGINE / "__pycache__"


class Compiled(BytecodeCache):
    """Our own templates as Jinja compiled them, kept where Python keeps our compiled modules and trusted like those.

    An edition's templates are compiled at each build: nothing that lies in an edition is executed unread.
    """

    def __init__(self) -> None:
        # Written by another Jinja, or with other settings than those below, it counts as nothing.
        self._made_by = digest(version("jinja2"), Path(__file__).read_bytes())
        self._own = f"{front()}{os.sep}"

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """A name for one of our templates; empty for any other."""
        return super().get_cache_key(name, filename) if filename and filename.startswith(self._own) else ""

    def load_bytecode(self, bucket: Bucket) -> None:
        """What was kept, if it is as it was written: damaged code can do anything."""
        if bucket.key:
            with suppress(OSError, ValueError):
                bucket.bytecode_from_string(opened(self._file(bucket).read_bytes()))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it, where that may be written: who can't only waits a second longer."""
        if bucket.key:
            with suppress(OSError):
                durable.write(self._file(bucket), sealed(bucket.bytecode_to_string()), made_again=True)

    def _file(self, bucket: Bucket) -> Path:
        return _FOLDER / f"{self._made_by}-{bucket.key}.jinja"


def fronts(edition: Edition) -> list[Path]:
    """The folders with templates, the one that wins first: an edition may have a front of its own."""
    return [folder for folder in dict.fromkeys((edition.root / "overrides", front())) if folder.is_dir()]


def environment(*folders: Path) -> Environment:
    """The Jinja2 environment of fragments: everything is escaped and nothing may be missing."""
    return Fragments(
        loader=WholeTemplates(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=Compiled(),
    )
