"""The settings of an edition in `mkdocs.yml`, looked at before the host does: that speaks English, or says nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from generator.edition import Edition
from generator.problems.near import near
from generator.problems.problem import Finding, Path, Problem, problem
from generator.validation.advice import advised
from generator.validation.reading import placed_problem
from generator.values.fields import is_email, is_url

OWN = ("report", "leave")
"""The settings of the plugin."""

HOST = frozenset(
    {"site_name", "site_url", "site_description", "site_author", "nav", "pages", "exclude_docs", "draft_docs"}
    | {"not_in_nav", "theme", "docs_dir", "site_dir", "copyright", "google_analytics", "dev_addr"}
    | {"use_directory_urls", "repo_url", "repo_name", "edit_uri_template", "edit_uri", "extra_css"}
    | {"extra_javascript", "extra_templates", "markdown_extensions", "mdx_configs", "strict", "remote_branch"}
    | {"remote_name", "extra", "plugins", "hooks", "watch", "validation", "INHERIT"}
)
"""Those of the host."""

PLUGIN = ("plugins", "mantelkaart")
SITE_NAME, SITE_URL, REPORT, LEAVE = ("site_name",), ("site_url",), (*PLUGIN, "report"), (*PLUGIN, "leave")
INHERIT = ("INHERIT",)
"""The setting that takes the others from another file: what is not said here may be said there."""

_TAG = re.compile(r"![A-Za-z!][\w:/.]*")


class Setting(NamedTuple):
    """Something that an edition's settings say, and where. The value is empty for what is made of more, such as one of
    the environment with another in its stead, and None where there is none."""

    value: str | None
    line: int
    column: int
    plain: bool
    """Whether it is one text."""


Settings = Mapping[Path, Setting]


def settings_of(edition: Edition) -> Settings | None:
    """The settings that are told here, of the site and of the plugin. None where the file can't be read."""
    root = _root(edition)
    return _told(root) if root is not None else None


def settings_problems(edition: Edition) -> list[Problem]:
    """What is wrong with the settings of an edition."""
    file = edition.shown(edition.config)
    if (unread := _unread(edition)) is not None:
        return [unread]
    root = _root(edition)
    if root is None:
        return []
    found = _told(root)
    return [
        problem(file, line, column, finding)
        for line, column, finding in (*_names(root), *_values(found, edition), *_installed(root, found))
    ]


