"""The guided route: three answers lead to a few offers that fit, soonest and nearest first, and never to nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator import urls
from generator.catalogue.asking import Asked
from generator.catalogue.catalogue import Catalogue
from generator.engine import front
from generator.national.shown import ACUTE, ACUTE_LINES
from generator.rendering.templates import environment
from generator.texts.spoken import text
from generator.values import waits
from generator.values.fields import is_slug
from generator.views.pieces.room import Known, known
from generator.views.route import steps
from generator.views.route.choosing import FEWEST, MOST, SOON, choose
from generator.views.route.questions import What, answers, route
from tests.editions import LINDEDAL, SMALL, STEIN, copied
from tests.scratch import Scratch
from tests.webpage import Webpage, finished

PAIRS = [(who.id, what.id) for who, what in answers()]


@pytest.fixture(scope="module")
def catalogues(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Catalogue]:
    """What Lindedal, Stein and the miniature edition know."""
    editions = {"lindedal": LINDEDAL, "stein": STEIN, "small": SMALL}
    return {
        name: Scratch(copied(at, tmp_path_factory.mktemp(name) / "editie")).known() for name, at in editions.items()
    }


def chosen(catalogue: Catalogue, place: str, who: str, what: str, when: str) -> list[str]:
    """The offers under three answers, as a page shows them."""
    sections = steps.route_when(catalogue, place, who, what)["sections"]
    return [offer.key for section in sections if section.id == when for offer in section.offers]


@pytest.fixture
def one(tmp_path: Path) -> Scratch:
    """An edition of Stein alone, with nothing of its own yet."""
    return Scratch.stein(tmp_path)


def offered(scratch: Scratch, **records: str) -> None:
    """Organisations that each have one offering, `<id>/hulp`, with some fields of its own."""
    for id, more in records.items():
        lines = "".join(f"    {line.strip()}\n" for line in more.split(";") if line.strip())
        scratch.organisation(id, f"offerings:\n  - id: hulp\n    name: Hulp\n    summary: Helpt.\n{lines}")


def own(scratch: Scratch, who: str, what: str, when: str) -> list[str]:
    """Those of them that three answers lead to, in their order."""
    keys = chosen(scratch.known(), "stein", who, what, when)
    return [key.removesuffix("/hulp") for key in keys if key.endswith("/hulp")]


# What the questions are made of.


def test_every_answer_has_an_id_for_its_address_and_means_something_that_exists(
    catalogues: Mapping[str, Catalogue],
) -> None:
    terms = catalogues["stein"].vocabularies
    every = route()
    assert all(map(is_slug, [*every.who, *every.what, *every.when]))
    assert every.skip_who in every.who and every.skip_what in every.what
    for who in every.who.values():
        assert set(who.situations) <= set(terms["situations"].terms), who.id
        assert {*who.audience, *who.others} <= set(terms["audience"].terms), who.id
    for what in every.what.values():
        assert what.help or what.situations, what.id
        assert set(what.help) <= set(terms["help"].terms), what.id
        assert set(what.situations) <= set(terms["situations"].terms), what.id
        assert {*what.acute, *what.acute_now} <= set(ACUTE_LINES), what.id
        assert not (what.acute and what.acute_now), f"{what.id}: what stands above everything stands there once"
    assert every.apart <= set(terms["audience"].terms)
    assert every.tender | every.particular <= set(terms["situations"].terms)
    assert every.general | every.ahead <= set(terms["help"].terms)
    assert list(SOON) == list(every.when)


def test_an_answer_that_says_something_to_u_says_it_to_je_as_well() -> None:
    for what in route().what.values():
        assert bool(what.kind) == bool(what.kind_young) == bool(what.acute), what.id
    for said in [getattr(what, field.name) for what in route().what.values() for field in fields(What)]:
        assert not (isinstance(said, str) and re.search(r"\bu\b.*\bje\b|\bje\b.*\bu\b", said)), said


def test_despair_and_danger_have_their_lines_on_the_page(catalogues: Mapping[str, Catalogue]) -> None:
    lines = {
        what.id: [line.id for line in steps.route_when(catalogues["small"], "stein", "partner", what.id)["first"]]
        for what in route().what.values()
    }
    assert {id: found for id, found in lines.items() if found} == {
        "niet-meer": ["113-zelfmoordpreventie", "noodnummer-112", "huisartsenpost"],
        "onveilig": ["noodnummer-112", "veilig-thuis"],
    }
    now, week, _ = steps.route_when(catalogues["small"], "stein", "partner", "verdriet")["sections"]
    assert [line.id for line in now.acute] == ["113-zelfmoordpreventie"]
    assert not week.acute


@pytest.mark.parametrize("place", ["lindedal", "stein", "small"])
def test_whoever_is_in_danger_sees_who_acts_however_soon_they_ask(
    catalogues: Mapping[str, Catalogue], place: str
) -> None:
    """Choosing an answer leads past what stands above them all, so it stands with each of them."""
    catalogue = catalogues[place]
    municipality = next(iter(catalogue.municipalities))
    for who, what in answers():
        if what.acute:
            page = steps.route_when(catalogue, municipality, who.id, what.id)
            assert page["first"] and {section.id: section.acute for section in page["sections"]} == dict.fromkeys(
                route().when, page["first"]
            ), (who.id, what.id)


# What they lead to.


@pytest.mark.parametrize("place", ["lindedal", "stein", "small"])
def test_every_answer_leads_to_a_handful(catalogues: Mapping[str, Catalogue], place: str) -> None:
    """Three at least and five at most, none of them over, paused or to come, nor the numbers that can't wait."""
    catalogue = catalogues[place]
    for municipality in catalogue.municipalities:
        for who, what in PAIRS:
            for when in route().when:
                found = chosen(catalogue, municipality, who, what, when)
                assert FEWEST <= len(found) <= MOST, (municipality, who, what, when)
                assert len(set(found)) == len(found)
                offers = [catalogue.offers[key] for key in found]
                assert all(catalogue.current(offer) and offer.status == "active" for offer in offers)
                assert not {offer.organisation_id for offer in offers} & set(ACUTE)
                organisations = [offer.organisation_id for offer in offers]
                assert max(map(organisations.count, organisations)) <= 2


