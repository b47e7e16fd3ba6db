"""The shells of MkDocs' theme. What MkDocs lends is taken as it is given: nothing of it is imported here."""

from __future__ import annotations

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

from jinja2 import Environment

from generator import urls
from generator.formats.html import first_sentences
from generator.rendering.shell import Bulk, from_root
from generator.texts.spoken import DUTCH


class ThemeHost:
    """Renders shells with MkDocs' environment and the theme's `main.html`."""

    def __init__(self, env: Environment, config: object) -> None:
        self._env = env
        self._config = config

    def shell(self, depth: int, place: Mapping[str, Any]) -> str:
        """The HTML around every page at a depth for a place, with the marks of `Bulk` in it."""
        page = SimpleNamespace(
            meta={}, title="", url="", canonical_url=None, is_homepage=False, toc=[], ancestors=[],
            previous_page=None, next_page=None, edit_url=None, content="", file=None, parent=None,
        )  # fmt: skip
        context = {
            "nav": [],
            "pages": [],
            "base_url": urls.upward(depth).rstrip("/"),
            "extra_css": [],
            "extra_javascript": [],
            "mkdocs_version": "",
            "config": self._config,
            "page": page,
            "place": place,
            "bulk": Bulk(),
        }
        html: str = self._env.get_template("main.html").render(context)
        # The theme says this where no template of ours can: it has one language for the whole site.
        return html.replace(f'<html lang="{DUTCH}"', f'<html lang="{place["language"]}"', 1)


def prose(html: str, page: Any) -> str:
    """The content of a page of prose. Its links from the site's root work at any address the site may get, and the
    page says what it is about."""
    if not page.meta.get("description") and (description := first_sentences(html)):
        page.meta["description"] = description
    return from_root(html, urls.upward(urls.depth(page.url)))
