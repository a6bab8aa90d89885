# What happens inside the environment: building, testing, running. Sourced by ./dev.

# Two calls of ./dev in one checkout build one after the other.
configure_and_build() {
    local preset=$1
    shift
    mkdir -p "build/$preset"
    (
        exec 8>"build/$preset/.lock"
        flock 8
        [[ -f build/$preset/build.ninja ]] || cmake --preset "$preset" 8>&-
        cmake --build "build/$preset" ${1:+--target} "$@" 8>&-
    )
}

command_build() { configure_and_build debug "$@"; }

command_site() { configure_and_build wasm site; }

command_shell() {
    if (($# > 0)); then exec "$@"; fi
    exec bash --norc -i
}

command_format() {
    git ls-files --cached --others --exclude-standard -- '*.h' '*.cpp' | xargs --no-run-if-empty clang-format -i
}

command_run() {
    configure_and_build release kitbag_server
    configure_and_build wasm site
    local data=${KITBAG_DATA:-$repository/build/county}
    mkdir -p "$data"
    exec build/release/sync/server/kitbag_server serve --data "$data" --site build/wasm/site \
        --register data/register/cambridgeshire-gias.csv --frameworks data/frameworks --port "${KITBAG_PORT:-8800}" "$@"
}

command_bench() {
    configure_and_build release
    configure_and_build wasm site
    exec node tests/bench/run.mjs "$@"
}
