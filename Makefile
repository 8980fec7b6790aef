# The tasks of this project. `make help` lists them.

SHELL = /bin/sh
VENV_PYTHON = .venv/bin/python
export PYTHONUTF8 = 1
TEMPLATES = $$(find templates -name '*.html')
COMPILE = $(VENV_PYTHON) -m uv pip compile --quiet --universal --python-version 3.12 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' $(UPGRADE) pyproject.toml

.DEFAULT_GOAL := help
.PHONY: help setup run dev test check format bench bench-facts audit audit-deps screenshots migrations lock

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

setup: ## Build .venv from the lock and write .env for this machine
	@sh scripts/setup.sh

run: ## Set up what is missing and serve the site on 127.0.0.1:8000 (PORT=8001 for another port)
	@sh scripts/run.sh

dev: ## The same with DEBUG on, reloading when a file changes
	@sh scripts/run.sh dev

test: check ## Run every check and every test, those in the browser too
	@sh scripts/setup_node.sh
	@$(VENV_PYTHON) -m pytest -n 2 --dist worksteal

check: ## Run formatters, linters, the import contract and the types, without changing a file
	@sh scripts/setup.sh requirements-dev.txt
	$(VENV_PYTHON) -m ruff check
	$(VENV_PYTHON) -m ruff format --check
	.venv/bin/djade --check --target-version 6.1 $(TEMPLATES)
	$(VENV_PYTHON) -m djhtml --check --tabwidth 2 $(TEMPLATES)
	$(VENV_PYTHON) -c 'from importlinter.cli import lint_imports_command; lint_imports_command()'
	$(VENV_PYTHON) -m mypy

format: ## Format code and templates
	@sh scripts/setup.sh requirements-dev.txt
	$(VENV_PYTHON) -m ruff check --fix
	$(VENV_PYTHON) -m ruff format
	-.venv/bin/djade --target-version 6.1 $(TEMPLATES)
	-$(VENV_PYTHON) -m djhtml --tabwidth 2 $(TEMPLATES)

bench: ## Measure what has a goal of speed (BENCH=checker for one of them; load and memory need wrk and nginx)
	@sh scripts/setup.sh
	@$(VENV_PYTHON) manage.py setup_site
	@$(VENV_PYTHON) scripts/bench.py $(BENCH)

bench-facts: ## Measure the fact desk on labelled passages (LIST=1 names its mistakes, PASSAGES="folder ..." for others)
	@sh scripts/setup.sh
	@$(VENV_PYTHON) scripts/bench_facts.py $(if $(LIST),--list) $(PASSAGES)

audit: ## Judge the main pages with Lighthouse, as served on this machine; below 100 fails (PAGES="/ /faq/" for some)
	@sh scripts/setup.sh requirements-dev.txt
	@sh scripts/setup_node.sh all
	@$(VENV_PYTHON) scripts/audit.py $(PAGES)

audit-deps: ## Ask whether a locked package has a known vulnerability; fails too when nobody answers (needs the network)
	@sh scripts/setup.sh requirements-dev.txt
	@$(VENV_PYTHON) scripts/audit_deps.py

screenshots: ## Photograph the site that `make run` serves at that moment (PORT as there) for docs/screens.md
	@sh scripts/setup.sh requirements-dev.txt
	@$(VENV_PYTHON) -m scripts.screenshots http://127.0.0.1:$${PORT:-8000}

migrations: ## Write the migrations that changed models need
	@sh scripts/setup.sh
	$(VENV_PYTHON) manage.py makemigrations

lock: ## Write the lock files from pyproject.toml (UPGRADE=--upgrade takes the newest version of everything)
	@sh scripts/setup.sh requirements-dev.txt
	$(COMPILE) -o requirements.txt
	$(COMPILE) --group dev -c requirements.txt -o requirements-dev.txt
	$(COMPILE) --extra sentry -c requirements-dev.txt -o requirements-sentry.txt
