# EnAct's commands; `make help` lists them. Set-up runs in stamps (build/stamps): each step once, again when its input changes.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
.PHONY: help setup run test test-fast test-qgis lint style format package scan bench screenshots install translations check-services clean

STAMPS := build/stamps
PYTHON := .venv/bin/python
QM := resources/i18n/enact_de.qm
FAST := -p no:pytest_qgis --tier=fast -W "ignore:Unknown config option"

help:  ## list the commands
	@echo "EnAct:"
	@sed -nE 's/^([a-z%-]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 22
	@echo
	@echo "  make run                                       the demo municipality (SIZE=… buildings, SEED=…)"
	@echo "  make run AGS=14713000                          a municipality from the services (REFRESH=yes: all of it asked anew)"
	@echo "  make run AGS=14713000 PLANTS=… BUILDINGS=… STREETS=… DISTRICTS=… ADDRESSES=… CENSUS=… HEATPLAN=… WORKSPACE=…"
	@echo "                                                 a municipality from files (BOUNDARY=… too); ONLINE=yes: what is missing from the services;"
	@echo "                                                 OPEN=no keeps QGIS' window closed"

# ---- set-up ---------------------------------------------------------------------------------------------------------
$(STAMPS)/system-%: tools/system-packages
	@tools/system-packages $*
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/python-run: $(STAMPS)/system-run tools/python-packages tools/requirements-run.txt tools/constraints.txt
	@tools/python-packages run
	@touch $@

$(STAMPS)/python-test: $(STAMPS)/python-run $(STAMPS)/system-test tools/requirements-test.txt
	@tools/python-packages test
	@touch $@

$(STAMPS)/run: $(STAMPS)/python-run $(QM)
	@touch $@

# an environment of its own, for comparisons in the tests
$(STAMPS)/peers: tools/requirements-peers.txt $(STAMPS)/system-test
	@echo "set-up: pandapipes and demandlib, in an environment of their own"
	@/usr/bin/python3 -m venv --clear build/peers
	@env -u PYTHONPATH PIP_NO_INPUT=1 build/peers/bin/python -m pip --disable-pip-version-check install -q \
	  -r tools/requirements-peers.txt </dev/null
	@touch $@

$(STAMPS)/test: $(STAMPS)/run $(STAMPS)/python-test $(STAMPS)/peers
	@touch $@

setup: $(STAMPS)/test  ## everything that running and testing need

# the German texts, compiled; where there are none yet, nothing to compile
$(QM): $(wildcard resources/i18n/enact_de.ts) $(STAMPS)/system-run
	@tools/compile-translations

# ---- running --------------------------------------------------------------------------------------------------------
run:  ## set up, load a municipality (default: the demo), draw its maps, open QGIS where there is a display
	@tools/run check
	@$(MAKE) --silent --no-print-directory $(STAMPS)/run
	@tools/run

check-services: $(STAMPS)/run  ## ask every service EnAct knows and print which work today (AGS=…, SERVICE=…, OUTPUT=…)
	@tools/check-services

install: $(STAMPS)/run package  ## put the plugin and missing Python packages into your QGIS profile (PROFILE=default)
	@$(PYTHON) tools/install_plugin.py

# ---- checks ---------------------------------------------------------------------------------------------------------
test: $(STAMPS)/test  ## set up, then all tests, in two lanes side by side
	@tools/run-tests $(ARGS)

test-fast: $(STAMPS)/test  ## only the tests without QGIS
	@$(PYTHON) -m pytest $(FAST) -q $(ARGS)

test-qgis: $(STAMPS)/test  ## only the tests with QGIS
	@tools/with-qgis $(PYTHON) -m pytest --tier=qgis -q $(ARGS)

style: $(STAMPS)/test  ## ruff, flake8-qgis, shell scripts, translations
	@rc=0; \
	  echo "ruff"; .venv/bin/ruff check --output-format=concise . || rc=1; .venv/bin/ruff format --check . || rc=1; \
	  echo "flake8-qgis"; .venv/bin/flake8 --select=QGS --extend-ignore=$(FLAKE8_IGNORED) \
	    $(wildcard __init__.py) enact_plugin tools tests benchmarks || rc=1; \
	  echo "shell scripts"; for script in $$(grep -lE '^#!.*bash' tools/* .ci/*); do bash -n "$$script" || rc=1; done; \
	  echo "translation"; $(PYTHON) tools/translate.py --check || rc=1; \
	  exit $$rc

lint: style  ## style, the house's rules, metadata
	@echo "the house's rules, metadata"; \
	  $(PYTHON) -m pytest $(FAST) -q tests/architecture tests/packaging/test_metadata.py

# QGS105: QGIS hands iface to classFactory, we pass it on; QGS201/202: guesses from a method's name; the house's own rule
# (results_are_looked_at) names the methods whose result matters
FLAKE8_IGNORED := QGS105,QGS201,QGS202

format: $(STAMPS)/test  ## format the code
	@.venv/bin/ruff check --fix --quiet . ; .venv/bin/ruff format .

translations: $(STAMPS)/test  ## collect new texts into resources/i18n/enact_de.ts and compile it
	@$(PYTHON) tools/translate.py && tools/compile-translations

bench: $(STAMPS)/run  ## all measurements; bench-<name> for one
	@found=; for script in $(sort $(wildcard benchmarks/bench_*.py)); do found=yes; \
	  mkdir -p build/bench; tools/with-qgis $(PYTHON) $$script; done; \
	  [ -n "$$found" ] || echo "no benchmarks/bench_*.py yet"

bench-%: $(STAMPS)/run
	@[ -f benchmarks/bench_$*.py ] || { echo "no benchmark '$*'; there are: $(patsubst benchmarks/bench_%.py,%,$(wildcard benchmarks/bench_*.py))"; exit 2; }
	@mkdir -p build/bench && tools/with-qgis $(PYTHON) benchmarks/bench_$*.py

screenshots: $(STAMPS)/test  ## photograph QGIS with the plugin, into build/screenshots
	@mkdir -p build/screenshots
	@tools/with-display $(PYTHON) tools/screenshots.py build/screenshots

# ---- the zip --------------------------------------------------------------------------------------------------------
package: $(STAMPS)/run  ## dist/enact-<version>.zip for QGIS' "Install from ZIP"
	@$(PYTHON) tools/package.py

scan: $(STAMPS)/test  ## bandit and detect-secrets on the zip; its size and listing
	@$(PYTHON) tools/scan_package.py

clean:  ## remove what was built (the venv stays; remove .venv by hand)
	@rm -rf build dist .qgis-settings $(QM)
