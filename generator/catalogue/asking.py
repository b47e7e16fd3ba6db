"""What a page asked of the catalogue, noted while its view runs, so that the next build can ask again.

A view gets what it needs through lookups of the catalogue, and each lookup notes itself here: a question by its name
and its words. What came of it is named by a digest in the manifest. A build asks all noted questions again, each once
for all pages, and makes what got another answer. So nobody lists what a page depends on: to ask is to depend.

What is made once for several pages goes through `Shared`: whoever gets it has asked all that was asked for it. What
is `derived` goes further: whoever gets it depends on what came of it, and on nothing behind that.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial, wraps
from typing import Any, Concatenate, Generic, NamedTuple, ParamSpec, TypeVar

from generator.cache.digests import digest
from generator.formats import jsontext
from generator.texts.spoken import worded, wording

P = ParamSpec("P")
T = TypeVar("T")
V = TypeVar("V")
C = TypeVar("C")

Question = tuple[str, ...]
"""The name of a lookup with the words it was asked with."""

_book: set[Question] | None = None
"""The notes of the view that is running in this process; None while nobody takes any."""

_lookups: dict[str, tuple[Callable[..., Any], Callable[[Any], str]]] = {}
"""Every lookup by its name, with what names its answers."""


def note(question: Question) -> None:
    """Let the view that is running depend on a question."""
    if _book is not None:
        _book.add(question)


def noted(make: Callable[[], T]) -> tuple[T, frozenset[Question]]:
    """What something made, and all that it asked for it."""
    global _book
    before, _book = _book, set()
    try:
        value = make()
        return value, frozenset(_book)
    finally:
        _book = before


def question(
    named_by: Callable[[Any], str] = repr,
) -> Callable[[Callable[Concatenate[C, P], T]], Callable[Concatenate[C, P], T]]:
    """Makes a lookup of a function of the catalogue and some words: it notes itself, and not what it asks inside.

    `named_by` gives a text that differs where answers differ.
    """

    def made(function: Callable[Concatenate[C, P], T]) -> Callable[Concatenate[C, P], T]:
        name = f"{function.__module__.rpartition('.')[2]}.{function.__name__}"
        assert name not in _lookups, f"two lookups are called {name}"
        _lookups[name] = (function, named_by)

        @wraps(function)
        def ask(catalogue: C, *words: P.args, **more: P.kwargs) -> T:
            global _book
            book = _book
            if book is None:
                return function(catalogue, *words, **more)
            assert not more, "a question has words only"
            book.add((name, *words))  # type: ignore[arg-type]
            _book = None
            try:
                return function(catalogue, *words, **more)
            finally:
                _book = book

        return ask  # type: ignore[return-value]

    return made


def lookups(catalogue: object) -> Mapping[str, Callable[..., str]]:
    """What answers each question to this catalogue, by name: a text that differs where the answers do. It raises what
    the lookup raises when that is asked for something that is no more."""

    def answering(function: Callable[..., Any], named_by: Callable[[Any], str]) -> Callable[..., str]:
        return lambda *words: named_by(function(catalogue, *words))

    return {name: answering(*lookup) for name, lookup in _lookups.items()}


class Asked(Mapping[str, V], Generic[V]):
    """Things by id, in which every look notes itself."""

    def __init__(
        self,
        name: str,
        things: Mapping[str, V],
        named_by: Callable[[V], str] = repr,
        asks: Callable[[str], Question] | None = None,
    ) -> None:
        """`name` says of what; `named_by` gives a text that differs where two values do; `asks` is what a look at an
        id asks, where another question says as much."""
        self.name = name
        self.unasked = things
        """The same things for who plans or judges: nothing is noted."""
        self.named_by = named_by
        self.presence = f"{name}?"
        """The name of the question whether something is there."""
        self._asks = asks

    def __getitem__(self, id: str) -> V:
        if _book is not None:
            _book.add((self.name, id) if self._asks is None else self._asks(id))
        return self.unasked[id]

    def get(self, id: str, default: Any = None) -> Any:
        if _book is not None:
            _book.add((self.name, id) if self._asks is None else self._asks(id))
        return self.unasked.get(id, default)

    def __contains__(self, id: object) -> bool:
        if _book is not None:
            _book.add((self.presence, str(id)) if self._asks is None else self._asks(str(id)))
        return id in self.unasked

    def __iter__(self) -> Iterator[str]:
        note((self.name,))
        return iter(self.unasked)

    def __len__(self) -> int:
        note((self.name,))
        return len(self.unasked)

    def answer(self, id: str | None = None) -> str:
        """What tells apart the answers to a look at one id, or at which there are and in what order."""
        if id is None:
            return " ".join(self.unasked)
        found = self.unasked.get(id)
        return "" if found is None else f"={self.named_by(found)}"

    def is_there(self, id: str) -> str:
        """What tells apart the answers to whether something is there."""
        return "=" if id in self.unasked else ""


class Each(Mapping[str, V]):
    """Things by id, each made when somebody looks at it first."""

    def __init__(self, ids: Collection[str], make: Callable[[str], V]) -> None:
        self._ids = ids
        self._make = make
        self._made: dict[str, V] = {}

    def __getitem__(self, id: str) -> V:
        if id not in self._made:
            if id not in self._ids:
                raise KeyError(id)
            self._made[id] = self._make(id)
        return self._made[id]

    def __contains__(self, id: object) -> bool:
        return id in self._ids

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


class Behind(NamedTuple):
    """What is behind something that was made once for several pages."""

    asked: frozenset[Question]
    value: str | None
    """A name for what came of it, where that is all that counts: it was `derived`."""


class Shared:
    """What was made once for several pages of one catalogue, with what was asked for each."""

    def __init__(self) -> None:
        self._made: dict[Question, Any] = {}
        self.behind: dict[Question, Behind] = {}
        """What is behind each thing, by its name."""
        self.names: list[Question] = []
        """Those names, the first made first: what is shared within another thing comes before that."""

    def of(self, name: Question, make: Callable[[], T], named_by: Callable[[T], str] | None = None) -> T:
        """The thing of this name, made when it is asked for first: once for each wording. Given `named_by`, who gets
        it depends on the text that this makes of it."""
        name = (*name, *wording())
        if name in self._made:
            value: T = self._made[name]
        else:
            value, asked = noted(make)
            self._made[name] = value
            self.behind[name] = Behind(asked, named_by(value) if named_by else None)
            self.names.append(name)
        if _book is not None:
            _book.add(name)
        return value


def shared(function: Callable[Concatenate[C, P], T]) -> Callable[Concatenate[C, P], T]:
    """Remembers what a function made of a catalogue and some words.

    A plain `cache` would forget what was asked: the second page to get the value would not depend on it.
    """

    @wraps(function)
    def made(catalogue: C, *words: P.args, **more: P.kwargs) -> T:
        name = (f"{function.__module__}.{function.__qualname__}", *map(str, words), *map(str, more.items()))
        kept: Shared = catalogue.shared  # type: ignore[attr-defined]
        return kept.of(name, lambda: function(catalogue, *words, **more))

    return made  # type: ignore[return-value]


_derived: dict[str, Callable[..., Any]] = {}
"""What derives a thing again, by the first word of its name."""


def derived(function: Callable[Concatenate[C, P], T]) -> Callable[Concatenate[C, P], T]:
    """As `shared`, and who gets the value depends on the value alone: what changes behind it without changing it
    makes nothing anew. The words are texts, and the value is one that JSON can say, whole: a record says too much.
    """
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def made(catalogue: C, *words: P.args, **more: P.kwargs) -> T:
        assert not more and all(isinstance(word, str) for word in words), "what is derived is asked for in words"
        kept: Shared = catalogue.shared  # type: ignore[attr-defined]
        return kept.of((name, *words), lambda: function(catalogue, *words, **more), value)  # type: ignore[arg-type]

    assert name not in _derived, f"two things are derived as {name}"
    _derived[name] = made
    return made  # type: ignore[return-value]


def value(derived: object) -> str:
    """A name for what was derived."""
    return digest(jsontext.written(derived))


def derive(catalogue: Any, name: Question, others: Mapping[str, Callable[..., object]]) -> Behind:
    """What is behind a derived thing now; `others` derive what is not of the catalogue alone. Raises what deriving it
    raises when it is about something that is no more."""
    first, *words, language, form = name
    again = others.get(first) or partial(_derived[first], catalogue)
    with worded(language, form):
        again(*words)
    found: Behind = catalogue.shared.behind[name]
    return found
