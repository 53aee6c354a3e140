# make demo   set up, then open the article's map (prints and draws it where there is no terminal)
# make test   set up, then run all tests
# make check  format, lint, types, layers and tests: what CI runs
# make exports  draw the example maps again: pictures, slides, steps, pages for the browser

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
  $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
# One more than there are cores: many tests wait for processes and screens.
WORKERS := $(shell echo $$(( $$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2) + 1 )))
MAP := maps/counter-cartel-operations.yaml
ARTICLE := $(wildcard ../shared/article/when-borders-blur.txt)
SOURCE := $(if $(ARTICLE),--source borders=$(ARTICLE))

.PHONY: demo test check static exports bench clean

demo: $(VENV)/.run
	@if [ -t 0 ] && [ -t 1 ]; then $(BIN)/argmap open $(MAP) $(SOURCE); else \
	  $(BIN)/argmap show $(MAP) $(SOURCE) && mkdir -p demo && \
	  $(BIN)/argmap export $(MAP) $(SOURCE) -o demo/map.svg -o demo/map.png -o demo/map.pdf -o demo/map.dot; fi

test: $(VENV)/.test
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal

check: static test

static: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

exports: $(VENV)/.slides
	for map in maps/*.yaml; do name=exports/$$(basename $$map .yaml); \
	  $(BIN)/argmap export $$map -o $$name.svg -o $$name.png -o $$name.pdf -o $$name.dot -o $$name.md -o $$name.html && \
	  $(BIN)/argmap export $$map --slide 16:9 -o $$name-slides.pdf -o $$name-slides.pptx && \
	  $(BIN)/argmap export $$map --slide 16:9 --build -o $$name-steps.pdf || exit 1; done

bench: $(VENV)/.test
	for name in startup loading diagram slides tui workbench searching finding; do \
	  echo "== $$name" && $(BIN)/python -m benchmarks.$$name || exit 1; done

clean:
	rm -rf $(VENV) demo build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "argmap needs Python 3.11 or newer: install it, or run make PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "python cannot make a virtual environment; on Debian and Ubuntu: apt install python3-venv"; exit 1; }

$(VENV)/.run: pyproject.toml | $(VENV)/bin/python
	@echo "setting up argmap in $(VENV) …"
	@$(PIP) --editable . && touch $@

$(VENV)/.slides: pyproject.toml | $(VENV)/bin/python
	@echo "setting up argmap for slides in $(VENV) …"
	@$(PIP) --editable '.[slides]' && touch $@ $(VENV)/.run

$(VENV)/.test: pyproject.toml | $(VENV)/bin/python
	@echo "setting up argmap and its tests in $(VENV) …"
	@$(PIP) --editable '.[test]' && touch $@ $(VENV)/.run

$(VENV)/.dev: pyproject.toml | $(VENV)/bin/python
	@echo "setting up argmap, its tests and checks in $(VENV) …"
	@$(PIP) --editable '.[dev]' && touch $@ $(VENV)/.test $(VENV)/.run