@pytest.mark.parametrize(
    ("given", "first", "among", "never"),
    [
        ("partner/moe/nu", "logeerhuis-wilgenes/bed-bij-nood", "mantelzorgnl/mantelzorglijn",
         "waakgroep-lindedal/waken"),
        ("partner/moe/vooruit", None, "logeerhuis-wilgenes/weekend-logeren", "oudergroep-lindedal/ouderavond"),
        ("ouder/huis/deze-week", None, "lindedalse-handen/boodschappen-doen",
         "gemeente-lindedal/hulp-in-het-huishouden"),
        ("ouder/huis/vooruit", None, "gemeente-lindedal/hulp-in-het-huishouden", "eetclub-beekhorst/pannetje-mee"),
        ("partner/gedrag/nu", None, "alzheimer-nederland/alzheimer-telefoon",
         "thuiszorg-lindewiek/casemanager-dementie"),
        ("kind/moe/vooruit", None, "jeugdteam-lindedal/logeergezin", "steunpunt-lindedal-zorgt/groep-voor-partners"),
        ("kind/verdriet/nu", None, "mantelzorgnl/mantelzorglijn", "de-kindertelefoon/bellen-of-chatten"),
        ("jong/moe/nu", "scholengroep-varenlinde/zorgmentor", "de-kindertelefoon/bellen-of-chatten",
         "steunpunt-lindedal-zorgt/groep-voor-partners"),
        ("jong/verdriet/deze-week", None, "steunpunt-lindedal-zorgt/club-jong-en-zorgen",
         "inloop-het-lindelicht/avondinloop"),
        ("iemand/verdriet/nu", None, "de-luisterlijn/luisterend-oor", "waakgroep-lindedal/tafel-voor-nabestaanden"),
        ("iemand/beginnen/nu", "steunpunt-lindedal-zorgt/gesprek-met-een-consulent", "mantelzorgnl/mantelzorglijn",
         "steunpunt-lindedal-zorgt/meedenken-met-beroepskrachten"),
        ("partner/geld/deze-week", None, "mantelzorgmakelaars-lindezoom/regelwerk-uit-handen",
         "gemeente-lindedal/extra-geld-bij-zorgkosten"),
    ],
)  # fmt: skip
def test_what_a_good_adviser_would_name(
    catalogues: Mapping[str, Catalogue], given: str, first: str | None, among: str, never: str
) -> None:
    found = chosen(catalogues["lindedal"], "lindedal", *given.split("/"))
    assert never in catalogues["lindedal"].offers
    assert among in found and never not in found
    assert first is None or found[0] == first


