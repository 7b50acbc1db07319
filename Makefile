# The whole set-up: `make demo` shows what Lagebild does, `make test` tests it.
# `make check` and `make test` are what the continuous integration runs.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CASE := demo.case

.PHONY: demo test check bench clean

$(VENV)/installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/developed: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

demo: $(VENV)/installed
	$(BIN)/lagebild read demo/articles --case $(CASE)
	$(BIN)/lagebild show $(CASE)

test: $(VENV)/developed
	$(BIN)/python -m pytest -n 2 --dist loadfile

check: $(VENV)/developed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest tests/test_docs.py
	$(BIN)/lagebild evaluate floors floors.toml

bench: $(VENV)/developed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,bench]'
	$(BIN)/python -m benchmarks

clean:
	rm -rf $(VENV) $(CASE) $(CASE)-wal $(CASE)-shm build dist
