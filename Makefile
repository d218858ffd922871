# `make` lists what there is. report and test need nothing before them: the environment is made on the way, once.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help report test fuzz lab refresh add lock clean

PYTHON := python3
VENV := .venv

# The code of this tree is what runs, also where several work trees share one environment (make report VENV=...).
export PYTHONPATH := $(CURDIR)/src$(if $(PYTHONPATH),:$(PYTHONPATH))

# What the notebooks take; quoted by the shell, so that any path or title passes.
export AS_OF SOURCES CLAIMANTS ESTIMATE ORIGINALS OUT SRC TITLE PUBLISHED
option = $(if $($(1)),$(2) "$$$(1)")
PARAMETERS = $(call option,AS_OF,--as-of) $(call option,SOURCES,--sources) $(call option,CLAIMANTS,--claimants) \
             $(call option,ESTIMATE,--estimate) $(call option,ORIGINALS,--originals) $(call option,OUT,--out)

# The mark of a finished environment carries the checksum of the lock: a half-made one has no mark, an old one another mark.
LOCK := $(firstword $(shell cksum < requirements.lock))
ifeq ($(CONDA_DEFAULT_ENV),counterclaim)
RUN := python
READY := $(CONDA_PREFIX)/.counterclaim-$(LOCK)
else
RUN := $(VENV)/bin/python
READY := $(VENV)/.counterclaim-$(LOCK)
endif

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1|/p' Makefile | while IFS='|' read -r name text; do printf '  make %-8s %s\n' "$$name" "$$text"; done

report: $(READY) ## run what changed: tables, figures and build/site/index.html (AS_OF= SOURCES= CLAIMANTS= ESTIMATE= ORIGINALS= OUT=)
	@$(RUN) -m counterclaim.suite $(PARAMETERS)

test: $(READY) ## lint, types, all tests, every notebook on the stock kernel
	@$(RUN) -m ruff check .
	@$(RUN) -m ruff format --check .
	@$(RUN) -m mypy
	@$(RUN) -m pytest -n 2 --dist loadfile --nbval --nbval-current-env tests notebooks

fuzz: $(READY) ## the fuzz of the extractor whole, ten times what test tries (some minutes)
	@FUZZ=whole $(RUN) -m pytest -n 2 -q tests/property/test_extract_fuzz.py

lab: $(READY) ## open the notebooks in JupyterLab
	@$(RUN) -m jupyterlab --ServerApp.root_dir="$(CURDIR)" --LabApp.default_url=/lab/tree/notebooks

refresh: $(READY) ## run, then store the outputs in notebooks/, figures/ and data/derived/ as the new reference
	@$(RUN) -m counterclaim.suite --refresh

add: $(READY) ## add an article: SRC=path [TITLE="..."] [PUBLISHED=2025-01-31]
	@test -n "$$SRC" || { echo 'which article? make add SRC=path/to/article.txt' >&2; exit 2; }
	@$(RUN) -m counterclaim add "$$SRC" $(call option,TITLE,--title) $(call option,PUBLISHED,--published)

lock: $(READY) ## remake requirements.lock from pyproject.toml
	@$(RUN) -m uv pip compile pyproject.toml --extra lab --extra test --extra build --universal --generate-hashes --no-emit-index-url --no-header \
	    --quiet --output-file requirements.lock

clean: ## remove what was built; the environment stays (rm -rf .venv removes it)
	@rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find src tests benchmarks -name __pycache__ -prune -exec rm -rf {} +

ifeq ($(CONDA_DEFAULT_ENV),counterclaim)

# conda brought the locked packages (environment.yml); only the package itself is missing.
$(READY):
	@$(RUN) -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch "$@"

else

# uv, itself pinned by hash in the lock, installs in a quarter of pip's time; where it cannot reach its index, pip does the work.
$(READY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	    { echo "$(PYTHON) is missing or older than 3.11: install Python 3.11 or newer, or name one: make PYTHON=python3.12" >&2; exit 1; }
	@echo "making $(VENV) from requirements.lock (once, under two minutes)"
	@test ! -e "$(VENV)" || test -f "$(VENV)/pyvenv.cfg" || { echo "$(VENV) is no environment: move it away" >&2; exit 1; }
	@ls "$(VENV)"/.counterclaim-* >/dev/null 2>&1 && "$(RUN)" -c '' || { rm -rf "$(VENV)"; $(PYTHON) -m venv "$(VENV)"; }
	@sed -n '/^uv==/,/^[^ u]/{/^uv==/p;/^ /p;}' requirements.lock > "$(VENV)/uv.lock"
	@{ $(RUN) -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r "$(VENV)/uv.lock" && \
	    $(RUN) -m uv pip install --quiet --compile-bytecode --python "$(RUN)" --no-deps --require-hashes -r requirements.lock; } || \
	    { echo "uv could not do it; pip takes over (some minutes)" && \
	    $(RUN) -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock; }
	@$(RUN) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@rm -f "$(VENV)"/.counterclaim-*
	@touch "$@"

endif
