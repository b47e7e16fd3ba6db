"""From pages to HTML: a shell that the host rendered once, filled with a small fragment per page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from jinja2 import Environment
from markupsafe import Markup, escape

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.entries import Offer
from generator.pages.planning import Page
from generator.rendering.scripts import needed_by
from generator.rendering.shell import Shell, SiteFacts, from_root
from generator.texts.spoken import speaking, text
from generator.values.fields import COUNTRYWIDE
from generator.views.help import offers
from generator.views.pieces import schema_org
from generator.views.pieces.links import Translated

NEUTRAL = "https://www.knmi.nl/"
"""Where somebody goes who must leave at once: the weather, which anybody may have been looking at."""


class Renderer:
    """Renders pages of one catalogue. Keeps what several pages share: templates, shells, offer cards."""

    def __init__(
        self,
        catalogue: Catalogue,
        site: SiteFacts,
        templates: Environment,
        shells: Callable[[Page], Shell],
    ) -> None:
        self._catalogue = catalogue
        self._site = site
        self._template = cache(templates.get_template)
        self._shell = shells

    def html(self, page: Page) -> str:
        """One page, whole."""
        with speaking(page.language):
            return self._html(page)

    def _html(self, page: Page) -> str:
        context = page.view(self._catalogue, *page.words)
        depth = urls.depth(page.url)
        root = urls.upward(depth)
        content = self._template(f"fragments/{page.template}.html").render(
            context,
            root=root,
            site_url=self._site.url,
            report_to=self._site.report,
            leave_to=self._site.leave or NEUTRAL,
            t=text("interface"),
            card=lambda offer: self._card(offer, page.municipality or ""),
        )
        address = context["canonical"] if context["canonical"] is not None else page.url
        head = "".join(f'<link rel="stylesheet" href="{root}{sheet}">' for sheet in context.get("sheets", ()))
        needed = (script for component in context.get("scripts", ()) for script in needed_by(component))
        head += "".join(f'<link rel="modulepreload" href="{root}{script}">' for script in needed)
        head += str(schema_org.script(context["json_ld"], self._site.url)) if context["json_ld"] else ""
        return self._shell(page).filled(
            {
                "title": str(escape(context["title"])),
                "description": str(escape(context["description"])),
                "canonical": str(escape(self._site.url + address)),
                "robots": str(escape(context["robots"] or "index, follow")),
                "head": head + _elsewhere(page.language, address, context.get("languages", ()), self._site.url),
                "content": from_root(content, root),
            }
        )

    def _card(self, offer: Offer, municipality: str) -> Markup:
        """An offer as it stands in every list of a municipality; its links start at the site's root."""
        name = ("cards", offer.organisation_id, municipality)
        cards = self._catalogue.shared.of(name, lambda: self._cards(offer.organisation_id, municipality))
        return cards[offer.key] if offer.key in cards else self._drawn(offer, municipality)

    def _cards(self, organisation: str, municipality: str) -> Mapping[str, Markup]:
        """All of an organisation that lists show there: who lists one of its offers mostly lists them all."""
        served = {municipality, COUNTRYWIDE}
        offers = self._catalogue.offers_of(organisation)
        shown = (offer for offer in offers if self._catalogue.current(offer) and not served.isdisjoint(offer.area))
        return {offer.key: self._drawn(offer, municipality) for offer in shown}

    def _drawn(self, offer: Offer, municipality: str) -> Markup:
        context = offers.card(self._catalogue, offer, municipality)
        return Markup(self._template("components/card/card.html").render(context, root="/", t=text("interface")))


def _elsewhere(language: str, address: str, languages: Sequence[Translated], site_url: str) -> str:
    """Where a search engine finds the same in another language: whole addresses only, so none without a site's own."""
    if not languages or not site_url:
        return ""
    every = [(language, address), *((found.code, found.url) for found in languages)]
    return "".join(f'<link rel="alternate" hreflang="{code}" href="{escape(site_url + url)}">' for code, url in every)