def test_now_asks_for_the_phone_and_no_letter_and_ahead_for_what_takes_time(one: Scratch) -> None:
    offered(
        one,
        a="help: [vervangende-zorg]; access: {referral: true}; where: [telefoon]; phones: [{number: 0800 0000}]",
        b="help: [vervangende-zorg]; wait: 3 maanden; phones: [{number: 0800 0000}]; "
        "checked: {date: 2026-11-01, source: Website}",
        c="help: [vervangende-zorg]; where: [telefoon]; phones: [{number: 0800 0000}]",
        d="help: [vervangende-zorg]; phones: [{number: 0800 0000}]",
        e="help: [vervangende-zorg]",
    )
    now = own(one, "partner", "moe", "nu")
    assert now[:2] == ["c", "d"] and not {"a", "b"} & set(now)
    assert own(one, "partner", "moe", "deze-week") == ["c", "d", "e"]
    assert set(own(one, "partner", "moe", "vooruit")) == {"a", "b", "c", "d", "e"}


def test_at_equal_fit_the_nearest_comes_first(one: Scratch) -> None:
    same = "help: [huishouden]"
    offered(one, aa=f"{same}; area: [landelijk]", bb=f"{same}; area: [stein, beek]", cc=same)
    assert own(one, "partner", "huis", "deze-week") == ["cc", "bb", "aa"]


def test_a_kind_of_help_of_the_edition_s_own_counts_as_what_it_stands_under(one: Scratch) -> None:
    one.write("data/vocabularies/help.yml", "- {id: soep, label: Soep, parent: maaltijden}\n")
    offered(one, soepbus="help: [soep]")
    assert own(one, "partner", "huis", "nu") == ["soepbus"]


@pytest.mark.parametrize(
    ("fields", "who"),
    [
        ("audience: [partners]", "partner"),
        ("audience: [ouders]", "kind"),
        ("audience: [jonge-mantelzorgers]", "jong"),
        ("audience: [huisartsen, partners]", "partner"),
        ("ages: {to: 12}", "kind jong"),
        ("ages: {from: 65}", "partner ouder iemand"),
        ("ages: {from: 18 maanden, to: 4}", "kind jong"),
        ('ages: {from: "2,5 jaar"}', "partner ouder kind jong iemand"),
        ("audience: [beroepskrachten]", ""),
        ("situations: [na-het-overlijden, het-wordt-te-veel]", ""),
        ("situations: [het-wordt-te-veel, na-het-overlijden]", "partner ouder kind jong iemand"),
        ("status: paused", ""),
        ("visible: {until: 2020}", ""),
        ("visible: {from: 2030}", ""),
    ],
)
def test_what_is_not_for_somebody_is_not_named_to_them(one: Scratch, fields: str, who: str) -> None:
    offered(one, proef=f"help: [huishouden]; {fields}")
    catalogue = one.known()
    found = [id for id in route().who if "proef/hulp" in chosen(catalogue, "stein", id, "huis", "vooruit")]
    assert found == who.split()


