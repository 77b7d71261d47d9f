# Uses .venv where there is one, else the tools on PATH; `make check PYTHON=/some/venv/bin/python` picks another.
PYTHON ?= $(if $(wildcard .venv/bin/python),.venv/bin/python,python3)
BIN := $(if $(findstring /,$(PYTHON)),$(dir $(PYTHON)))

.PHONY: help check style types imports tests format bench docs wheel

help: ## say what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

check: style types imports tests ## everything that must hold before a commit

style: ## layout and rules (ruff)
	$(BIN)ruff format --check .
	$(BIN)ruff check .

types: ## types of package and tests (mypy, strict)
	$(BIN)mypy

imports: ## who may import whom (import-linter)
	$(BIN)lint-imports

# .ci/run has just run the tests with the README's command, in the same folder and the same environment.
tests: ## the tests
ifdef TESTS_PASSED
	@echo "tests: $(TESTS_PASSED)"
else
	$(BIN)pytest
endif

format: ## lay the code out and mend what can be mended
	$(BIN)ruff check --fix .
	$(BIN)ruff format .

bench: ## how fast it is, beside the simplest program of its kind (takes minutes)
	$(PYTHON) -m benchmarks.run

docs: ## make docs/commands.md, docs/keys.md and the README's pictures from the program itself
	$(PYTHON) -m abi_coach help --manual > docs/commands.md
	$(PYTHON) docs/make_keys.py > docs/keys.md
	$(PYTHON) docs/make_pictures.py

wheel: ## build dist/*.whl without a network
	$(PYTHON) -m hatchling build --target wheel
