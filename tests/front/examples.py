"""The example beside each template of a component: what it shows, without a site around it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from generator.engine import front
from generator.rendering.templates import environment
from generator.texts.spoken import text

COMPONENTS = front() / "components"

_MACRO = """\
{{% from "{template}" import {macro} with context %}}
{{% for one in {macro}s %}}{{{{ {macro}(one, "deel-0") }}}}{{% endfor %}}
"""


class Given(dict[str, Any]):
    """Values that a template reads by name, as it reads those of a page."""

    def __getattribute__(self, name: str) -> Any:
        return self[name] if dict.__contains__(self, name) else super().__getattribute__(name)


class Example(NamedTuple):
    """What a template gets. `macro` names the one it defines, if it does no more; `inside` what it always stands in."""

    template: str
    values: Given

    def html(self) -> str:
        """What the template makes of it."""
        templates = environment(front())
        source = templates.get_template(self.template)
        if "macro" in self.values:
            source = templates.from_string(_MACRO.format(template=self.template, macro=self.values["macro"]))
        shown = source.render(self.values, root="../", t=text("interface"))
        return f"<div {self.values['inside']}>{shown}</div>" if "inside" in self.values else shown


def templates() -> list[str]:
    """Every template of a component, by its path in the front."""
    return [path.relative_to(front()).as_posix() for path in sorted(COMPONENTS.glob("*/*.html"))]


@cache
def examples(template: str) -> tuple[Example, ...]:
    """The examples of a template."""
    file = front() / template
    given = yaml.safe_load((file.parent / "example.yml").read_text("utf-8"))[file.name]
    return tuple(Example(template, _given(one)) for one in (given if isinstance(given, list) else [given]))


def described() -> Iterator[str]:
    """Every template that an example is for."""
    for path in sorted(COMPONENTS.glob("*/example.yml")):
        for name in yaml.safe_load(path.read_text("utf-8")):
            yield Path("components", path.parent.name, name).as_posix()


def _given(value: Any) -> Any:
    if isinstance(value, dict):
        return Given({name: _given(inner) for name, inner in value.items()})
    return [_given(one) for one in value] if isinstance(value, list) else value