def test_when_nothing_fits_a_page_says_so_and_names_who_helps_with_anything(one: Scratch) -> None:
    """Stein has nobody for washing and medicines: it says so, with the lines and counter that do help."""
    catalogue = one.known()
    context = steps.route_when(catalogue, "stein", "partner", "verzorging")
    t = text("interface", "route")
    for section in context["sections"]:
        assert list(section.empty) == [t["empty"].format(name="Stein"), t["empty_helpers"]]
        assert len(section.offers) == FEWEST
    offered(one, thuiszorg="help: [persoonlijke-verzorging]")
    context = steps.route_when(one.known(), "stein", "partner", "verzorging")
    assert all(not section.empty and len(section.offers) == FEWEST for section in context["sections"])
    bare = replace(catalogue, records={**catalogue.records, "organisation": Asked("organisation", {})})
    context = steps.route_when(bare, "stein", "partner", "verzorging")
    assert all(list(s.empty) == [t["empty"].format(name="Stein"), t["empty_next"]] for s in context["sections"])
    assert context["counter"].heading
    assert choose(bare, "stein", route().who["jong"], route().what["moe"])["nu"] == ((), False)


TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ("", Known()),
        ("wait: geen", Known(None, waits.parsed("geen"))),
        ("wait: 4-6 weken; waiting_time: Meteen.", Known(None, waits.parsed("4-6 weken"))),
        ("availability: {state: full}", Known("full")),
        ("availability: {state: open, since: 2026-08-21}; wait: 1 dag", Known("open", waits.parsed("1 dag"))),
        ("availability: {state: full, until: 2026-11-21}", Known("full")),
        ("availability: {state: full, until: 2026-11-20}", Known()),
        ("availability: {state: full}; checked: {date: 2026-08-21, source: Website}", Known("full")),
        ("availability: {state: full}; checked: {date: 2026-08-20, source: Website}", Known()),
        ("wait: geen; checked: {date: 2026-08, source: Website}", Known()),
        ("wait: geen; checked: {date: 2026, source: Website}", Known()),
        ("wait: geen; checked: {date: onbekend, source: Website}", Known()),
        ("availability: {state: full, since: 2026-09-01}; checked: {date: onbekend, source: Folder}", Known("full")),
        ("waiting_time: Geen.", Known()),
        ("waiting_time: Geen nieuwe aanmeldingen mogelijk.", Known()),
    ],
)
def test_fields_say_whether_there_is_room_for_three_months_and_sentences_never(
    one: Scratch, fields: str, found: Known
) -> None:
    recent = "" if "checked" in fields else "; checked: {date: 2026-11-01, source: Website}"
    offered(one, proef=f"help: [huishouden]; {fields}{recent}")
    catalogue = one.known(TODAY)
    assert known(catalogue, catalogue.offers["proef/hulp"].offering) == found


def test_a_sentence_decides_no_order(one: Scratch) -> None:
    """What is full, and says so in a sentence, stands where it would stand without that sentence."""
    same = "help: [vervangende-zorg]; where: [telefoon]; phones: [{number: 0800 0000}]"
    offered(
        one,
        a=f"{same}; waiting_time: Er is op dit moment geen plek",
        b=same,
        c=f"{same}; waiting_time: Geen",
    )
    for when in ("nu", "deze-week", "vooruit"):
        assert own(one, "partner", "moe", when) == ["a", "b", "c"]


