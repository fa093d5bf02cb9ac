# Palier: everything a fresh Debian or Ubuntu with Swift needs, one word each.
# What is already there is left alone: the package manager is called only for what is missing.

PREFIX ?= $(HOME)/.local
DESTDIR ?=

SWIFT ?= swift
# One file that needs no library of the machine. What a debugger needs is not made where it would be
# stripped. The compiler does not always put the same numbers side by side in one vector: without it two
# builds are the same bytes.
RELEASE_FLAGS := -c release -Xswiftc -static-executable -debug-info-format none -Xlinker -s \
  -Xswiftc -Xllvm -Xswiftc -vectorize-slp=false
TEST_FLAGS := -Xswiftc -warnings-as-errors -Xcc -Werror=all
LINTED := Sources Tests Package.swift
LOCALES := .locales
FUZZ_TARGETS := reading screens tables workbooks merging keys
# Of each target.
SECONDS := 60
# Busy processes beside a bench.
LOAD := 0
FUZZ := .build-fuzz
FUZZ_FLAGS := -seed=1 -timeout=20 -rss_limit_mb=1024 -max_len=4096 -print_final_stats=1

AS_ROOT := $(if $(filter 0,$(shell id -u)),,sudo)
APT_UPDATE := $(AS_ROOT) apt-get update -qq
APT_INSTALL := $(AS_ROOT) env DEBIAN_FRONTEND=noninteractive \
  apt-get install -qq -o Dpkg::Use-Pty=0 --yes --no-install-recommends

HAVE_NCURSES := test -f /usr/include/curses.h && \
  find /usr/lib /usr/lib64 -maxdepth 2 -name libncursesw.a 2>/dev/null | grep -q . && \
  find /usr/lib /usr/lib64 -maxdepth 2 -name libtinfo.a 2>/dev/null | grep -q .
HAVE_JSONSCHEMA := python3 -c 'import jsonschema' 2>/dev/null
# The programs that people open documents with: the command that shows one is there, and its package.
DOCUMENT_TOOLS := soffice:libreoffice-calc-nogui soffice:libreoffice-writer-nogui \
  chromium:chromium tidy:tidy xmllint:libxml2-utils rsvg-convert:librsvg2-bin pdftotext:poppler-utils pdfinfo:poppler-utils
# The fonts that LibreOffice comes with for people: how many lines a page holds hangs on them.
HAVE_FONTS := fc-list 2>/dev/null | grep -qi liberation
# What the tests have Python read workbooks, calendars and schemas with. Each has a package of that
# name; where apt does not help, pip does, for this account alone, which Debian wants asked for.
PYTHON_LIBRARIES := jsonschema icalendar openpyxl
PIP_INSTALL := PIP_BREAK_SYSTEM_PACKAGES=1 python3 -m pip install --quiet --user
HAVE_FRENCH := test -d $(LOCALES)/fr_FR.UTF-8

.PHONY: help run test test-deps fuzz install uninstall paquet paquet-check bench bench-check bench-keys release-check format lint release toolchain ncurses skipped

help:
	@echo "make run                 construit Palier et ouvre l’exemple en plein écran"
	@echo "make install PREFIX=…    installe le programme et ses données (par défaut : $(PREFIX))"
	@echo "make uninstall PREFIX=…  enlève ce que make install a mis"
	@echo "make paquet              fait le .deb et l’archive, dans .build/paquet"
	@echo "make test                lance tous les tests ; make test-deps installe ce qu’ils emploient"
	@echo "make fuzz SECONDS=…      cherche des fichiers et des touches qui nuisent (par défaut : $(SECONDS) s chacun)"
	@echo "make bench LOAD=…        mesure vitesse et mémoire, à côté d’autant de processus occupés"
	@echo "make bench-keys          compte les instructions d’une touche et d’un démarrage"
	@echo "make release-check       tout ce qu’une version doit passer : tests, budgets, paquet, notes"
	@echo "make format, make lint   le style"

