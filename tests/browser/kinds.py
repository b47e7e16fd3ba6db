"""Every kind of page, by a name for messages and screenshots: the fixture of its site and its address."""

from __future__ import annotations

_STREEK = "organisaties/hulp-in-de-streek/"
_LINDEDAL = "organisaties/steunpunt-lindedal-zorgt/"

PAGES: dict[str, tuple[str, str]] = {
    "kies-gemeente": ("small", ""),
    "gemeente": ("small", "stein/"),
    "gemeente-zonder-loket": ("small", "beek/"),
    "gemeente-stein": ("stein", ""),
    "gemeente-lindedal": ("lindedal", "lindedal/"),
    "hulp": ("small", "stein/hulp/"),
    "in-het-engels": ("lindedal", "lindedal/en/"),
    "soort": ("lindedal", "lindedal/hulp/vervangende-zorg/"),
    "soort-regionaal": ("small", "stein/hulp/vervangende-zorg/"),
    "soort-leeg": ("small", "beek/hulp/klusjes/"),
    "situatie": ("small", "beek/situatie/even-tussenuit/"),
    "situatie-jong": ("lindedal", "lindedal/situatie/jong-en-zorgen/"),
    "wegwijzer": ("lindedal", "lindedal/wegwijzer/"),
    "wegwijzer-jong": ("lindedal", "lindedal/wegwijzer/jong/"),
    "wegwijzer-hoe-snel": ("lindedal", "lindedal/wegwijzer/partner/moe/"),
    "wegwijzer-nu": ("lindedal", "lindedal/wegwijzer/partner/verdriet/#nu"),
    "wegwijzer-alles": ("small", "stein/wegwijzer/iemand/huis/#alles"),
    "wegwijzer-spoed": ("small", "beek/wegwijzer/jong/onveilig/#nu"),
    "a-z": ("small", "stein/a-z/"),
    "organisatie": ("lindedal", _LINDEDAL),
    "organisatie-regionaal": ("small", _STREEK),
    "organisatie-oude-bron": ("small", "organisaties/huiskamer-beek/"),
    "organisatie-zonder-datum": ("small", "organisaties/alleen-langsgaan/"),
    "organisatie-gestopt": ("small", "organisaties/oude-buurtzorg/"),
    "organisatie-landelijk": ("stein", "organisaties/mantelzorgnl/"),
    "aanbod": ("lindedal", f"{_LINDEDAL}gesprek-met-een-consulent/"),
    "aanbod-regionaal": ("small", f"{_STREEK}oppas/"),
    "aanbod-oude-bron": ("small", "organisaties/huiskamer-beek/koffie/"),
    "aanbod-even-niet": ("small", f"{_STREEK}dagje-weg/"),
    "aanbod-gestopt": ("small", f"{_STREEK}belcirkel/"),
    "aanbod-voorbij": ("small", f"{_STREEK}zomercursus/"),
    "kennisrugzakken": ("lindedal", "lindedal/kennisrugzak/"),
    "kennisrugzakken-leeg": ("small", "beek/kennisrugzak/"),
    "kennisrugzak": ("lindedal", "lindedal/kennisrugzak/een-keer-je-verhaal/"),
    "kennisrugzak-stein": ("stein", "stein/kennisrugzak/kringetje-van-alle-partijen/"),
    "tools": ("lindedal", "tools/"),
    "tool": ("lindedal", "tools/waaier-wie-doet-wat/"),
    "voorbeelden": ("lindedal", "praktijkvoorbeelden/"),
    "voorbeeld": ("lindedal", "praktijkvoorbeelden/kringetje-in-oosterlinde/"),
    "netwerk": ("lindedal", "netwerken/dementienetwerk-lindedal/"),
    "netwerk-regionaal": ("small", "netwerken/tafel-van-de-streek/"),
    "over": ("stein", "over/"),
    "privacy": ("stein", "privacy/"),
    "toegankelijkheid": ("lindedal", "toegankelijkheid/"),
    "klopt-er-iets-niet": ("lindedal", "klopt-er-iets-niet/"),
    "voor-professionals": ("lindedal", "voor-professionals/"),
    "niet-gevonden": ("lindedal", "er/is/hier/niets/"),
}

REDIRECT = ("small", "organisaties/streekhulp/oppas/")
