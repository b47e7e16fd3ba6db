"""The addresses of the site for its scripts: one module of them, made from `urls`, so that no script spells one.

The front has it too (`overrides/scripts/addresses.mjs`), so that every import leads somewhere there and a script can
be run without a build; a test holds the two together. After a change in `urls`:
`python -m generator.rendering.addresses > overrides/scripts/addresses.mjs`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from inspect import Parameter, signature

from generator import urls

PATH = "scripts/addresses.mjs"
"""Where the module stands, in the front and in the site."""

_FIXED = {
    "KEPT": urls.KEPT,
    "WORDS": urls.WORDS,
    "MORE_WORDS": urls.MORE_WORDS,
    "WORKER": urls.WORKER,
    "LETTERS": urls.LETTERS,
    "LEAFLET": f"{urls.LIBRARIES}leaflet.mjs",
    "LEAFLET_SHEET": f"{urls.LIBRARIES}leaflet.css",
    "SUPERCLUSTER": f"{urls.LIBRARIES}supercluster.mjs",
    "UQR": f"{urls.LIBRARIES}uqr.mjs",
}
_BY_WORDS: tuple[Callable[..., str], ...] = (
    urls.organisation,
    urls.offering,
    urls.tool,
    urls.example,
    urls.worksheet,
    urls.help,
    urls.local,
    urls.offline_copy,
    urls.not_kept,
    urls.sayings,
    urls.search_index,
    urls.search_more,
    urls.search_part,
)
_HEAD = """\
// The addresses of the site, from its root. Made from generator/urls.py by generator/rendering/addresses.py, which says
// how to make it again.

"""


def module() -> str:
    """The module that scripts import from."""
    return _HEAD + "".join(f"export {line}\n" for line in _declared().values())


def before(script: str) -> str:
    """What a script needs before it that can't import: the addresses that it names."""
    return "".join(f"{line}\n" for name, line in _declared().items() if re.search(rf"\b{name}\b", script))


def _declared() -> dict[str, str]:
    """By name what declares it in JavaScript."""
    fixed = {name: f'const {name} = "{address}";' for name, address in _FIXED.items()}
    return fixed | dict(_function(address) for address in _BY_WORDS)


def _function(address: Callable[..., str]) -> tuple[str, str]:
    """A function of `urls` in JavaScript. Its last word may be left out when `urls` allows that."""
    first, *rest = address.__name__.split("_")
    name = first + "".join(word.capitalize() for word in rest)
    words = signature(address).parameters.values()
    places = [f"${{{word.name}}}" for word in words]
    made = f"`{address(*places)}`"
    if (last := list(words)[-1]).default is not Parameter.empty:
        made = f"({last.name} ? {made} : `{address(*places[:-1])}`)"
    return name, f"const {name} = ({', '.join(word.name for word in words)}) => {made};"


if __name__ == "__main__":
    print(module(), end="")
