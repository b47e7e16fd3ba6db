"""Everything that the sources name works somewhere, and the place that is named says what it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from generator import urls
from generator.views.knowledge.documents import address, documents
from tests.webpage import Webpage, finished

LONG = 120
"""Signs of a paragraph that says what something is; a sentence that only names it is shorter."""

OWN = 2
"""A paragraph on more pages than this belongs to none of them. (A municipality's home may be the site's too.)"""

NAMES = """
10-minuten-check, bibliotheek, woningcorporatie, school, jeugdzorg, eerste lijn, tweede lijn, doorverwijzen, vaste kern,
voorzitter, geoormerkte uren, cursussen, themabijeenkomsten, evalueren, Valentijn, Kaats en Opheij, kernthema,
ontwerpvraag, mantelzorgconsulent, Steunpunt Mantelzorg Zuid, Stichting De Brug, zorgvrijwilligers, vervangende zorg,
dagbesteding, logeeropvang, Partners in Welzijn, maatje, inloop, MEE, PIW, casemanager dementie, huishoudelijke hulp,
mantelzorgwaardering, informatiepakket, 900 geregistreerde, 80 jonger dan 25, Ketennetwerk dementie, Hulp bij Dementie,
CZ, Anders Beter, Zorgnetwerk Elsloo, DOP, dorpscontactpersoon, Buurtcentrum Nieuwdorp, Dorpsdagvoorziening Bie Gerda,
wensauto, Werkgroep ouderen Berg aan de Maas, Kerensheide, Beatrixplein, Knooppunt informele zorg, Kijkglas, doelenboom,
werkblad, Verder in samenwerken, TeamThermometer, Wie is wie in de wijk, gemeentegids, dialoogtafels, infographic,
Van zorgnetwerk naar dorpsnetwerk, Even Buurten, Gezonde wijkaanpak, Ruwaard, kringetje van alle partijen,
Effectenarena, procesbegeleider, In gesprek over mantelzorg, netwerkbijeenkomst, casus, warme doorverwijzing, systemen,
Digimon, Samenwerken tussen zorg en welzijn, Lokaal Samenspel, visie in drie stappen, leidende principes,
elevator pitch, lokale lobby, samen sterker, inventaris van netwerken, participatieladder, Kwaliteitskompas,
Laat lokale samenwerking bloeien, Dag van de Mantelzorg, Week van de Jonge Mantelzorger, ervaringsdeskundige,
Team Advies, Stilstaan bij samenwerking, waardenkaart, landkaart, dementienetwerk, belangen in samenwerking,
stappenplan, verbreden
"""
"""What the five documents name, as a reader of them would tick it off."""


def test_nothing_that_the_documents_name_is_forgotten(stein: Path) -> None:
    told = Webpage(stein, f"{urls.SOURCES}index.html").text.casefold()
    names = [" ".join(name.split()) for name in NAMES.split(",")]
    assert len(names) > 90
    assert [name for name in names if name.casefold() not in told] == []


def test_what_a_source_names_has_an_address_that_says_what_it_is(stein: Path) -> None:
    """Every address is there; the first has a paragraph of its own about it, under the name that people know."""
    pages = {page.url: page for page in finished(stein).values()}
    wrong = []
    for item in (item for document in documents() for item in document.items):
        lead_to = {at: address(at, ["stein"], pages) for at in item.at}
        page = pages.get(lead_to[item.at[0]] or "") if item.at else None
        if page is None or None in lead_to.values():
            wrong.append(f"{item.words} leads to {lead_to}")
        elif not tells(page, item.says or (item.words,), own_paragraphs(stein)):
            wrong.append(f"{page} doesn't tell what {item.words} is")
    assert not wrong, "\n".join(wrong)


def test_a_page_that_only_names_something_does_not_tell_what_it_is(stein: Path) -> None:
    """The check itself: a list of names, a page about something else and what stands on every page don't count."""
    own = own_paragraphs(stein)
    pages = finished(stein)
    assert tells(pages["tools/kijkglas/index.html"], ["Kijkglas"], own)
    assert not tells(pages["tools/index.html"], ["TeamThermometer"], own)
    assert not tells(pages["privacy/index.html"], ["Kijkglas"], own)
    assert not tells(pages["organisaties/cz/index.html"], ["Oude bron"], own)


def test_every_address_on_the_page_is_one_that_answers(stein: Path, lindedal: Path, small: Path) -> None:
    """In every edition: what another municipality alone has, is named without a link, and the page says whose it is."""
    for site in (stein, lindedal, small):
        pages = finished(site)
        page = pages[f"{urls.SOURCES}index.html"]
        leads = [page.target(link) for link in page.links()]
        assert [lead for lead in leads if lead and lead[0] not in pages] == []
    told = finished(lindedal)[f"{urls.SOURCES}index.html"]
    assert "is van Stein zelf" in told.text and "Steunpunt Mantelzorg Zuid" in told.text
    assert "is van Stein zelf" not in finished(stein)[f"{urls.SOURCES}index.html"].text


def tells(page: Webpage, words: Iterable[str], own: Mapping[str, int]) -> bool:
    """Whether a page has a paragraph of its own that is about one of these words."""
    wanted = [word.casefold() for word in words]
    return any(
        own[text] <= OWN and any(word in text.casefold() for word in wanted)
        for text in paragraphs(page)
        if len(text) >= LONG
    )


def paragraphs(page: Webpage) -> list[str]:
    """What stands in the main part of a page in paragraphs: no headings, menus, lists of records, or foot."""
    wrapping = {id(outer) for element in page.elements if element.tag in _BLOCKS for outer in element.inside}
    found = []
    for element in page.elements:
        if element.tag in ("p", "li", "dd") and id(element) not in wrapping:
            around = {outer.tag for outer in element.inside} & {"nav", "footer"}
            here = any(outer.attributes.get("id") == "inhoud" for outer in element.inside)
            cards = any("items" in outer.attributes.get("class", "").split() for outer in element.inside)
            if here and not around and not cards:
                found.append(element.text)
    return found


_BLOCKS = frozenset({"p", "li", "dd", "ul", "ol", "details"})


@cache
def own_paragraphs(site: Path) -> Counter[str]:
    """On how many pages every paragraph stands; a booklet repeats what other pages tell and doesn't count."""
    pages = [page for page in finished(site).values() if not page.path.endswith("boekje/index.html")]
    return Counter(text for page in pages for text in set(paragraphs(page)) if len(text) >= LONG)


def test_whoever_looks_something_up_jumps_to_its_source(stein: Path) -> None:
    """The page is long: every source is one press away from its top."""
    page = Webpage(stein, f"{urls.SOURCES}index.html")
    jump = page.all("nav", **{"class": "jump"})
    assert jump and all(title in jump[0].text for title in (document.title for document in documents()))


def test_a_sentence_ends_once(stein: Path, lindedal: Path) -> None:
    """Also when the name of a source is a question."""
    for page in (*finished(stein).values(), *finished(lindedal).values()):
        assert "?." not in page.text.replace("?...", ""), page.url