def _root(edition: Edition) -> Any:
    import yaml  # here, because a build does not ask for it

    try:
        written = edition.config.read_text("utf-8", errors="replace")
        return yaml.compose(written, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (OSError, yaml.YAMLError):
        return None


def _unread(edition: Edition) -> Problem | None:
    """Why the file can't be read, with the line where that shows."""
    if _root(edition) is not None:
        return None
    from generator.records.yamltext import Document, Located  # here, because nearly every file can be read

    try:
        # What is asked of the environment and the like is no fault here: the same number of spaces stands for it.
        Document(_TAG.sub(lambda tag: " " * len(tag[0]), edition.config.read_text("utf-8", errors="replace")))
    except Located as stop:
        return placed_problem(edition.shown(edition.config), stop.place.line, stop.place.column, stop.finding)
    except OSError:
        return None
    return None


def _told(root: Any) -> Settings:
    return {
        path: Setting(_value(node), node.start_mark.line + 1, node.start_mark.column + 1, _is_plain(node))
        for path, node in _nodes(root)
    }


def _is_plain(node: Any) -> bool:
    """Whether it is one text that stands here: what is asked of the environment is not."""
    return node.id == "scalar" and str(node.tag).startswith("tag:")


def _is_nothing(node: Any) -> bool:
    """Whether somebody wrote a key and nothing behind it: between quotes nothing is an answer."""
    return _value(node) is None and not node.style


def _value(node: Any) -> str | None:
    if node.id != "scalar":
        return ""
    return node.value if node.value not in ("", "~", "null") else None


def _nodes(root: Any) -> Iterator[tuple[Path, Any]]:
    for key, node in pairs(root):
        yield (key.value,), node
        if key.value == PLUGIN[0]:
            for called, own in _plugins(node):
                yield (key.value, called.value), own if own is not None else called
                yield from (((key.value, called.value, one.value), value) for one, value in pairs(own))


def _plugins(node: Any) -> Iterator[tuple[Any, Any]]:
    """The name of each plugin with its settings, if any."""
    for plugin in node.value if node.id == "sequence" else [node]:
        if plugin.id == "scalar" and node.id == "sequence":
            yield plugin, None
        yield from pairs(plugin)


def pairs(node: Any) -> Iterator[tuple[Any, Any]]:
    """What stands in a group of settings."""
    if node is not None and node.id == "mapping":
        yield from ((key, value) for key, value in node.value if key.id == "scalar")


Placed = tuple[int, int, Finding]
"""A finding with its line and column."""


def _at(node: Any, finding: Finding) -> Placed:
    return node.start_mark.line + 1, node.start_mark.column + 1, finding


def _names(root: Any) -> Iterator[Placed]:
    """Settings that nobody reads, and those that stand there twice."""
    seen: set[str] = set()
    for key, node in pairs(root):
        if key.value in seen:
            yield _at(key, Finding("duplicate-key", (key.value,), {"key": key.value}))
        seen.add(key.value)
        if key.value not in HOST:
            values = {"field": key.value, "near": near(key.value, sorted(HOST))}
            yield _at(key, Finding("setting-unknown", (key.value,), values))
        elif _is_nothing(node) and (key.value,) not in (SITE_NAME, SITE_URL, PLUGIN[:1]):
            yield _at(key, Finding("setting-empty", (key.value,), {"field": key.value}))
        if key.value == PLUGIN[0]:
            for called, own in _plugins(node):
                if called.value == PLUGIN[1]:
                    yield from _own_names(own)


def _own_names(own: Any) -> Iterator[Placed]:
    for key, node in pairs(own):
        path = (*PLUGIN, key.value)
        if key.value not in OWN:
            values = {"field": key.value, "near": near(key.value, OWN), "choices": ", ".join(OWN)}
            yield _at(key, Finding("setting-nothing", path, values))
        elif _is_nothing(node):
            yield _at(key, Finding("setting-empty", path, {"field": key.value}))


def _values(found: Settings, edition: Edition) -> Iterator[Placed]:
    """Settings that can't be what they are."""
    for path, code, fits in ((SITE_URL, "url-format", is_url), (LEAVE, "url-format", is_url)):
        yield from _value_of(found, path, code, fits)
    yield from _value_of(found, REPORT, "email-format", is_email)
    name = found.get(SITE_NAME)
    if INHERIT not in found and (name is None or name.value is None):
        line = name.line if name is not None else 1
        yield line, 1, Finding("setting-missing", SITE_NAME, {"field": SITE_NAME[0]})
    folder = found.get(("docs_dir",))
    if folder is not None and folder.plain and folder.value and not (edition.root / folder.value).is_dir():
        yield folder.line, folder.column, Finding("setting-folder", ("docs_dir",), {"value": folder.value})


def _value_of(found: Settings, path: Path, code: str, fits: Any) -> Iterator[Placed]:
    setting = found.get(path)
    if setting is not None and setting.plain and setting.value and not fits(setting.value):
        values = advised(code, {"value": setting.value})
        yield setting.line, setting.column, Finding(code, path, values)


def _installed(root: Any, found: Settings) -> Iterator[Placed]:
    """The plugin is asked for, and so is nothing that isn't there."""
    named = [called for key, node in pairs(root) if key.value == PLUGIN[0] for called, _ in _plugins(node)]
    if PLUGIN not in found and INHERIT not in found:
        alike = next((name for name in named if near(name.value, [PLUGIN[1]])), None)
        where = alike.start_mark.line + 1 if alike is not None else found[PLUGIN[:1]].line if PLUGIN[:1] in found else 1
        said = near(alike.value, [PLUGIN[1]]) if alike is not None else ""
        yield where, 1, Finding("setting-plugin", PLUGIN[:1], {"near": said})
        named = [name for name in named if name is not alike]
    for name in named:
        known = _there("mkdocs.plugins")
        if known and not {name.value, f"material/{name.value}"} & known:
            values = {"value": name.value, "near": near(name.value, sorted(known))}
            yield _at(name, Finding("setting-not-installed", PLUGIN[:1], values))
    theme = next((node for key, node in pairs(root) if key.value == "theme"), None)
    names = [theme] if theme is not None and theme.id == "scalar" else [v for k, v in pairs(theme) if k.value == "name"]
    for node in names:
        if node.id == "scalar" and _value(node) and (there := _there("mkdocs.themes")) and node.value not in there:
            values = {"value": node.value, "near": near(node.value, sorted(there))}
            yield _at(node, Finding("setting-not-installed", ("theme",), values))


@cache
def _there(group: str) -> frozenset[str]:
    """The names of what is installed for the host."""
    from importlib.metadata import entry_points  # here, because a build does not ask for it

    return frozenset(entry.name for entry in entry_points(group=group))
