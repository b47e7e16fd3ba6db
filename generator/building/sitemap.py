"""The sitemap of what answers now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from generator.pages.planning import Plan
from generator.urls import HOME


def sitemap(site_url: str, plan: Plan, prose: Mapping[str, bytes]) -> bytes:
    """The sitemap (sitemaps.org 0.9) of pages worth finding: no redirects, no second addresses of one page."""
    lasting = [page.url for page in plan.pages.values() if page.lasting]
    if plan.pages[HOME].template == "municipality":
        lasting.remove(HOME)
    written = [path.removesuffix("index.html") for path in prose if path.endswith("/index.html")]
    return _sitemap(site_url, sorted({*lasting, *written})).encode()


def _sitemap(site_url: str, found: Iterable[str]) -> str:
    lines = "".join(f"<url><loc>{escape(site_url + url)}</loc></url>\n" for url in found)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{lines}</urlset>\n'
    )
