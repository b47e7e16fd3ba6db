"""Finding help: asking, refining, going back, and never a dead end."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import OUTPUT, Come

pytestmark = pytest.mark.browser


def count(page: Page) -> int:
    """How many results the page says there are."""
    told = page.locator("[data-result-count]")
    expect(told).to_have_attribute("data-result-count", re.compile("[0-9]+"))
    expect(told).to_have_attribute("aria-busy", "false")
    return int(told.get_attribute("data-result-count") or 0)


def keys(page: Page) -> list[str]:
    return [item.get_attribute("data-record") or "" for item in page.locator("[data-record]").all()]


def test_the_home_asks_and_the_list_answers(lindedal: Path, visitor: Come) -> None:
    """A misspelt word on the home of a municipality leads to results, with what fits marked."""
    guest = visitor(lindedal)
    page = guest.goes_to("lindedal/")
    page.get_by_label("Waar kunt u hulp bij gebruiken?").fill("dagbestedng")
    page.keyboard.press("Enter")
    page.wait_for_url("**/lindedal/hulp/#q=dagbestedng")
    assert count(page) > 2
    assert "zorgboerderij-ammerhoeve/dag-op-de-boerderij" in keys(page)[:3]
    expect(page.locator("[data-record] mark").first).to_be_visible()
    expect(page.locator("[data-everything]")).to_be_hidden()
    field = page.get_by_label("Waar kunt u hulp bij gebruiken?")
    field.fill("oppas")
    link = page.get_by_role("link", name="Oppas aan huis", exact=True)
    expect(link.locator("mark")).to_have_text("Oppas")
    assert link.inner_text() == "Oppas aan huis", "a marked word keeps its space"
    guest.is_content()


def test_results_come_while_typing_and_the_address_remembers(lindedal: Path, visitor: Come) -> None:
    """As one types; the address follows, and a step back undoes a choice."""
    guest = visitor(lindedal)
    page = guest.goes_to("lindedal/hulp/")
    field = page.get_by_label("Waar kunt u hulp bij gebruiken?")
    field.press_sequentially("maaltijd", delay=5)
    expect(page.locator("[data-record]").first).to_contain_text("an", use_inner_text=True)
    page.wait_for_url("**#q=maaltijd")
    expect(page.locator("[data-result-count]")).to_contain_text("maaltijd")
    before = count(page)
    page.get_by_text("Verfijn", exact=True).click()
    option = page.get_by_label("Op een vaste plek")
    option.check()
    page.wait_for_url("**waar=locatie*")
    expect(page.locator("[data-result-count]")).not_to_have_attribute("data-result-count", str(before))
    assert 0 < count(page) < before
    page.go_back()
    expect(page.locator("[data-result-count]")).to_have_attribute("data-result-count", str(before))
    expect(option).not_to_be_checked()
    guest.is_content()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("lindedal/hulp/?q=oppas+voor+mijn+man&waar=thuis", "lindedal/hulp/#q=oppas+voor+mijn+man&waar=thuis"),
        ("lindedal/hulp/?q=oppas#inhoud", "lindedal/hulp/#q=oppas"),
        ("lindedal/netwerk/?netwerk=geen", "lindedal/netwerk/#netwerk=geen"),
        ("tools/?gemeente=lindedal&q=spel", "tools/?gemeente=lindedal#q=spel"),
        ("tools/?stap=kennismaken#spel", "tools/#stap=kennismaken"),
        ("rugzak/?from=mail#r=tools/waardenkaart", "rugzak/#r=tools/waardenkaart"),
        ("over/?gemeente=lindedal", "over/?gemeente=lindedal"),
    ],
)
def test_an_old_link_works_and_its_words_leave_the_address(lindedal: Path, visitor: Come, old: str, new: str) -> None:
    """What stood where servers see it goes behind the #. Going back leads to before the link, not to its words."""
    guest = visitor(lindedal)
    guest.goes_to("klopt-er-iets-niet/")
    page = guest.goes_to(old)
    expect(page).to_have_url(guest.root + new)
    if "q=oppas" in old:
        assert count(page) > 0
    page.reload()
    expect(page).to_have_url(guest.root + new)
    page.go_back()
    expect(page).to_have_url(f"{guest.root}klopt-er-iets-niet/")
    guest.is_content()


