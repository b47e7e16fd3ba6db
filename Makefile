# Alles wat u nodig hebt: "make site" maakt de site, "make test" controleert alles. Beide zetten zelf alles op.
PYTHON ?= python3
BIN := .venv/bin
EDITION ?= mkdocs.yml

# Python bewaart wat het vertaald heeft: elk volgend commando begint een kwart seconde eerder.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: site serve test quick bench durability fuzz setup setup-dev clean

site: .venv/site
	$(BIN)/mantelkaart build -f $(EDITION)

serve: .venv/site
	$(BIN)/mantelkaart serve -f $(EDITION)

test: .venv/dev
	@.ci/chromium
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mantelkaart schema --check
	$(BIN)/python -m pytest -n auto

quick: .venv/dev
	$(BIN)/ruff check --quiet .
	$(BIN)/python -m pytest -n auto -m "not site and not browser"

bench: .venv/dev
	$(BIN)/python -m tests.benchmarks.bench
	$(BIN)/python -m tests.benchmarks.search_bench
	$(BIN)/python -m tests.benchmarks.serve_bench

durability: .venv/dev
	MANTELKAART_DURABILITY=1 $(BIN)/python -m pytest -n auto tests/durability

fuzz: .venv/dev
	MANTELKAART_FUZZ=1 $(BIN)/python -m pytest tests/records/test_fuzz.py

setup: .venv/site
setup-dev: .venv/dev

# Elk slot is een bestand in .venv: het wordt alleen opnieuw gedaan als de sloten van de pakketten veranderen.
.venv/made:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Mantelkaart heeft Python 3.11 of nieuwer nodig")'
	$(PYTHON) -m venv .venv
	touch $@

.venv/site: .venv/made requirements.lock package-lock.json pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	.ci/npm ci --omit=dev
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

.venv/dev: .venv/site requirements-dev.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	.ci/npm ci
	.ci/node --version >/dev/null
	touch $@

clean:
	rm -rf .venv .cache site node_modules
