# Thin: CMake does the work (CMakeLists.txt, CMakePresets.json).
#   make          builds build/torimatome            make test    installs what is missing, builds, runs all tests
#   make demo     installs, builds, and consolidates the samples into out/
#   make bench    measures against openpyxl and SheetJS   make lint [TIDY=all]   formatter and linter
#   make install [PREFIX=/usr/local] [DESTDIR=]       make clean

BUILD := build
PREFIX ?= /usr/local
BENCH_FOLDER ?= $(BUILD)/bench
BENCH_ROUNDS ?= 3
TIDY ?= changed

.PHONY: build demo test bench lint install clean packages extras

build: $(BUILD)/build.ninja
	cmake --build $(BUILD) --target torimatome

$(BUILD)/build.ninja: CMakePresets.json
	@tools/install-packages --check build || echo "Trying all the same."
	cmake --preset release

packages:
	tools/install-packages build

demo: packages
	$(MAKE) build
	tools/demo $(BUILD)/torimatome out

test: packages
	$(MAKE) build
	cmake --build $(BUILD)
	tools/run-tests $(BUILD)

bench: packages extras
	$(MAKE) build
	/usr/bin/python3 bench/bench.py $(BUILD)/torimatome $(BENCH_FOLDER) $(BENCH_ROUNDS)
	/usr/bin/python3 bench/round.py $(BUILD)/torimatome $(BENCH_FOLDER)/round $(BENCH_ROUNDS)

lint: packages
	tools/install-packages lint
	$(MAKE) $(BUILD)/build.ninja
	tools/lint $(BUILD) $(TIDY)

install: $(BUILD)/build.ninja
	cmake -B $(BUILD) -DCMAKE_INSTALL_PREFIX=$(PREFIX)
	cmake --build $(BUILD) --target torimatome
	cmake --install $(BUILD)

clean:
	rm -rf $(BUILD) out

extras:
	tools/install-packages extras