def test_who_skips_to_the_content_still_has_the_question(lindedal: Path, visitor: Come) -> None:
    """With the keyboard: a place in the page is no other question."""
    guest = visitor(lindedal)
    page = guest.goes_to("lindedal/hulp/#q=oppas")
    before = count(page)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#inhoud")).to_be_focused()
    expect(page).to_have_url(f"{guest.root}lindedal/hulp/#q=oppas")
    assert count(page) == before
    page.go_back()
    assert count(page) == before
    guest.is_content()


def test_without_scripts_nothing_typed_goes_along(lindedal: Path, visitor: Come) -> None:
    """The button leads to the list of everything; beforehand it says that searching does not work."""
    guest = visitor(lindedal, java_script_enabled=False)
    page = guest.goes_to("lindedal/")
    expect(page.locator("noscript p")).to_contain_text("Wat u typt, gaat nergens heen.")
    guest.is_content()
    page.get_by_label("Waar kunt u hulp bij gebruiken?").fill("mijn man slaat me")
    page.get_by_role("button", name="Zoek").click()
    page.wait_for_url(re.compile(r"/lindedal/hulp/\??$"))


def test_what_stood_there_already_stays(lindedal: Path, visitor: Come) -> None:
    """Who types on sees only change what is different: the same result is the same card, not drawn again."""
    guest = visitor(lindedal)
    page = guest.goes_to("lindedal/hulp/#q=oppas")
    count(page)
    expect(page.locator("[data-record]")).to_have_count(10)
    before = keys(page)
    page.evaluate("document.querySelectorAll('[data-record]').forEach(item => { item.dataset.seen = '' })")
    field = page.get_by_label("Waar kunt u hulp bij gebruiken?")
    field.press("End")
    page.keyboard.press("?")
    page.wait_for_url("**#q=oppas%3F")
    expect(page.locator("[data-record]")).to_have_count(10)
    assert keys(page)[0] == before[0]
    expect(page.locator("[data-record]").first).to_have_attribute("data-seen", "")
    page.get_by_label("Waar kunt u hulp bij gebruiken?").fill("maaltijd")
    page.wait_for_url("**#q=maaltijd")
    count(page)
    expect(page.locator("[data-seen]")).to_have_count(0)
    guest.is_content()


def test_a_page_asks_for_all_scripts_of_the_search_at_once(lindedal: Path, visitor: Come) -> None:
    """No script has to come before another is asked for: the page names every one that the search begins with."""
    guest = visitor(lindedal)
    page = guest.goes_to("lindedal/hulp/")
    named = page.locator("link[rel=modulepreload]").evaluate_all("links => links.map(({ href }) => href)")
    asked: list[str] = page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)")
    searching = {name for name in asked if "/search/" in name}
    assert len(searching) > 10
    assert searching <= set(named)
    assert len(named) == len(set(named))
    guest.is_content()


def test_what_was_typed_before_the_scripts_came_is_answered(lindedal: Path, visitor: Come) -> None:
    """On a slow line the field is there first: whoever types at once need not type again."""
    guest = visitor(lindedal)
    held: list[Route] = []
    guest.page.route("**/components/finder/finder.mjs", lambda route: held.append(route))
    guest.page.goto(guest.root + "lindedal/hulp/", wait_until="commit")
    field = guest.page.get_by_label("Waar kunt u hulp bij gebruiken?")
    field.fill("maaltijd")
    guest.page.wait_for_timeout(100)
    while not held:
        guest.page.wait_for_timeout(50)
    held[0].continue_()
    expect(guest.page.locator("[data-record]").first).to_be_visible()
    guest.page.wait_for_url("**#q=maaltijd")
    guest.is_content()


def test_a_choice_says_beforehand_how_many_remain(lindedal: Path, visitor: Come) -> None:
    """The number beside a filter is the number of results after choosing it."""
    guest = visitor(lindedal)
    page = guest.goes_to("lindedal/hulp/#q=even+vrij")
    page.locator(".filters > summary").click()
    for name in ("waar", "kosten", "vrij"):
        label = page.locator(f"label.filter:has(input[name={name}])").first
        number = label.locator(".filter__left")
        expect(number).to_have_text(re.compile("^[0-9]+$"))
        promised = number.inner_text()
        label.click()
        expect(page.locator("[data-result-count]")).to_have_attribute("data-result-count", promised)
        label.click()
    guest.is_content()


