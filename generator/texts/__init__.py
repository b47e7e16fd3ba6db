"""All sentences that the programs and the site say to a person: one folder per language.

`interface.yml` is the site's, `problems.yml` the validator's, `cli.yml` the command line's.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FOLDER = Path(__file__).parent


@cache
def texts(language: str = "nl") -> dict[str, Any]:
    """All texts of a language, as one tree."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    files = sorted((_FOLDER / language).glob("*.yml"))
    return {file.stem: yaml.load(file.read_text("utf-8"), Loader=loader) for file in files}


def text(*keys: str) -> Any:
    """The text (or group of texts) at a place in the Dutch tree; `KeyError` names what is missing."""
    node: Any = texts()
    for key in keys:
        try:
            node = node[key]
        except KeyError:
            raise KeyError(f"geen tekst voor {'.'.join(keys)}") from None
    return node
