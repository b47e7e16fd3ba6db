"""The other search engines, each with a page of its own over the same documents."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path
from types import SimpleNamespace

import material
from material.plugins.search.plugin import SearchPlugin
from mkdocs.theme import Theme

from tests.benchmarks.search.documents import Document
from tests.editions import ROOT

WEB = Path(__file__).parent / "web"
_LIBRARIES = ROOT / "node_modules"
_MATERIAL = Path(material.__file__).parent / "templates/assets/javascripts"
_HEADING_ID = re.compile(r'(<h[1-6]\b[^>]*?) id="[^"]*"')


def write(folder: Path, documents: Sequence[Document]) -> dict[str, Path]:
    """Write a site for each engine; its folder by its name."""
    made = {}
    for name, fill in _ENGINES.items():
        site = made[name] = folder / name
        site.mkdir(parents=True)
        for file in ("index.html", "page.mjs"):
            shutil.copyfile(WEB / file, site / file)
        shutil.copyfile(WEB / f"{name}.mjs", site / "engine.mjs")
        fill(site, documents)
    return made


def _lunr(site: Path, documents: Sequence[Document]) -> None:
    """Material's own plugin makes the index of what would be pages of Markdown; its own worker searches it.

    Without ids at the headings, each page stays one document. Cut up by the headings that all our pages share, it
    finds a little less.
    """
    plugin = SearchPlugin()
    plugin.load_config({})
    plugin.on_config(SimpleNamespace(theme=Theme("material", language="nl")))
    for document in documents:
        content = _HEADING_ID.sub(r"\1", document.content)
        page = SimpleNamespace(meta={}, toc=[], url=document.url, title=document.name, content=content)
        plugin.search_index.add_entry_from_context(page)
    (site / "search_index.json").write_text(plugin.search_index.generate_search_index(None), "utf-8")
    shutil.copyfile(WEB / "frame.html", site / "frame.html")
    for folder, pattern in (("lunr/min", "lunr.*.min.js"), ("workers", "search.*.min.js")):
        (site / "javascripts" / folder).mkdir(parents=True)
        for file in (_MATERIAL / folder).glob(pattern):
            # The name of the worker carries a digest; the page must know it.
            name = "search.js" if folder == "workers" else file.name
            shutil.copyfile(file, site / "javascripts" / folder / name)


def _minisearch(site: Path, documents: Sequence[Document]) -> None:
    fields = ("url", "name", "organisation", "summary", "text")
    rows = [{name: getattr(document, name) for name in fields} for document in documents]
    (site / "documents.json").write_text(json.dumps(rows, ensure_ascii=False, separators=(",", ":")), "utf-8")
    shutil.copyfile(_LIBRARIES / "minisearch/dist/es/index.js", site / "minisearch.js")


def _pagefind(site: Path, documents: Sequence[Document]) -> None:
    pages = site.with_name("pagefind-pages")
    for document in documents:
        page = pages / document.url / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        head = (
            f'<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>{escape(document.name)}</title></head>'
        )
        page.write_text(f"{head}<body><main>{document.content}</main></body></html>", "utf-8")
    binary = next(_LIBRARIES.glob("@pagefind/*/bin/pagefind_extended"), None)
    if binary is None:
        raise SystemExit("Pagefind has no program for this kind of machine among its packages")
    command = [binary, "--silent", "--site", pages, "--output-path", site / "pagefind"]
    subprocess.run(command, check=True, cwd=site)


_ENGINES: dict[str, Callable[[Path, Sequence[Document]], None]] = {
    "lunr": _lunr,
    "pagefind": _pagefind,
    "minisearch": _minisearch,
}
