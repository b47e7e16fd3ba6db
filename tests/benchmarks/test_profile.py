"""The benchmarks know the functions that they time by name, and begin as their guide says."""

from __future__ import annotations

import pytest

from tests.benchmarks import bench, profile, search_bench


def test_every_function_of_the_profile_is_where_it_says() -> None:
    """One that moved would be timed as part of another stage, without a word."""
    assert profile.gone() == []


def test_a_profile_tells_the_time_of_each_stage() -> None:
    """The smallest edition there can be, checked from nothing."""
    spent = profile.profiles(1, 0, ("validate cold",))["validate cold"]["spent"]
    assert {"start Python", "imports", "find", "read", "parse", "shape and rules", "catalogue"} <= spent.keys()
    assert all(seconds >= 0 for seconds in spent.values())


def test_every_benchmark_begins(capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever moved, its modules are found and it says how it is asked."""
    for benchmark in (bench, search_bench, profile):
        with pytest.raises(SystemExit) as stopped:
            benchmark.main(["--help"])
        assert stopped.value.code == 0
        assert f"python -m {benchmark.__name__}" in " ".join(capsys.readouterr().out.split())
