"""The filters that a page has are those that its script reads, by the same names."""

from __future__ import annotations

import re

from generator.engine import front
from generator.views.help.lists import FILTERS


def test_the_script_knows_every_group_of_filters() -> None:
    groups = re.search(r"GROUPS = \{(.*?)\}", (front() / "components/finder/wish.mjs").read_text("utf-8"), re.DOTALL)
    assert groups is not None
    assert dict(re.findall(r'(\w+): "(\w+)"', groups[1])) == {name: group for group, name in FILTERS.items()}
