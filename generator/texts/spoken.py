"""All sentences that the programs and the site say to a person, by language.

Each language is a folder. In that of Dutch `interface/` is the site's, in a file for each part of it, `problems.yml`
and the files in `problems/` the validator's, `cli.yml` the command line's, `places.yml` what is said of a municipality
that somebody names in another way, `fields.yml` and `meant.yml` what people write for fields and for fixed words,
`search.yml` what words tell the search. Every other language has the same tree for
the part of the site where visitors find help: its `interface` and `search`, and `terms` for the vocabularies.

A text, or a group of them, may have a second form: `lead_young` beside `lead`, with `je` instead of `u`. Who asks for
`lead` gets the one that fits who reads it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache, wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from generator.cache import compiled

_FOLDER = Path(__file__).parent

DUTCH = "nl"
"""The language of the site, of its records and of who edits them."""

_spoken: ContextVar[str] = ContextVar("language", default=DUTCH)
_to_young: ContextVar[bool] = ContextVar("form of address", default=False)

_YOUNG = "_young"
"""How the name of a text ends that is for young people alone."""

P = ParamSpec("P")
R = TypeVar("R")


def language() -> str:
    """The language of what is being made now, as a code of ISO 639-1."""
    return _spoken.get()


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Whatever is made in this block is made in that language."""
    before = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(before)


def young() -> bool:
    """Whether what is being made now is for young people alone, who are addressed with `je`."""
    return _to_young.get()


@contextmanager
def addressing(*, young: bool) -> Iterator[None]:
    """Whatever is made in this block is for young people alone, or is not."""
    before = _to_young.set(young)
    try:
        yield
    finally:
        _to_young.reset(before)


def wording() -> tuple[str, str]:
    """What tells apart what is made of the same texts: the language, and for whom it is."""
    return language(), "young" if young() else ""


@contextmanager
def worded(language: str, form: str) -> Iterator[None]:
    """Whatever is made in this block has that wording."""
    with speaking(language), addressing(young=bool(form)):
        yield


@cache
def others() -> tuple[str, ...]:
    """The languages beside Dutch in which visitors find help."""
    return tuple(sorted(file.parent.name for file in _FOLDER.glob("*/terms.yml")))


@cache
def texts(language: str = DUTCH) -> dict[str, Any]:
    """All texts of a language, as one tree."""
    folder = _FOLDER / language
    return compiled.of_files(f"texts-{language}", sorted(folder.rglob("*.yml")), lambda: _in_folder(folder))


def _in_folder(folder: Path) -> dict[str, Any]:
    """Every file by its name, and every folder as the groups of all its files, with those of the file of its name."""
    found = {file.stem: _read(file) for file in sorted(folder.glob("*.yml"))}
    for inner in sorted(path for path in folder.iterdir() if path.is_dir()):
        groups = _in_folder(inner).values()
        # A folder goes on where a file of the same name ends.
        every = (found.get(inner.name, {}), *groups)
        found[inner.name] = {name: group for part in every for name, group in part.items()}
    return found


def _read(file: Path) -> dict[str, Any]:
    import yaml  # here, because most programs find the texts as they were read before

    # All that is written there is text: to YAML the name `off` would be a no, and `1` a number.
    read: dict[str, Any] = yaml.load(file.read_text("utf-8"), Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    return read


def text(*keys: str) -> Any:
    """The text (or group of texts) at a place in the tree of the language that is spoken, in the form of address that
    fits; `KeyError` names what is missing."""
    return _text(language(), young(), keys)


@cache
def _text(language: str, young: bool, keys: tuple[str, ...]) -> Any:
    node: Any = _texts_for_young(language) if young else texts(language)
    for key in keys:
        try:
            node = node[key]
        except KeyError:
            raise KeyError(f"geen tekst voor {'.'.join(keys)} ({language})") from None
    return node


@cache
def _texts_for_young(language: str) -> dict[str, Any]:
    return _for_young(texts(language))


def _for_young(tree: Mapping[Any, Any]) -> dict[Any, Any]:
    """A group of texts, each in the form for young people where it has one."""
    made: dict[Any, Any] = {}
    for name, said in tree.items():
        if str(name).endswith(_YOUNG):
            continue
        other = tree.get(f"{name}{_YOUNG}")
        made[name] = _for_young({**said, **(other or {})}) if isinstance(said, dict) else other or said
    return made


def form(record: object, name: str) -> Any:
    """The text of that name that a record has in two forms, such as `lead` and `lead_young`: the one that fits."""
    return getattr(record, f"{name}{_YOUNG}" if young() else name)


def remembered(function: Callable[P, R]) -> Callable[P, R]:
    """Remembers what a function made of texts and hashable arguments, for each language and form of address apart."""

    @lru_cache(maxsize=4096)
    def known(_: tuple[str, str], *args: P.args, **kwargs: P.kwargs) -> R:
        return function(*args, **kwargs)

    @wraps(function)
    def made(*args: P.args, **kwargs: P.kwargs) -> R:
        return known(wording(), *args, **kwargs)  # type: ignore[arg-type]

    return made
