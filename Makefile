# Fadu 法度. `make run` and `make test` are all a newcomer needs; each makes what it stands on.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000

.PHONY: env run test test-sqlite test-postgresql check bench docs fmt clean

$(VENV)/.installed: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Fadu needs Python 3.11 or later") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.developer: $(VENV)/.installed
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[dev]'
	-@if command -v java >/dev/null; then $(BIN)/pip install --quiet --disable-pip-version-check -e '.[spark]'; fi
	@touch $@

$(VENV)/.bench: $(VENV)/.developer
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[dev,bench]'
	@touch $@

env: $(VENV)/.installed ## the environment alone; then .venv/bin/fadu is the console script

run: $(VENV)/.installed ## the demo year, desk and portal, on http://127.0.0.1:8000
	@$(BIN)/fadu demo --port $(PORT)

test: test-sqlite test-postgresql ## the whole suite on both databases

test-sqlite: $(VENV)/.developer
	$(BIN)/python -m pytest -n auto --dist loadfile

test-postgresql: $(VENV)/.developer
	FADU_TEST_DATABASE=postgresql $(BIN)/python -m pytest -n auto --dist loadfile -m "not browser"

check: $(VENV)/.developer ## style, types, floors, migrations, catalogues, generated pages
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy fadu
	$(BIN)/lint-imports
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/fadu docs --check

docs: $(VENV)/.installed ## write the pages that are generated from the declarations
	$(BIN)/fadu docs

bench: $(VENV)/.bench ## ratios against floors measured in the same run, into docs/benchmarks.md
	$(BIN)/python -m bench

fmt: $(VENV)/.developer
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:
	rm -rf $(VENV) var .mypy_cache .ruff_cache .pytest_cache
