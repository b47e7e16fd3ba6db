"""Editions of one municipality, and of two."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scratch import Scratch


@pytest.fixture
def one(tmp_path: Path) -> Scratch:
    """An edition of Stein alone."""
    return Scratch.stein(tmp_path)


@pytest.fixture
def several(one: Scratch) -> Scratch:
    """An edition of Stein and Beek."""
    one.write("data/municipalities/beek.yml", "name: Beek\n")
    return one
