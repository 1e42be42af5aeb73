# Builds, installs and proves duform. `make help` says what each target does.

VERSION := 0.1.0
PREFIX ?= /usr/local
BUILD ?= build
OUT ?= out
CC ?= gcc
SHELL := /bin/bash

LIBRARIES := libxml-2.0 libxslt harfbuzz harfbuzz-subset icu-uc icu-i18n libpng libdeflate libqpdf zlib sqlite3 \
	hunspell libvoikko libqrencode
PKG_CONFIG ?= pkg-config
LIB_CFLAGS = $(shell $(PKG_CONFIG) --cflags $(LIBRARIES) 2>/dev/null)
LIB_LDLIBS = $(shell $(PKG_CONFIG) --libs $(LIBRARIES) 2>/dev/null) -lhpdf -lhyphen -lm

WARNINGS := -Wall -Wextra -Wpedantic -Werror
CFLAGS ?= -O3 -g
SANITIZE ?=
ALL_CFLAGS = -std=c17 -D_GNU_SOURCE -Ipipeline $(WARNINGS) $(CFLAGS) $(SANITIZE) $(LIB_CFLAGS) \
	-DDUFORM_VERSION='"$(VERSION)"' -DDUFORM_DATA_DIR='"$(PREFIX)/share/duform"'

