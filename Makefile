# Everything starts here. Each target does its own set-up, and is quick when nothing has changed.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install
MADE := $(VENV)/.made-stamp
RUN := $(VENV)/.run-stamp
DEV := $(VENV)/.dev-stamp
CODE := mailer storage tests
# Tests start the command hundreds of times: what Python compiled once need not be compiled again.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: help demo test suite train bench workers crash soak fuzz drain lint format lock servers clean

help: ## Show what there is (the default).
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "make %-8s %s\n", $$1, $$2}' Makefile

demo: $(RUN) ## Watch the service run a small programme from first mail to decision.
	$(BIN)/mailer demo

test: lint suite ## Format, lint, types and all tests, against real servers.

suite: servers $(DEV)
	$(BIN)/pytest --numprocesses=3 --dist=loadfile

bench: servers $(DEV) ## Measure speed beside other programs, into build/bench.json.
	$(BIN)/python -m tests.benchmarks.bench $(BENCH)

workers: servers $(DEV) ## Measure 1, 2 and 4 workers over 200 programmes, and kill some.
	$(BIN)/python -m tests.benchmarks.workers $(WORKERS)

FUZZ := 60
TARGETS := parse quotes forwards addresses headers dates html results senders dkim tokens commands \
	values sentences

fuzz: $(DEV) ## Feed strange input to each door for FUZZ seconds, into build/fuzz.
	@set -e; for target in $(TARGETS); do \
		echo "== $$target"; \
		nice $(BIN)/python -m tests.fuzz $$target $(FUZZ) build/fuzz; \
	done

crash: servers $(DEV) ## Kill, cut and fill up in many rounds, on both databases; nothing may differ.
	$(BIN)/python -m tests.faults.crash $(CRASH)

soak: servers $(DEV) ## A day of mail and faults in an hour, on each database; nothing may grow.
	$(BIN)/python -m tests.soak.soak $(SOAK)

drain: servers $(DEV) ## Drain a full Dovecot mailbox and decide by mail, on both databases, visibly.
	$(BIN)/python -m tests.servers.drain $(DRAIN)

train: $(DEV) ## Train the reader anew on tests/corpus, and measure it (some minutes).
	$(BIN)/python -m tests.corpus.fit
	$(BIN)/python -m tests.corpus.figures --write

lint: $(DEV) ## Format check, lint and types only.
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check $(CODE)
	$(BIN)/mypy --strict

format: $(DEV) ## Format the code and mend what ruff can mend.
	$(BIN)/ruff format $(CODE)
	$(BIN)/ruff check --fix $(CODE)

lock: ## Choose anew the pinned versions in requirements*.txt.
	bash .ci/lock

servers: # Dovecot and PostgreSQL, and the browser for the public pages, for the tests.
	@bash .ci/servers

clean: ## Remove the virtual environment and everything that was built.
	rm -rf $(VENV) build demo *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(MADE):
	bash .ci/venv $(VENV)
	touch $@

$(RUN): requirements.txt pyproject.toml $(MADE)
	$(PIP) --require-hashes --requirement requirements.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	touch $@

$(DEV): requirements-dev.txt $(RUN)
	$(PIP) --require-hashes --requirement requirements-dev.txt
	touch $@