def test_who_is_full_comes_last_and_who_has_room_first(one: Scratch) -> None:
    same = "help: [vervangende-zorg]; phones: [{number: 0800 0000}]; checked: {date: 2026-11-01, source: Website}"
    offered(
        one,
        a=f"{same}; availability: {{state: full}}; where: [telefoon]",
        b=f"{same}; wait: 4-6 weken; where: [telefoon]",
        c=f"{same}; wait: 2-5 dagen",
        d=same,
        e=f"{same}; availability: {{state: open}}",
    )
    now = own(one, "partner", "moe", "nu")
    assert now[:2] == ["e", "d"] and not {"a", "b"} & set(now)
    assert own(one, "partner", "moe", "deze-week") == ["c", "d", "e"]
    assert own(one, "partner", "moe", "vooruit")[:4] == ["b", "c", "d", "e"]


def test_a_pause_ends_on_its_day(one: Scratch) -> None:
    offered(
        one,
        a="help: [huishouden]; status: paused; paused_until: 2026-11-20",
        b="help: [huishouden]; status: paused; paused_until: 2026-11-21",
        c="help: [huishouden]; status: paused",
    )
    assert own(one, "partner", "huis", "nu") == ["a"]


# The pages.


def said(context: Mapping[str, Any], template: str) -> str:
    """The words of a page without its cards."""
    html = (
        environment(front())
        .get_template(f"fragments/{template}.html")
        .render(context, root="", t=text("interface"), leave_to="", card=lambda offer: "")
    )
    return re.sub(r"<[^>]+>", " ", html)


@pytest.mark.parametrize("what", list(route().what))
def test_who_is_young_is_called_je_from_the_second_question_on(catalogues: Mapping[str, Catalogue], what: str) -> None:
    for place in catalogues["small"].municipalities:
        pages = [
            said(steps.route_what(catalogues["small"], place, "jong"), "route"),
            said(steps.route_when(catalogues["small"], place, "jong", what), "route-offers"),
        ]
        for page in pages:
            assert not re.search(r"\b[Uu]w?\b", page), page
        assert re.search(r"\bje\b", pages[1])


def test_every_pair_of_answers_has_its_page_in_every_municipality(stein: Path, lindedal: Path, small: Path) -> None:
    """A link on paper or in a message keeps working; search engines are sent to the first question only."""
    real = [
        (finished(site), path.parent.name)
        for site in (stein, lindedal, small)
        for path in site.glob("*/wegwijzer")
        if (path.parent / "a-z").is_dir() and not finished(site)[f"{path.parent.name}/wegwijzer/index.html"].is_redirect
    ]
    assert {place for _, place in real} >= {"stein", "lindedal", "beek"}
    for pages, place in real:
        first = pages[f"{urls.route(place)}index.html"]
        assert "noindex" not in (first.meta("robots") or "")
        for who in route().who:
            second = pages[f"{urls.route(place, who)}index.html"]
            assert f"{who}/" in " ".join(first.links())
            assert "noindex" in (second.meta("robots") or "")
            for what in route().what:
                last = pages[f"{urls.route(place, who, what)}index.html"]
                assert any(link.endswith(f"{who}/{what}/") for link in second.links())
                assert "noindex" in (last.meta("robots") or "")
                assert {*route().when, "alles"} <= set(last.ids)
                assert not any("?" in link and "?gemeente=" not in link for link in last.links()), last


def test_the_home_leads_into_the_route(small: Path, stein: Path) -> None:
    """Under the field, also where the root is the home of the only municipality."""
    for site, path, link in (
        (small, "beek/index.html", "../beek/wegwijzer/"),
        (stein, "index.html", "./stein/wegwijzer/"),
    ):
        assert link in list(Webpage(site, path).links())


def test_a_page_costs_little(lindedal: Path) -> None:
    """A phone with little reception: the largest page of the route is lighter than a photo of a stamp."""
    sizes = [path.stat().st_size for path in (lindedal / "lindedal/wegwijzer").rglob("index.html")]
    assert len(sizes) == 1 + len(route().who) * (1 + len(route().what))
    assert max(sizes) < 26_000
