"""How fast the engine is, beside Hugo on the same records: `python -m tests.benchmarks.bench`."""
