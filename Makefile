# Everything runs from this folder, in the Python environment .venv that is made here first.
# Nothing is installed outside the clone.

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?=
FORMAT ?= text
AGAINST ?=
CHANGES ?=
FIRST ?=
SECONDS ?= 600
PACKAGE ?=
BENCH ?=

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SHELLFLAGS := -eu -c
MAKEFLAGS += --no-builtin-rules --no-print-directory
.PHONY: style-and-types programs # what several of the others do
.PHONY: help serve site publish check external test test-all test-fast coverage fuzz successors restore bench audit sbom lock clean

# Every tool keeps its cache in the clone.
export PIP_CACHE_DIR := $(CURDIR)/.cache/pip
export UV_CACHE_DIR := $(CURDIR)/.cache/uv
export npm_config_cache := $(CURDIR)/.cache/npm
export HYPOTHESIS_STORAGE_DIRECTORY := $(CURDIR)/.cache/hypothesis
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# Compiled code is kept, or every worker of the tests and every build would compile it again.
unexport PYTHONDONTWRITEBYTECODE

# Material announces at every start that its successor comes in 2027: a matter for who maintains this.
export NO_MKDOCS_2_WARNING := 1

IN_VENV := .venv/bin/python

# The language that is served, built and checked: that of this clone, or one in a folder of its own (`python -m macros init`).
LANGUAGE_FOLDER ?= $(CURDIR)
IN_LANGUAGE := cd "$(LANGUAGE_FOLDER)" && "$(CURDIR)/$(IN_VENV)"
NPM := $(IN_VENV) .venv/bin/npm
INSTALL_WITH := python -m pip install -qq --no-input --require-hashes --only-binary :all:
INSTALL := .venv/bin/$(INSTALL_WITH)
SUCCESSORS := .cache/successors
PEERS := .cache/peers
COMPILE := $(IN_VENV) -m uv pip compile --quiet $(if $(PACKAGE),--upgrade-package "$(PACKAGE)",--upgrade) --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-config

# Two marks in the environment: what the site needs, and what the tests need besides. Both carry
# the version of Python, so that an environment made with another one is made anew.
PYTHON_VERSION := $(shell $(PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)
FOR_SITE := .venv/for-site-$(PYTHON_VERSION)
FOR_TESTS := .venv/for-tests-$(PYTHON_VERSION)

# Prints the port to serve on: the one asked for, or else the first free one from 8000.
define CHOOSE_PORT
import socket, sys
host, asked = sys.argv[1:]
if asked and not (asked.isdecimal() and 0 < int(asked) < 65536):
    sys.exit(f"PORT is {asked!r}; it must be a number from 1 to 65535.")
for port in [int(asked)] if asked else range(8000, 8100):
    with socket.socket() as server:
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            server.bind((host, port))
        except OSError as error:
            why = error.strerror
        else:
            print(port)
            sys.exit()
sys.exit(f"Can't serve on {host}, port {port}: {why}. Choose another: make serve PORT=8080")
endef
export CHOOSE_PORT

help:
	@echo "make serve   the site on this machine, following every edit (PORT=8080 HOST=0.0.0.0 to choose)"
	@echo "make site    the whole site in site/"
	@echo "make publish the same, with the record of what was published before and what is new (FIRST=yes the first time)"
	@echo "make check   every finding in the patterns and pages"
	@echo "make external whether the links to other sites still answer (asks them)"
	@echo "make test    everything that is checked before a change is accepted"
	@echo "make test-all the same with every hostile input, every slip and every page: once a week, takes far longer"
	@echo "make test-fast the same without a built site, a browser and what takes seconds: for while you write code"
	@echo "make coverage which lines of macros/ no test reaches (runs every test)"
	@echo "make fuzz    ten minutes of generated inputs for everything that takes input (SECONDS=60 to choose)"
	@echo "make successors the site made with ProperDocs and mkdocs-materialx too, and every file compared"
	@echo "make restore the site built again from a tag in a bare clone and the registries, and every file compared"
	@echo "make bench   the table of README.md anew: builds beside others, weights; what Lighthouse says (BENCH='--looks 0': not)"
	@echo "make audit   whether a weakness is known in a package that is used here (asks the registries)"
	@echo "make sbom    the bill of materials in sbom/: every package, as CycloneDX"
	@echo "make lock    choose the newest allowed versions of the packages again (PACKAGE=jinja2 for one)"
	@echo "make clean   remove all that make has made here"

$(FOR_SITE): requirements.txt requirements-dev.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "This needs Python 3.11 or newer as '$(PYTHON)', and found: $$($(PYTHON) --version 2>&1 || true)" >&2; \
		echo "On Debian or Ubuntu: apt install python3 python3-venv" >&2; \
		echo "If another Python is installed: make PYTHON=python3.12 ..." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "Python's venv module is missing. On Debian or Ubuntu: apt install python3-venv" >&2; exit 1; }
	@echo "Making the Python environment in .venv"
	@rm -rf .venv
	@$(PYTHON) -m venv .venv
	@echo "Installing the packages of requirements.txt (about half a minute, once)"
	@$(INSTALL) -r requirements.txt
	@touch $@

$(FOR_TESTS): $(FOR_SITE)
	@echo "Installing the packages of requirements-dev.txt (about half a minute, once)"
	@$(INSTALL) -r requirements-dev.txt
	@touch $@

node_modules/.ready: $(FOR_TESTS) package-lock.json
	@echo "Installing the packages of package-lock.json"
	@$(NPM) ci --silent
	@touch $@

bench/node_modules/.ready: $(FOR_TESTS) bench/package-lock.json
	@echo "Installing the packages of bench/package-lock.json"
	@$(NPM) ci --silent --prefix bench
	@touch $@

