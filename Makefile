# Everything sets itself up in .venv; Python 3.11 or newer, pip and make are all it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DATABASE := db/workbench.db
SAMPLE := Afghanistan, autumn 2025 (sample)

.DEFAULT_GOAL := help
.PHONY: help setup run test lint types tests trials bench peers format schema keys pictures dossier clean

help: ## What can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

setup: $(READY) ## Set up .venv with everything the workbench and its checks need

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "The workbench needs Python 3.11 or newer; this is $$($(PYTHON) --version 2>&1). Try: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "This Python cannot make virtual environments. On Debian and Ubuntu: sudo apt install python3-venv" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Setting up $(VENV) (once) ..." >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

run: $(READY) ## Open the sample review; it is made the first time
	@mkdir -p db
	@$(BIN)/workbench --db $(DATABASE) reviews --quiet 2>/dev/null | grep -qF '$(SAMPLE)' || \
	  $(BIN)/workbench --db $(DATABASE) new '$(SAMPLE)' corpus/*.txt
	@$(BIN)/workbench --db $(DATABASE) open '$(SAMPLE)'

test: lint types tests ## Run every check: ruff, mypy --strict, pytest

lint: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(READY)
	$(BIN)/mypy

tests: $(READY)
	$(BIN)/python -m pytest -n 2 -m "not long"

trials: $(READY) ## The long trials: 2,000 kills, large exports, properties on fresh examples
	$(BIN)/python -m pytest -m long
	$(BIN)/python -m pytest -n 2 -m "not long" --hypothesis-profile=wandering tests/core tests/store tests/intake tests/export

format: $(READY) ## Lay out the code and mend what ruff can
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(READY) ## Print how fast it is (about 10 minutes; BENCH=quick a minute, or groups by name)
	$(BIN)/python -m tools.bench $(BENCH)

peers: $(READY) .peers/.ready ## Print how fast less, vim, slate, toolong are on the same texts
	$(BIN)/python -m tools.bench peers

.peers/.ready: # Programs to measure against, apart from everything else; the workbench needs none
	@test -x .peers/bin/python || $(PYTHON) -m venv .peers
	@for peer in toolong slate-nlp; do \
	  .peers/bin/python -m pip install --quiet --disable-pip-version-check $$peer || \
	  echo "$$peer could not be installed; it is left out." >&2; done
	@touch $@

schema: $(READY) ## Write db/schema.sql from the migrations
	$(BIN)/python tools/schema.py

keys: $(READY) ## Write docs/keys.md from the table of keys
	$(BIN)/python tools/keys.py

pictures: $(READY) ## Make the pictures of the screen in docs/pictures
	$(BIN)/python tools/pictures.py

dossier: $(READY) ## Write the dossier of the annotated sample to docs/dossier
	$(BIN)/python tools/dossier.py

clean: ## Remove the local environment and caches; databases stay
	rm -rf $(VENV) .peers .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
