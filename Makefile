# Everything runs from this folder, in the Python environment .venv that is made here first.
# Nothing is installed outside the clone, except a browser and an office suite by `make test`.

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?=

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SHELLFLAGS := -eu -c
MAKEFLAGS += --no-builtin-rules --no-print-directory
.PHONY: help serve site check test lock clean

# Every tool keeps its cache in the clone.
export PIP_CACHE_DIR := $(CURDIR)/.cache/pip
export UV_CACHE_DIR := $(CURDIR)/.cache/uv
export npm_config_cache := $(CURDIR)/.cache/npm
export HYPOTHESIS_STORAGE_DIRECTORY := $(CURDIR)/.cache/hypothesis
export PIP_DISABLE_PIP_VERSION_CHECK := 1

IN_VENV := .venv/bin/python
INSTALL := $(IN_VENV) -m pip install -qq --no-input --require-hashes --only-binary :all:

# Two marks in the environment: what the site needs, and what the tests need besides. Both carry
# the version of Python, so that an environment made with another one is made anew.
PYTHON_VERSION := $(shell $(PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)
FOR_SITE := .venv/for-site-$(PYTHON_VERSION)
FOR_TESTS := .venv/for-tests-$(PYTHON_VERSION)

help: ## show this list
	@echo "make serve   the site on this machine, following every edit (PORT=8080 HOST=0.0.0.0 to choose)"
	@echo "make site    the whole site, ready to publish, in site/"
	@echo "make check   every finding in the patterns and pages"
	@echo "make test    everything that is checked before a change is accepted"
	@echo "make lock    choose the newest allowed versions of the packages again"
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
	@echo "Installing the packages of requirements.txt"
	@$(INSTALL) -r requirements.txt
	@touch $@

$(FOR_TESTS): $(FOR_SITE)
	@echo "Installing the packages of requirements-dev.txt"
	@$(INSTALL) -r requirements-dev.txt
	@touch $@

site: $(FOR_SITE)
	@echo "Building the site in site/"
	@$(IN_VENV) -m mkdocs build --strict

check: $(FOR_SITE)
	@$(IN_VENV) -m macros check

clean:
	@echo "Removing .venv, .cache, node_modules and site"
	@rm -rf .venv .cache node_modules site
