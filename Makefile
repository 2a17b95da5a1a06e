# `make demo` and `make test` do all their set-up themselves; see CONTRIBUTING.md for the order of work.
.POSIX:
SWIFT = swift
PREFIX = /usr/local
BUILD = $(SWIFT) build --explicit-target-dependency-import-check error

.PHONY: help setup build release install demo test quality lint format fuzz clean

help:
	@echo "make demo     set up, build, and run the example chain in examples/headlines"
	@echo "make test     set up, build, and run every test"
	@echo "make quality  score our own labelled articles; fails where a page got worse"
	@echo "make release  build the optimised copydesk into .build/release"
	@echo "make install  install that with the rules below PREFIX (/usr/local; DESTDIR is put before it)"
	@echo "make lint     check formatting, Lua and rules"
	@echo "make format   format all Swift files in place"
	@echo "make fuzz     fuzz the HTML parser, then extraction, a minute each (FUZZ_SECONDS=3600 for an hour)"
	@echo "make train    learn the models anew (CORPORA='folder …' DUMPS='folder …'; see Training/README.md)"
	@echo "make clean    remove everything that was built"

setup:
	@Scripts/setup

build: setup
	@$(BUILD) --product copydesk

# With Swift's own libraries linked in: a few percent faster, and one file to install.
release: setup
	@$(BUILD) -c release --static-swift-stdlib --product copydesk

install:
	@Scripts/install "$(DESTDIR)$(PREFIX)"

demo: build
	@Scripts/demo

test: setup
	@$(BUILD) --build-tests
	@$(SWIFT) test --skip-build
	@Scripts/test-custom-plugin

quality: build
	@Scripts/quality

lint:
	@Scripts/setup --lint
	@Scripts/lint

format:
	@$(SWIFT) format --in-place --parallel --recursive $$(Scripts/swift-sources)

fuzz: setup
	@Fuzz/run.sh $${FUZZ_SECONDS:-60}
	@Fuzz/extraction.sh $${FUZZ_SECONDS:-60}

train: release
	@Training/train.sh

clean:
	@rm -rf .build .build-* examples/*/.build examples/*/out Benchmarks/.build Fuzz/.build Fuzz/.build-fuzz