run: release
	@PALIER_DATA="$(CURDIR)/Data" .build/release/palier exemple

# Bash tells a pipe whether its first program failed.
test: SHELL := bash
test: toolchain ncurses skipped
	$(SWIFT) build --quiet --build-tests $(TEST_FLAGS)
	@if $(HAVE_JSONSCHEMA); then python3 Tests/Tools/validate.py Data/exemples/*.dpes.json \
	  Data/referentiels/*.json Data/cycles/*.json Data/correspondances/*.json Data/aide/*.json Data/suggestions/*.json \
	  Data/import/*.json Data/modeles/import/*.json; fi
	@set -o pipefail; $(SWIFT) test --skip-build --disable-xctest $(TEST_FLAGS) 2>&1 | \
	  tee .build/test.log | awk -f Tests/Tools/brief.awk
	@if command -v python3 >/dev/null; then python3 Tests/Tools/documents.py .build/debug/palier; fi
	@$(MAKE) --no-print-directory lint

# What the tests drive, and a French locale of our own, so that none is asked of the machine.
test-deps: ncurses
	@missing=; \
	command -v tmux >/dev/null || missing="$$missing tmux"; \
	command -v tig >/dev/null || missing="$$missing tig"; \
	command -v git >/dev/null || missing="$$missing git"; \
	command -v python3 >/dev/null || missing="$$missing python3"; \
	$(HAVE_FRENCH) || test -f /usr/share/i18n/locales/fr_FR || missing="$$missing locales"; \
	for tool in $(DOCUMENT_TOOLS); do \
	  command -v $${tool%%:*} >/dev/null || missing="$$missing $${tool##*:}"; done; \
	$(HAVE_FONTS) || missing="$$missing fontconfig fonts-liberation"; \
	test -z "$$missing" || { $(APT_UPDATE) && $(APT_INSTALL) $$missing; }
	@lacks() { ! python3 -c "import $$1" 2>/dev/null; }; \
	for library in $(PYTHON_LIBRARIES); do \
	  ! lacks $$library || { $(APT_UPDATE) && $(APT_INSTALL) python3-$$library; } || true; \
	  ! lacks $$library || $(PIP_INSTALL) $$library || { \
	    echo "make test-deps : il manque $$library à python3 (paquet python3-$$library)." >&2; exit 1; }; \
	done
	@$(HAVE_FRENCH) || { mkdir -p $(LOCALES) && \
	  localedef --no-archive -i fr_FR -f UTF-8 "$(CURDIR)/$(LOCALES)/fr_FR.UTF-8"; }

# Looks for inputs that do harm, with the fuzzer that comes with Swift; a build of its own, as every
# branch of the program is counted in it. What was found new stays, for the next time. Swift's own
# handler of crashes would keep libFuzzer from keeping the input that made one.
fuzz: toolchain ncurses
	PALIER_FUZZ=1 $(SWIFT) build --scratch-path $(FUZZ) -c release --product Fuzz \
	  -Xswiftc -sanitize=fuzzer -Xswiftc -use-ld=lld
	@for target in $(FUZZ_TARGETS); do \
	  mkdir -p $(FUZZ)/found/$$target; \
	  SWIFT_BACKTRACE=enable=no FUZZ_TARGET=$$target $(FUZZ)/release/Fuzz $(FUZZ_FLAGS) -max_total_time=$(SECONDS) \
	    -dict=Tests/Fuzz/Dictionaries/$$target.txt -artifact_prefix=$(FUZZ)/harm-$$target- \
	    $(FUZZ)/found/$$target Tests/Fuzz/Corpus/$$target >$(FUZZ)/$$target.log 2>&1 || { \
	    tail -n 60 $(FUZZ)/$$target.log; \
	    echo "make fuzz : $$target a trouvé une entrée qui nuit : $(FUZZ)/harm-$$target-…" >&2; exit 1; }; \
	  echo "make fuzz : $$target, $$(sed -n 's/^stat::number_of_executed_units: *//p' \
	    $(FUZZ)/$$target.log) entrées sans dommage"; \
	done

