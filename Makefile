# Commands of the Keuzehulp Veerkracht. `make help` lists them.
SHELL := /bin/sh
VENV ?= .venv
BIN := $(VENV)/bin
PORT ?= 5005
export RASA_TELEMETRY_ENABLED := false
export PYTHONWARNINGS := ignore

.DEFAULT_GOAL := help

.PHONY: help setup setup-dev train run chat demo test check validate conversations coverage system nlu-report \
	vragen-report vragenbank bench soak fuzz screenshots purge insight lock

help: ## list all commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sort | awk -F ':.*## ' '{printf "  make %-16s %s\n", $$1, $$2}'

setup: ## make the environment (once)
	@scripts/setup.sh runtime

setup-dev: ## make the environment with the tools for tests
	@scripts/setup.sh dev

train: setup ## train the dialogue model, if data changed
	@$(BIN)/python -m keuzehulp.server.train

run: train ## serve on this machine and print the address to open
	@$(BIN)/python -m keuzehulp.server.serve --port $(PORT)

chat: train ## talk in the terminal
	@$(BIN)/python -m keuzehulp.server.chat

demo: train ## print a whole check from the running program
	@$(BIN)/python -m keuzehulp.server.chat --script tests/demo.txt

check: setup-dev ## style, types and the knowledge base
	@$(BIN)/ruff check keuzehulp actions conversation_test tests bench scripts
	@$(BIN)/mypy
	@$(BIN)/kb check

validate: setup-dev ## Rasa's own validation, with warnings as errors
	@$(BIN)/rasa data validate --fail-on-warnings --data data --domain domain.yml --config config.yml

conversations: setup-dev train ## run the conversation tests
	@$(BIN)/conversation-test tests/conversations

coverage: setup-dev train ## the same, with what no conversation touches as text and HTML, and a floor
	@mkdir -p build
	@$(BIN)/conversation-test tests/conversations --coverage --coverage-html build/coverage.html --html build/conversations.html

system: ## find a browser and nginx for the tests; in CI install Debian's
	@scripts/system.sh

test: setup-dev train check validate system coverage ## every test that this machine can run
	@$(BIN)/rasa test core --stories tests/stories --model models --out build/stories --fail-on-prediction-errors >build/stories.log 2>&1 || { tail -n 20 build/stories.log; exit 1; }
	@$(BIN)/python -m pytest --no-conversations

nlu-report: setup-dev train ## measure understanding on tests/nlu; results to docs/nlu.md (ARGS="--compare --xsid DIR")
	@$(BIN)/python -m bench.nlu_report $(ARGS)

vragen-report: setup-dev train ## measure answers on tests/vragen
	@$(BIN)/python -m bench.vragen_report $(ARGS)

vragenbank: setup-dev ## learn from the example questions in the knowledge base how to judge an answer
	@$(BIN)/python -m bench.vragenbank $(ARGS)

bench: setup-dev train ## measure speed and memory against stock Rasa; results to docs/performance.md
	@$(BIN)/python -m bench.perf $(ARGS)

soak: setup-dev train ## many turns over many conversations: does memory grow?
	@$(BIN)/python -m bench.soak $(ARGS)

fuzz: setup-dev train ## 10,000 odd messages
	@$(BIN)/python -m tests.fuzz.run --messages 10000 $(ARGS)

screenshots: setup-dev train system ## pictures of every state of the chat window, into build/screenshots
	@$(BIN)/python -m tests.browser.screenshots

purge: setup ## delete conversations that are past their retention
	@$(BIN)/python -m keuzehulp.server.purge

insight: setup ## counts over conversations, without text
	@$(BIN)/python -m keuzehulp.inzicht

lock: ## resolve the requirements again (needs uv)
	uv pip compile --python-version 3.10 requirements.in --override requirements-overrides.txt --no-emit-index-url --no-header --generate-hashes -o requirements.lock
	uv pip compile --python-version 3.10 requirements-dev.in -c requirements.lock --override requirements-overrides.txt --no-emit-index-url --no-header --generate-hashes -o requirements-dev.lock