def test_nothing_found_is_no_dead_end(lindedal: Path, visitor: Come) -> None:
    """Without results the filters can be let go of, everything else stays in sight, and somebody can be called."""
    guest = visitor(lindedal)
    page = guest.goes_to("lindedal/hulp/#q=xyzzyq")
    assert count(page) == 0
    expect(page.get_by_text("Hiervoor vonden wij niets.")).to_be_visible()
    expect(page.locator("[data-record]").first).to_be_visible()  # somebody who thinks along
    expect(page.locator("[data-everything]")).to_be_visible()
    expect(page.locator("section.counter a.button")).to_be_visible()
    page = guest.goes_to("lindedal/hulp/#q=rolstoel&waar=online&kosten=betaald&vrij=1&soort=waardering")
    assert count(page) == 0
    assert keys(page), "what comes nearest"
    page.get_by_role("button", name="Laat de keuzes los").click()
    page.wait_for_url("**#q=rolstoel")
    assert count(page) > 0
    guest.is_content()


def test_danger_comes_first(lindedal: Path, visitor: Come) -> None:
    """Words of despair bring the line for it above all results, with the number to press."""
    guest = visitor(lindedal)
    page = guest.goes_to("lindedal/hulp/#q=ik+wil+niet+meer+leven")
    danger = page.get_by_role("region", name="Kan het niet wachten?")
    expect(danger).to_be_visible()
    expect(danger.locator("a[href='tel:113']")).to_be_visible()
    above = danger.bounding_box()
    first = page.locator("[data-record]").first.bounding_box()
    assert above and first and above["y"] < first["y"]
    page.screenshot(path=OUTPUT / "finder-danger.png")
    page.get_by_label("Waar kunt u hulp bij gebruiken?").fill("rolstoel")
    expect(danger).to_be_hidden()
    guest.is_content()


def test_near_a_village_comes_first_what_is_there_or_comes_to_you(lindedal: Path, visitor: Come) -> None:
    """A national line is not far away, and a place in the village stands before one across the municipality."""
    guest = visitor(lindedal)
    page = guest.goes_to("lindedal/hulp/?plaats=Oosterlinde&waar=locatie")
    assert count(page) > 3
    told = page.locator("[data-record] .find__when").all_inner_texts()
    assert told[0] == "Komt naar u toe", "nobody has to travel for that"
    away = [float(text.split()[2].replace(",", ".")) for text in told if text.endswith("km")]
    assert away[0] <= 1.5, "the village itself comes before the next one"
    assert "dorpshuis-oosterlinde/dorpskamer" in keys(page)
    guest.is_content()


def test_open_now_keeps_what_has_no_hours(lindedal: Path, visitor: Come) -> None:
    """In the middle of the night only what is always open, by appointment or unknown remains, and says so."""
    guest = visitor(lindedal, timezone_id="Europe/Amsterdam")  # a browser of its own: its clock stands still
    guest.page.clock.set_fixed_time("2026-11-24T03:00:00+01:00")
    page = guest.goes_to("lindedal/hulp/?open=1")
    assert count(page) > 0
    texts = {element.inner_text() for element in page.locator("[data-record] .find__when").all()}
    assert texts <= {"Nu open", "Nu te bellen", "Alleen op afspraak", "Openingstijden niet bekend"}, texts
    guest.is_content()


@pytest.mark.parametrize(
    ("moment", "said"),
    [("2026-11-24T09:30:00+01:00", "Nu te bellen, tot 10.00 uur"), ("2026-11-24T03:00:00+01:00", "Nu dicht")],
)
def test_the_page_of_an_offer_says_whether_somebody_is_there_now(
    lindedal: Path, visitor: Come, moment: str, said: str
) -> None:
    """By the visitor's clock, in the words of the search."""
    guest = visitor(lindedal, timezone_id="Europe/Amsterdam")  # a browser of its own: its clock stands still
    guest.page.clock.set_fixed_time(moment)
    page = guest.goes_to("organisaties/zorgcooperatie-oosterlinde/dorpszuster/")
    expect(page.locator(".reached")).to_have_text(said)
    expect(guest.goes_to("organisaties/veilig-thuis/advies-en-meldpunt/").locator(".reached")).to_have_text("Nu open")
    guest.is_content()


