"""The addresses of the site for its scripts: one module of them, made from `urls`, so that no script spells one.

The front has it too (`overrides/scripts/addresses.mjs`), so that every import leads somewhere there and a script can
be run without a build; a test holds the two together. After a change in `urls`:
`python -m generator.rendering.addresses > overrides/scripts/addresses.mjs`.
"""

from __future__ import annotations

from collections.abc import Callable
from inspect import Parameter, signature

from generator import urls

PATH = "scripts/addresses.mjs"
"""Where the module stands, in the front and in the site."""

_FOR_PAGES: dict[str, str | Callable[..., str]] = {
    "KEPT": urls.KEPT,
    "WORDS": urls.WORDS,
    "MORE_WORDS": urls.MORE_WORDS,
    "OPEN_NOW": urls.OPEN_NOW,
    "WORKER": urls.WORKER,
    "organisation": urls.organisation,
    "offering": urls.offering,
    "tool": urls.tool,
    "example": urls.example,
    "worksheet": urls.worksheet,
    "help": urls.help,
    "local": urls.local,
    "library": urls.library,
    "sayings": urls.sayings,
    "searchIndex": urls.search_index,
    "searchMore": urls.search_more,
    "searchPart": urls.search_part,
}
_FOR_THE_WORKER: dict[str, str | Callable[..., str]] = {
    "LETTERS": urls.LETTERS,
    "offlineCopy": urls.offline_copy,
    "notKept": urls.not_kept,
}
_HEAD = """\
// The addresses of the site, from its root. Made from generator/urls.py by generator/rendering/addresses.py, which says
// how to make it again.

"""


def module() -> str:
    """The module that scripts of pages import from: every page loads it, so it has what they need and no more."""
    return _HEAD + "".join(f"export {_declared(name, of)}\n" for name, of in _FOR_PAGES.items())


def before_the_worker() -> str:
    """What stands before the worker's script, which can't import in every browser."""
    return "".join(f"{_declared(name, of)}\n" for name, of in _FOR_THE_WORKER.items())


def _declared(name: str, of: str | Callable[..., str]) -> str:
    """An address in JavaScript, or a function that gives one. Its last word may be left out when `urls` allows that."""
    if isinstance(of, str):
        return f'const {name} = "{of}";'
    words = list(signature(of).parameters.values())
    places = [f"${{{word.name}}}" for word in words]
    made = f"`{of(*places)}`"
    if words[-1].default is not Parameter.empty:
        made = f"({words[-1].name} ? {made} : `{of(*places[:-1])}`)"
    return f"const {name} = ({', '.join(word.name for word in words)}) => {made};"


if __name__ == "__main__":
    print(module(), end="")