install: release
	Packaging/stage.sh .build/release/palier "$(DESTDIR)$(PREFIX)" share/zsh/site-functions
	@$(if $(DESTDIR),,Packaging/refresh.sh "$(PREFIX)")

uninstall:
	Packaging/unstage.sh "$(DESTDIR)$(PREFIX)"
	@$(if $(DESTDIR),,Packaging/refresh.sh "$(PREFIX)")

# A .deb and an archive, of the same bytes each time.
paquet: release
	Packaging/package.sh .build/release/palier .build/paquet

# What other programs say of it, and a fresh Debian where there is debootstrap.
paquet-check:
	Packaging/check.sh .build/paquet

bench bench-check: release
	$(SWIFT) build $(RELEASE_FLAGS) --product StoreProbe
	@command -v tig >/dev/null || { $(APT_UPDATE) && $(APT_INSTALL) tig; }
	@PALIER_DATA="$(CURDIR)/Data" python3 Benchmarks/bench.py .build/release/palier --load $(LOAD) $(if $(filter bench-check,$@),--check)

# Instructions, which do not drift: of a key on each screen and of a start.
bench-keys: release
	@command -v valgrind >/dev/null || { $(APT_UPDATE) && $(APT_INSTALL) valgrind; }
	@PALIER_DATA="$(CURDIR)/Data" python3 Benchmarks/instructions.py .build/release/palier

# Before a tag: tests and documentation, budgets, package, and notes of this version with its day.
release-check: test bench-check
	@$(MAKE) --no-print-directory paquet
	@$(MAKE) --no-print-directory paquet-check
	@version=$$(.build/release/palier --version | cut -d, -f1); \
	grep -qE "^## $$version, [0-9]{4}-[0-9]{2}-[0-9]{2}$$" CHANGELOG.md || { \
	  echo "CHANGELOG.md n’a pas de version $$version avec son jour (## $$version, AAAA-MM-JJ)." >&2; exit 1; }; \
	test -z "$$(git status --porcelain)" || { echo "Des fichiers ne sont pas enregistrés dans git." >&2; exit 1; }; \
	echo "Version $$version prête : git tag v$$version"

format: toolchain
	$(SWIFT) format --in-place --recursive --parallel $(LINTED)

lint: toolchain
	@$(SWIFT) format lint --recursive --strict --parallel $(LINTED)

release: toolchain ncurses
	$(SWIFT) build $(RELEASE_FLAGS) --product palier

toolchain:
	@command -v $(SWIFT) >/dev/null || { \
	  echo "Il manque Swift 6.2 ou plus récent : https://www.swift.org/install/linux/" >&2; exit 1; }

# The name with a 5 is gone from the newer releases; the one without it is unknown to the older.
ncurses:
	@{ $(HAVE_NCURSES); } || { \
	  command -v apt-get >/dev/null || { \
	    echo "Il manque ncurses : installez ses fichiers de développement (curses.h, libncursesw.a)." >&2; \
	    exit 1; }; \
	  $(APT_UPDATE) && \
	  { $(APT_INSTALL) libncursesw5-dev 2>/dev/null || $(APT_INSTALL) libncurses-dev; }; }

# Tests that lack their tool are skipped by the tests themselves; this says which, before they run.
skipped:
	@command -v tmux >/dev/null || echo "make test : sans tmux, les tests dans un vrai terminal sont sautés."
	@$(HAVE_FRENCH) || echo "make test : sans $(LOCALES)/fr_FR.UTF-8, les essais de frappe en français sont sautés."
	@$(HAVE_JSONSCHEMA) || echo "make test : sans python3-jsonschema, les fichiers ne sont pas contrôlés par le schéma JSON."
	@{ command -v tmux && $(HAVE_FRENCH) && $(HAVE_JSONSCHEMA); } >/dev/null || \
	  echo "make test : make test-deps installe ce qui manque."
