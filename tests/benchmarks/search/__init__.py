"""The parts of the search benchmark: `python -m tests.benchmarks.search_bench`."""
