# make demo and make test are all a newcomer needs; CONTRIBUTING.md tells the rest.
PY = .venv/bin/python

.PHONY: help setup demo test lint types contract test-browser bench lock clean

help:
	@echo "make demo          a small city on 127.0.0.1:8000, with who can sign in (ARGS=\"--size city\")"
	@echo "make test          lint, import contract, types, tests on SQLite, PostgreSQL and in the browser"
	@echo "make setup         the environment, also .venv/bin/lingong"
	@echo "make lint types contract test-browser bench    one part each"
	@echo "make lock          renew the lock files; make clean removes what was built"

setup:
	@scripts/setup.sh

demo: setup
	@exec .venv/bin/lingong demo $(ARGS)

test: setup
	@exec $(PY) scripts/run_tests.py

lint: setup
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .

types: setup
	.venv/bin/mypy

contract: setup
	.venv/bin/lint-imports --no-logo

test-browser: setup
	$(PY) -m pytest -n 4 -m browser tests/journeys $(ARGS)

bench: setup
	$(PY) -m benchmarks $(ARGS)

# No lock carries the address of a package index: hashed requirements files, package-lock.json without
# "resolved" (.npmrc).
LOCK = .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate
lock: setup
	$(LOCK) $(ARGS) --extra postgres pyproject.toml -o requirements/base.txt
	$(LOCK) $(ARGS) --extra engine --extra postgres --extra dev pyproject.toml -o requirements/dev.txt
	PATH="$$PWD/.venv/bin:$$PATH" npm install --package-lock-only --silent

clean:
	rm -rf .venv node_modules lingong/web/static/vendor dist var .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