$(SUCCESSORS)/.ready: $(FOR_TESTS) requirements-successors.txt
	@echo "Installing the packages of requirements-successors.txt"
	@rm -rf $(SUCCESSORS)
	@$(PYTHON) -m venv $(SUCCESSORS)
	@$(SUCCESSORS)/bin/$(INSTALL_WITH) -r requirements-successors.txt
	@touch $@

$(PEERS)/.ready: $(FOR_TESTS) requirements-peers.txt
	@echo "Installing the packages of requirements-peers.txt"
	@rm -rf $(PEERS)
	@$(PYTHON) -m venv $(PEERS)
	@$(PEERS)/bin/$(INSTALL_WITH) -r requirements-peers.txt
	@touch $@

serve: $(FOR_SITE)
	@port=$$($(IN_VENV) -c "$$CHOOSE_PORT" "$(HOST)" "$(PORT)"); \
	export SITE_URL="http://$(HOST):$$port/"; \
	cd "$(LANGUAGE_FOLDER)" && exec "$(CURDIR)/$(IN_VENV)" -m mkdocs serve --dev-addr "$(HOST):$$port"

site: $(FOR_SITE)
	@$(IN_LANGUAGE) -m mkdocs build --strict

publish: $(FOR_SITE)
	@$(IN_LANGUAGE) -m macros publish $(if $(CHANGES),--changes "$(CHANGES)") $(if $(FIRST),--first)

check: $(FOR_SITE)
	@$(IN_LANGUAGE) -m macros check --format $(FORMAT) $(if $(AGAINST),--against "$(AGAINST)")

external: $(FOR_SITE)
	@$(IN_LANGUAGE) -m macros external

test: $(FOR_TESTS) node_modules/.ready
	@echo "Style, types, patterns and pages; beside these the programs that tests need (about a minute)"
	@$(MAKE) -j2 --output-sync=target style-and-types programs
	@echo "Tests (pytest)"
	@$(IN_VENV) -m pytest -n auto --dist worksteal

style-and-types: $(FOR_TESTS)
	@echo "Style (ruff)"
	@$(IN_VENV) -m ruff check --quiet
	@$(IN_VENV) -m ruff format --check --quiet || { \
		echo "To lay the code out so: $(IN_VENV) -m ruff format" >&2; exit 1; }
	@echo "Types (mypy)"
	@$(IN_VENV) -m mypy --no-error-summary
	@echo "Patterns and pages (macros check)"
	@$(IN_VENV) -m macros check --format $(FORMAT)

programs: $(FOR_TESTS)
	@$(IN_VENV) -m tests.tools.programs

# An empty -m takes also what is marked as thorough.
test-all: export PYTEST_ADDOPTS := -m "" --hypothesis-profile=thorough
test-all: test

test-fast: node_modules/.ready style-and-types
	@echo "Left out: tests of built sites, downloads, links, browser, hostile input, workflows; make test runs them"
	@$(IN_VENV) -m pytest -q -n auto --dist worksteal -m "not slow and not thorough"

coverage: node_modules/.ready programs
	@$(IN_VENV) -m pytest -q -n auto --dist worksteal --cov --cov-report=term-missing:skip-covered

fuzz: $(FOR_TESTS)
	@$(IN_VENV) -m tests.fuzz $(SECONDS)

successors: $(FOR_TESTS) $(SUCCESSORS)/.ready
	@$(IN_VENV) -m tests.tools.successors $(SUCCESSORS)/bin/properdocs

restore: $(FOR_TESTS)
	@$(IN_VENV) -m tests.tools.restore

bench: bench/node_modules/.ready $(PEERS)/.ready programs
	@$(IN_VENV) -m bench --readme $(BENCH)

# All three are asked, also when the first finds something.
audit: $(FOR_TESTS)
	@failed=0; \
	echo "Packages from requirements-dev.txt"; \
	$(IN_VENV) -m pip_audit --strict --require-hashes --disable-pip --progress-spinner off --desc off \
		--requirement requirements-dev.txt || failed=1; \
	for folder in . bench; do \
		echo "Packages from $$folder/package-lock.json"; \
		$(NPM) audit --package-lock-only --prefix "$$folder" || failed=1; \
	done; \
	exit $$failed

sbom: $(FOR_TESTS)
	@echo "Writing the bill of materials in sbom/"
	@rm -rf sbom
	@mkdir sbom
	@$(IN_VENV) -W ignore -m cyclonedx_py requirements --pyproject pyproject.toml --output-reproducible \
		--output-file sbom/python.cdx.json requirements.txt
	@$(NPM) sbom --silent --package-lock-only --sbom-format cyclonedx --sbom-type application > sbom/npm.cdx.json

lock: $(FOR_TESTS)
	@echo "Choosing packages for the four requirements files and both package-lock.json"
	@$(COMPILE) --output-file requirements.txt requirements.in
	@$(COMPILE) --constraints requirements.txt --output-file requirements-dev.txt requirements-dev.in
	@grep -v '^mkdocs-material ' requirements.in | cat requirements-successors.in - | \
		$(COMPILE) --constraints requirements.txt --output-file requirements-successors.txt \
		--custom-compile-command "make lock" -
	@$(COMPILE) --constraints requirements.txt --output-file requirements-peers.txt requirements-peers.in
	@$(NPM) update --silent --package-lock-only $(PACKAGE)
	@$(NPM) update --silent --package-lock-only $(PACKAGE) --prefix bench

clean:
	@echo "Removing .venv, .cache, site, sbom and node_modules, also that in bench"
	@rm -rf .venv .cache node_modules bench/node_modules site sbom
