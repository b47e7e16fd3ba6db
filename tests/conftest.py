"""What tests of several parts share: sites built once from copies of the editions."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from tests import editions
from tests.editions import LINDEDAL, SMALL, STEIN, Built, build, copied, once

# A busy machine may be slow: that is no fault in what is tested.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


SITES = frozenset({"stein", "lindedal", "small", "built"})
"""The fixtures that give a built site."""


def pytest_collection_modifyitems(items: Sequence[pytest.Item]) -> None:
    """Mark what needs a built site or a browser: `make quick` does without, by `-m "not site and not browser"`."""
    for item in items:
        folder = item.path.relative_to(editions.ROOT / "tests").parts[0]
        if folder == "browser":
            item.add_marker("browser")
        if folder == "builds" or SITES.intersection(getattr(item, "fixturenames", ())):
            item.add_marker("site")


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Only a test that is marked so builds a site, or `make quick` would no longer be quick."""
    editions.may_build = item.get_closest_marker("site") is not None or item.get_closest_marker("browser") is not None


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all test processes of one run share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def stein(shared: Path) -> Path:
    """The site of Stein."""
    return once(shared / "stein", lambda folder: build(copied(STEIN, folder))) / "site"


@pytest.fixture(scope="session")
def lindedal(shared: Path) -> Path:
    """The site of Lindedal, the edition that uses everything."""
    return once(shared / "lindedal", lambda folder: build(copied(LINDEDAL, folder))) / "site"


@pytest.fixture(scope="session")
def small(shared: Path) -> Path:
    """The site of the miniature edition: Stein and Beek."""
    return once(shared / "small", lambda folder: build(copied(SMALL, folder))) / "site"


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """One browser for all tests of a process: no process can drive two."""
    from tests.browser.chromium import chromium as running  # here, because most tests open no browser

    with running() as browser:
        yield browser


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """A miniature edition of one's own, to change and build."""
    return copied(SMALL, tmp_path / "editie")


@pytest.fixture(scope="session")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Built]:
    """Editions with their site, each built once for each test process."""
    return cache(lambda edition: Built(edition, tmp_path_factory.mktemp("gebouwd") / "hier"))


@pytest.fixture
def built(built_once: Callable[[Path], Built]) -> Path:
    """A miniature edition with its site, as a first build left them, to change and build again."""
    return built_once(SMALL).again()
