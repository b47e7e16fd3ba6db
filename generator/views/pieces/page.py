"""What every page has around its own content: what it is called, the way to it, and itself as data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.views.pieces import schema_org
from generator.views.pieces.links import Context, Link


def page(
    title: str,
    description: str,
    municipality: str | None,
    *,
    trail: Sequence[Link] = (),
    here: Link | None = None,
    node: schema_org.Node | None = None,
    more: Iterable[schema_org.Node] = (),
    canonical: str | None = None,
    robots: str | None = None,
) -> Context:
    """The start of the context of a page; a view adds what its own template reads.

    `here` is the page as the last step of its `trail`: without it machines are told no trail. `node` is the page as
    data, `more` what else it tells machines. Without a `canonical` address the page's own is, and without `robots`
    search engines may show it.
    """
    crumbs = [schema_org.breadcrumbs(trail, here)] if here else []
    return {
        "title": title,
        "description": description,
        "trail": trail,
        "canonical": canonical,
        "robots": robots,
        "json_ld": [*([node] if node else []), *crumbs, *more],
        "municipality": municipality,
    }