SOURCES := $(sort $(shell find pipeline -name '*.c'))
OBJECTS := $(SOURCES:pipeline/%.c=$(BUILD)/obj/%.o)
UNIT_SOURCES := $(filter-out tests/conformance/% tests/fuzz/% tests/bench/% tests/valgrind/%,$(sort $(wildcard tests/*/*.c)))
UNITS := $(UNIT_SOURCES:tests/%.c=$(BUILD)/tests/%)
SAMPLES := $(sort $(wildcard templates/samples/*.xml))
DATA := templates xslt fonts lang

.PHONY: all deps deps-test demo units test requirements accept san check-quality lint conformance compare fuzzers fuzz bench torture fresh install uninstall clean help

all: $(BUILD)/duform ## build the program, build/duform

$(BUILD)/duform: $(OBJECTS)
	@echo "  link $@"
	@$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LIB_LDLIBS)

$(BUILD)/obj/%.o: pipeline/%.c Makefile
	@mkdir -p $(@D)
	@echo "  cc   $<"
	@$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/tests/%: tests/%.c $(OBJECTS)
	@mkdir -p $(@D)
	@echo "  cc   $<"
	@$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $< $(filter-out $(BUILD)/obj/main.o,$(OBJECTS)) $(LIB_LDLIBS)

$(BUILD)/conformance/structure: tests/conformance/structure.c $(wildcard tests/conformance/*.h)
	@mkdir -p $(@D)
	@echo "  cc   $<"
	@$(CC) $(ALL_CFLAGS) -o $@ $< $(LIB_LDLIBS)

# The program that stays, for runs under valgrind; it finds its data as build/duform does.
LEFT_BEHIND := transform_new transform_free read_schema_new read_schema_free
$(BUILD)/duform-resident: tests/valgrind/resident.c tests/valgrind/ask.h $(OBJECTS)
	@echo "  cc   $<"
	@$(CC) $(ALL_CFLAGS) -Dmain=duform_main -c -o $@.o pipeline/main.c
	@$(CC) $(ALL_CFLAGS) $(LDFLAGS) $(LEFT_BEHIND:%=-Wl,--wrap=%) -o $@ $< $@.o $(filter-out $(BUILD)/obj/main.o,$(OBJECTS)) $(LIB_LDLIBS)

$(BUILD)/duform-ask: tests/valgrind/ask.c tests/valgrind/ask.h
	@echo "  cc   $<"
	@$(CC) -std=c17 -D_GNU_SOURCE $(WARNINGS) $(CFLAGS) -o $@ $<

$(BUILD)/bench/warm $(BUILD)/bench/stages: $(BUILD)/bench/%: tests/bench/%.c $(OBJECTS)
	@mkdir -p $(@D)
	@echo "  cc   $<"
	@$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $< $(filter-out $(BUILD)/obj/main.o,$(OBJECTS)) $(LIB_LDLIBS)

FUZZERS := $(addprefix $(BUILD)/,fo text image case)
$(FUZZERS): $(BUILD)/%: tests/fuzz/%.c $(wildcard tests/fuzz/*.h) $(OBJECTS)
	@echo "  cc   $<"
	@$(CC) $(ALL_CFLAGS) -fsanitize=fuzzer -o $@ $< $(filter-out $(BUILD)/obj/main.o,$(OBJECTS)) $(LIB_LDLIBS)

-include $(OBJECTS:.o=.d)

deps: ## install the Debian packages that building and running needs
	@.ci/deps build

deps-test: ## install the Debian packages that the tests need besides
	@.ci/deps build test

demo: deps ## build, and make the documents of the sample cases into out/demo
	@$(MAKE) --no-print-directory all
	@tests/demo $(BUILD)/duform $(OUT)/demo $(SAMPLES)

units: $(UNITS)

test: deps-test ## build and run all tests
	@$(MAKE) --no-print-directory all units $(BUILD)/conformance/structure
	@BUILD=$(BUILD) tests/run

requirements: all ## check that every demand of the routines is served by a test that passed
	@BUILD=$(BUILD) tests/requirements

accept: all ## rewrite the goldens and show what changed: read the diff before committing it
	@BUILD=$(BUILD) tests/accept
	@git --no-pager diff --stat -- tests

SAN_FLAGS := -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
san: deps-test ## run all tests under ASan and UBSan, then under valgrind
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/san CFLAGS='-O1 -g' SANITIZE='$(SAN_FLAGS)' all units $(BUILD)/san/conformance/structure
	@BUILD=$(BUILD)/san tests/run
	@$(MAKE) --no-print-directory all units $(BUILD)/conformance/structure $(BUILD)/duform-resident $(BUILD)/duform-ask
	@BUILD=$(BUILD) VALGRIND=1 tests/run

check-quality: deps all $(BUILD)/tests/check/quality ## precision and recall of the checks of free text, on labelled sentences
	@ROOT=$(CURDIR) $(BUILD)/tests/check/quality

lint: ## clang with all warnings, clang-tidy, clang-format, man pages, house rules
	@tests/lint

conformance: deps-test ## veraPDF (PDF/UA-1, PDF/A-2a), qpdf and the structure reader on every PDF made; Nu HTML checker and axe on every web page
	@.ci/deps conformance
	@$(MAKE) --no-print-directory all $(BUILD)/conformance/structure
	@BUILD=$(BUILD) tests/conformance/all

compare: ## format the same XSL-FO files with Apache FOP, and compare words, pages and places; lines, with Typst too
	@.ci/deps build compare bench
	@$(MAKE) --no-print-directory all
	@BUILD=$(BUILD) tests/compare/lines/run
	@BUILD=$(BUILD) tests/compare/run

fuzzers: $(FUZZERS)

FUZZ_FLAGS := $(SAN_FLAGS) -fsanitize=fuzzer-no-link
fuzz: ## fuzz XSL-FO, text, pictures and cases for FUZZ_SECONDS each (60), under ASan and UBSan
	@.ci/deps build fuzz
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/fuzz CC=clang CFLAGS='-O1 -g' SANITIZE='$(FUZZ_FLAGS)' fuzzers
	@BUILD=$(BUILD) tests/fuzz/run

bench: ## speed of a mailing and of each stage; Apache FOP, WeasyPrint and Typst on the same letters
	@.ci/deps build compare bench
	@$(MAKE) --no-print-directory all $(BUILD)/bench/warm $(BUILD)/bench/stages
	@BUILD=$(BUILD) tests/bench/format
	@BUILD=$(BUILD) tests/bench/run
	@BUILD=$(BUILD) tests/bench/peers/run
	@tests/bench/check $(BUILD)/duform
	@tests/bench/cold $(BUILD)/duform

torture: deps-test ## kill a mailing of 500 cases at 50 moments of chance, fill its disk, and make a long one (CASES, KILLS, LONG)
	@$(MAKE) --no-print-directory all
	@DUFORM=$(abspath $(BUILD))/duform tests/batch/torture $(or $(CASES),500) $(or $(KILLS),50)
	@DUFORM=$(abspath $(BUILD))/duform tests/batch/long $(or $(LONG),100000) -d invitation

fresh: ## prove the README in a minimal Debian 12: demo and test in a debootstrap chroot
	@.ci/fresh

install: all ## install the program, its data and its manual below PREFIX
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man1 $(DESTDIR)$(PREFIX)/share/man/man7
	install -m 755 $(BUILD)/duform $(DESTDIR)$(PREFIX)/bin/duform
	for d in $(DATA); do \
	  (cd $$d && find . -type f) | while read -r f; do \
	    install -D -m 644 "$$d/$$f" "$(DESTDIR)$(PREFIX)/share/duform/$$d/$$f"; done; done
	install -m 755 pipeline/command/mailing.sbatch $(DESTDIR)$(PREFIX)/share/duform/mailing.sbatch
	install -m 644 pipeline/duform.1 $(DESTDIR)$(PREFIX)/share/man/man1/duform.1
	install -m 644 pipeline/duform-fo.7 $(DESTDIR)$(PREFIX)/share/man/man7/duform-fo.7

uninstall: ## remove what install made
	rm -f $(DESTDIR)$(PREFIX)/bin/duform $(DESTDIR)$(PREFIX)/share/man/man1/duform.1 $(DESTDIR)$(PREFIX)/share/man/man7/duform-fo.7
	rm -rf $(DESTDIR)$(PREFIX)/share/duform

clean: ## remove what was built and made
	rm -rf build out

help: ## this text
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
