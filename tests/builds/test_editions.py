"""An edition is a folder of its own: it builds wherever it is put, with the engine from a checkout or from a wheel."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.editions import ROOT, SMALL, build, copied, different, environment, files, mantelkaart, once, refused
from tests.webpage import Webpage, webpages


def begun(folder: Path, *names: str) -> Path:
    """A new edition, as somebody begins one."""
    named = [word for name in names for word in ("--municipality", name)]
    done = mantelkaart("init", str(folder), *named, folder=folder.parent)
    assert done.returncode == 0, done.stderr
    return folder


def dead_links(pages: Iterable[Webpage]) -> list[str]:
    """Links of a site that lead nowhere in it."""
    return [
        f"{page}: {link}"
        for page in pages
        if page.path != "404.html"
        for link in page.links()
        if link.startswith("/") or ((found := page.target(link)) and not (page.site / found[0]).is_file())
    ]


@pytest.mark.parametrize("names", [("Zutphen",), ("Zutphen", "Lochem")], ids=["one", "several"])
def test_a_new_edition_builds_wherever_it_is_put(tmp_path: Path, names: tuple[str, ...]) -> None:
    """Begun here, moved there, built there: by our command and by that of MkDocs, with the same result."""
    made = begun(tmp_path / "nieuw", *names)
    there = tmp_path / "heel ergens anders" / "kaart"
    there.parent.mkdir()
    made.rename(there)
    site = build(there)
    assert (site / "zutphen/hulp/index.html").is_file()
    assert (site / "organisaties/mantelzorgnl/mantelzorglijn/index.html").is_file()
    assert dead_links(webpages(site).values()) == []
    ours = files(site)
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=there, env=environment(), capture_output=True,
        text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert different(ours, files(site)) == []


def test_a_new_edition_knows_no_path_but_its_own(tmp_path: Path) -> None:
    """Nothing in it leads to the engine, to this machine or to a folder above."""
    made = begun(tmp_path / "nieuw", "Zutphen")
    inside = [path for path in made.rglob("*") if path.is_file()]
    assert len(inside) > 8
    for path in inside:
        text = path.read_text("utf-8")
        assert str(ROOT) not in text and str(tmp_path) not in text, path
        for line in text.splitlines():
            for word in line.split():
                if "../" in word and "$schema=" in word:
                    target = (path.parent / word.split("$schema=")[1]).resolve()
                    assert target.is_file() and target.is_relative_to(made), f"{path}: {word}"
                else:
                    assert "../" not in word, f"{path}: {word}"


def test_a_new_organisation_appears_on_the_site(tmp_path: Path) -> None:
    """The first thing somebody does with a new edition."""
    made = begun(tmp_path / "nieuw", "Zutphen")
    done = mantelkaart("new", "organisation", "Steunpunt Zutphen", folder=made)
    assert done.returncode == 0, done.stderr
    assert "[starter-text]" in refused(made), "nobody publishes what is still to be written"
    file = made / "data/organisations/zutphen/steunpunt-zutphen.yml"
    file.write_text(file.read_text("utf-8").replace("Schrijf hier", "Dit is"), "utf-8")
    site = build(made)
    assert (site / "organisaties/steunpunt-zutphen/informatie/index.html").is_file()
    assert "Steunpunt Zutphen" in (site / "zutphen/a-z/index.html").read_text("utf-8")


def test_without_an_address_of_its_own_a_site_works_as_well(tmp_path: Path) -> None:
    """Who only looks at a site at home has no `site_url` yet: links work, and nothing is made up."""
    edition = copied(SMALL, tmp_path / "editie")
    settings = (edition / "mkdocs.yml").read_text("utf-8").splitlines(keepends=True)
    (edition / "mkdocs.yml").write_text("".join(s for s in settings if not s.startswith("site_url")), "utf-8")
    pages = webpages(build(edition)).values()
    assert dead_links(pages) == []
    for page in pages:
        assert page.canonical is None, page
        assert "None" not in page.html and "https:///" not in page.html, page


@pytest.fixture(scope="module")
def wheel(shared: Path) -> Path:
    """The engine as people install it."""

    def make(folder: Path) -> None:
        command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check", "--no-deps",
                   "--no-build-isolation", "--no-index", "--wheel-dir", str(folder), str(ROOT)]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, text=True)

    (found,) = once(shared / "wheel", make).glob("*.whl")
    return found


def test_the_wheel_carries_all_that_a_site_needs(wheel: Path) -> None:
    """Templates, styles, scripts, the letters with their licence, the national layer, texts and beginnings."""
    with ZipFile(wheel) as archive:
        names = set(archive.namelist())
    front = {
        f"generator/overrides/{path.relative_to(ROOT / 'overrides').as_posix()}"
        for path in (ROOT / "overrides").rglob("*")
        if path.is_file()
    }
    engine = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "generator").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert len(front) > 50 and len(engine) > 80
    assert sorted((front | engine) - names) == []
    letters = "generator/libraries/@fontsource-variable/atkinson-hyperlegible-next"
    assert f"{letters}/LICENSE" in names
    assert f"{letters}/files/atkinson-hyperlegible-next-latin-wght-normal.woff2" in names
    assert not [name for name in names if name.startswith(("tests/", "data/", "content/", "examples/"))]


def test_an_edition_builds_with_the_installed_wheel(wheel: Path, tmp_path: Path, small: Path) -> None:
    """No checkout in sight: the same site, byte for byte, as with one."""
    installed = tmp_path / "installed"
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--no-index",
         "--target", str(installed), str(wheel)],
        check=True, capture_output=True,
    )  # fmt: skip
    edition = copied(SMALL, tmp_path / "editie")
    around = environment(PYTHONPATH=str(installed), PATH=os.environ.get("PATH", ""))
    where = subprocess.run(
        [sys.executable, "-c", "import generator.engine as e; print(e.__file__, e.front(), e.libraries())"],
        cwd=edition, env=around, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert all(path.startswith(str(installed)) for path in where.stdout.split()), where.stdout
    done = subprocess.run(
        [sys.executable, "-m", "generator.cli", "build"], cwd=edition, env=around, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert different(files(small), files(edition / "site")) == []
