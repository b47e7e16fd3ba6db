"""What was ever published answers, and what the site leads to is there."""

from __future__ import annotations

from pathlib import Path

from generator import urls
from generator.model.kinds import with_pages
from generator.texts.spoken import text
from generator.views.around import shell
from tests.scratch import PAGES, VALID, Scratch


def test_a_page_that_every_site_needs_is_missed(tmp_path: Path) -> None:
    """By name, where it should stand, and as a warning: an edition can be tried before it has its own texts."""
    scratch = Scratch.stein(tmp_path)
    assert scratch.codes() == []
    for page in PAGES:
        (tmp_path / page).unlink()
    assert scratch.found() == [(page, 1, 1, "page-missing") for page in sorted(PAGES)]
    assert {problem.severity for problem in scratch.problems()} == {"warning"}


def test_nothing_leads_to_a_page_that_is_not_there(tmp_path: Path) -> None:
    """The foot names the pages that the edition has written, and no others."""
    scratch = Scratch.stein(tmp_path)
    (tmp_path / "content" / "privacy.md").unlink()
    catalogue = scratch.validate().catalogue
    assert catalogue
    around = shell.shell(catalogue, "stein")
    named = {link.url for _, links in around["foot"] for link in links}
    assert set(urls.WRITTEN) - named == {"privacy/"}
    for page in PAGES:
        (tmp_path / page).unlink(missing_ok=True)
    catalogue = scratch.validate().catalogue
    assert catalogue
    around = shell.shell(catalogue, "stein")
    assert around["top"] == []
    assert text("interface", "site", "about") not in dict(around["foot"])


def test_every_address_ever_published_answers(tmp_path: Path) -> None:
    """One that does not is a fault on its line; what can be no address of this site is another."""
    scratch = Scratch.stein(tmp_path)
    scratch.write("data/addresses.txt", "# lijst\n/stein/\n/stein/hulp/weg/\n/Een Adres/\n")
    assert scratch.found() == [
        ("data/addresses.txt", 3, 1, "address-gone"),
        ("data/addresses.txt", 4, 1, "address-format"),
    ]


def test_no_address_is_called_gone_of_a_record_that_is_there_but_faulty(tmp_path: Path) -> None:
    """Of any kind: its own fault is said, and nothing beside it of the addresses that it has or had."""
    scratch = Scratch.copy(VALID, tmp_path)
    assert scratch.codes() == []
    catalogue = scratch.known()
    for kind, address in with_pages():
        key, entry = next((key, entry) for key, entry in catalogue.of(kind.id).items() if tmp_path.name in entry.file)
        file = Path(entry.file)
        whole, formerly = file.read_text("utf-8"), kind.renamed(key, "van-eerder")
        own, old = (url.removeprefix("/") for url in (address(key), address(formerly)))
        scratch.write("data/addresses.txt", f"/{own}\n/{old}\n")
        head, line, rest = whole.partition(f"{kind.title}:")
        assert line, file
        file.write_text(f"{head}formerly: [van-eerder]\n{line} []\n#{rest}", "utf-8")
        problems = scratch.problems()
        assert any(problem.file == entry.file and problem.severity == "fault" for problem in problems), kind.id
        assert "address-gone" not in {problem.code for problem in problems}, kind.id
        file.write_text(whole, "utf-8")


def test_a_link_in_prose_leads_somewhere(tmp_path: Path) -> None:
    """From the root or from where the text stands, to a page, a Markdown file or a picture; others are named."""
    scratch = Scratch.stein(tmp_path)
    scratch.write("content/beeld.png", b"x")
    scratch.write(
        "content/over.md",
        """\
        # Over
        [a](privacy.md) [b](/stein/hulp/) [c](stein/hulp/) ![d](beeld.png) [e](https://elders.example/) [f](#kop)
        [fout](bestaat-niet.md)
        Ook [fout](organisaties/weg/) en [fout](/nergens/)
        """,
    )
    assert scratch.found() == [
        ("content/over.md", 3, 8, "link-gone"),
        ("content/over.md", 4, 12, "link-gone"),
        ("content/over.md", 4, 41, "link-gone"),
    ]
