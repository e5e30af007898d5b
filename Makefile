# Two commands do everything from a fresh clone: `make demo` and `make test`.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test lint rules accuracy bench clean

$(VENV)/.installed: pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt torch
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	$(BIN)/python -m compileall -q reconcile  # pip compiles what it copies; what is edited in place it does not
	touch $@

demo: $(VENV)/.installed  ## check the five seed articles, and say what the gate would do
	@$(BIN)/reconcile check seeds; echo "The gate's exit status is $$?."

test: $(VENV)/.installed  ## the whole test suite
	$(BIN)/python -m pytest

lint: $(VENV)/.installed  ## style, types and the import contract
	$(BIN)/ruff check reconcile accuracy benchmarks tests
	$(BIN)/ruff format --check reconcile accuracy benchmarks tests
	$(BIN)/mypy
	$(BIN)/lint-imports

rules: $(VENV)/.installed  ## the tests that the shipped rules carry
	$(BIN)/reconcile rules test

accuracy: $(VENV)/.installed  ## how right it is on the project's own labelled cases
	@$(BIN)/python -m accuracy.report

bench: $(VENV)/.installed  ## how fast it is, against what it spares and against its peers
	@$(BIN)/python -m benchmarks

clean:
	rm -rf $(VENV) benchmarks/.peers build dist *.egg-info