def test_without_scripts_a_page_says_nothing_of_now(lindedal: Path, visitor: Come) -> None:
    page = visitor(lindedal, java_script_enabled=False).goes_to("organisaties/zorgcooperatie-oosterlinde/dorpszuster/")
    expect(page.locator(".reached")).to_be_hidden()
    expect(page.get_by_text("Bereikbaar: maandag")).to_be_visible()


@pytest.mark.parametrize("edition", ["stein", "lindedal"])
def test_on_a_phone_the_first_answer_is_in_sight(request: pytest.FixtureRequest, visitor: Come, edition: str) -> None:
    """Whoever asked something sees the name of the first result without scrolling, under the question."""
    page = visitor(request.getfixturevalue(edition), width=360, height=740).goes_to(f"{edition}/hulp/#q=oppas")
    assert count(page) > 0
    name = page.locator(".find__results h3").first.bounding_box()
    assert name and name["y"] < 420, name
    expect(page.get_by_label("Waar kunt u hulp bij gebruiken?")).to_be_in_viewport()
    expect(page.get_by_role("heading", level=1)).to_have_count(1)


def test_on_a_phone_filters_are_a_few_groups_and_a_way_to_the_results(lindedal: Path, visitor: Come) -> None:
    """With the keyboard alone: open a group, choose, and go to what remains. Escape leads back to where one was."""
    guest = visitor(lindedal, width=360, height=740)
    page = guest.goes_to("lindedal/hulp/#q=oppas")
    before = count(page)
    panel, done = page.locator(".filters > summary"), page.locator(".filters__done button")
    panel.press("Enter")
    expect(done).to_have_text(f"Toon {before} mogelijkheden")
    expect(done).to_be_in_viewport()
    box = page.locator(".filters").bounding_box()
    assert box and box["height"] < 740, "eight groups fit a screen"
    expect(page.locator(".filters input:visible")).to_have_count(0)
    group = page.locator(".filters__group > summary").filter(has_text="Kosten")
    group.press("Enter")
    page.get_by_label("Gratis").press("Space")
    expect(group).to_contain_text("(1 gekozen)")
    expect(page.locator("[data-result-count]")).not_to_have_attribute("data-result-count", str(before))
    expect(done).to_have_text(f"Toon {count(page)} mogelijkheden")
    done.press("Enter")
    told = page.locator("[data-result-count]")
    expect(told).to_be_focused()
    expect(told).to_be_in_viewport()
    expect(done).to_be_hidden()
    expect(panel).to_have_text("Verfijn (1 gekozen)")
    panel.press("Enter")
    page.get_by_label("Gratis").press("Escape")
    expect(panel).to_be_focused()
    expect(done).to_be_hidden()
    guest.is_content()


def test_what_is_typed_is_only_text(lindedal: Path, visitor: Come) -> None:
    """A question is shown, never run; an address that makes no sense is no obstacle."""
    guest = visitor(lindedal)
    page = guest.goes_to("lindedal/hulp/#q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E&soort=%22%3E%3Cscript%3E&plaats=../..")
    expect(page.locator("[data-result-count]")).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator("main img[src=x]").count() == 0
    guest.is_content()


def test_without_scripts_the_list_is_there(lindedal: Path, visitor: Come) -> None:
    """The form leads to the list of everything, which says that searching does not work here."""
    guest = visitor(lindedal, java_script_enabled=False)
    page = guest.goes_to("lindedal/hulp/#q=rolstoel")
    expect(page.locator("noscript p")).to_be_visible()  # the list of texts on a page leaves this one out
    expect(page.locator("[data-everything]")).to_be_visible()
    expect(page.locator("details.filters")).to_be_hidden()
    assert page.locator("article.card").count() > 50
