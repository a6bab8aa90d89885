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

# ---- testing -------------------------------------------------------------------------------------------------------------

tests_passed=0
tests_failed=0
kinds_not_whole=()

# Every kind of test runs, even after a failure of another; the last line is the sum, and the exit code says the same.
command_test() {
    mkdir -p build/test-logs
    test_kind "rules of the house" counts_of_plain python3 tests/tidy/run.py
    test_kind "tools of the build" counts_of_plain python3 tests/tools/run.py
    if build_for_tests "native tests" debug; then
        local name
        while read -r name; do
            test_kind "$name" counts_of_doctest "build/debug/bin/$name"
        done <build/debug/tests.txt
    fi
    if build_for_tests "programs that make up bytes" fuzz fuzzers; then
        test_kind "decoders fed with made-up bytes" counts_of_plain python3 tests/fuzz/run.py 20
    fi
    if build_for_tests "county server" release kitbag_server store_reader && build_for_tests "app for the browser" wasm site; then
        test_kind "browser stories" counts_of_plain node tests/web/run.mjs
    fi
    ((${#kinds_not_whole[@]} == 0)) || printf '\nNot passed: %s\n' "$(IFS=,; echo "${kinds_not_whole[*]}" | sed 's/,/, /g')"
    printf '\n%d passed, %d failed\n' "$tests_passed" "$tests_failed"
    ((tests_failed == 0 && tests_passed > 0))
}

# A build that fails counts as one failed test, and what needs it is not run.
build_for_tests() {
    local label=$1 started=$SECONDS
    shift
    printf '\n== building: %s\n' "$label"
    if configure_and_build "$@"; then
        printf '   built in %d s\n' $((SECONDS - started))
    else
        count_as_failed "building: $label"
        return 1
    fi
}

# test_kind LABEL COUNTS command…
# Runs one kind of test, showing its output, and adds up what it counted. One that ends without its counts has crashed, and one whose
# exit code says failure where its counts say none is not believed: each is one failed test.
test_kind() {
    local label=$1 counts=$2 started=$SECONDS code=0 passed="" failed=""
    shift 2
    local log="build/test-logs/${label// /-}.log"
    printf '\n== %s\n' "$label"
    timeout --kill-after=10 2700 "$@" 2>&1 </dev/null | tee "$log" || code=$?
    read -r passed failed < <("$counts" "$log") || true
    printf '   (%d s)\n' $((SECONDS - started))
    tests_passed=$((tests_passed + ${passed:-0}))
    tests_failed=$((tests_failed + ${failed:-0}))
    if [[ -z $passed ]]; then
        printf '   It ended with exit code %d and without its counts.\n' "$code"
        count_as_failed "$label"
    elif ((code != 0 && failed == 0)); then
        printf '   It counted no failure and ended with exit code %d.\n' "$code"
        count_as_failed "$label"
    elif ((failed > 0)); then
        kinds_not_whole+=("$label")
    fi
}

count_as_failed() {
    tests_failed=$((tests_failed + 1))
    kinds_not_whole+=("$1")
}

# Each prints "PASSED FAILED", or nothing where the log does not say.
counts_of_plain() { sed -n 's/^\([0-9]\+\) passed, \([0-9]\+\) failed.*/\1 \2/p' "$1" | tail -n 1; }

counts_of_doctest() {
    sed 's/\x1b\[[0-9;]*m//g' "$1" | sed -n 's/^\[doctest\] test cases: .*| *\([0-9]\+\) passed *| *\([0-9]\+\) failed.*/\1 \2/p' | tail -n 1
}

# As long as it is asked to: the tests themselves play two hundred counties and kill a hundred times.
command_torture() {
    case ${1:-} in
        counties)
            configure_and_build release simulate
            exec build/release/bin/simulate "${@:2}"
            ;;
        load)
            configure_and_build release kitbag_server load
            exec build/release/bin/load "${@:2}"
            ;;
        fuzz)
            configure_and_build fuzz fuzzers
            exec python3 tests/fuzz/run.py "${2:-600}" "${@:3}"
            ;;
        "" | --*)
            configure_and_build release kitbag_server store_reader
            configure_and_build wasm site
            exec node tests/web/crash/run.mjs "$@"
            ;;
        *) fail "torture knows \"counties\", \"load\", \"fuzz\", or options for killing the browser, and not \"$1\"." ;;
    esac
}

# ---- running -------------------------------------------------------------------------------------------------------------

# A county with the real register and nothing said of any real school but what the public files say. Its data stays in county-data (KITBAG_DATA names another folder), so a second run goes on where the first
# ended. Options that follow go to the server: ./dev run --listen 0.0.0.0
command_run() {
    configure_and_build release kitbag_server
    configure_and_build wasm site
    local data=${KITBAG_DATA:-$repository/county-data}
    mkdir -p "$data"
    exec build/release/sync/server/kitbag_server serve --data "$data" --site build/wasm/site \
        --authority 873 --county Cambridgeshire --register data/register/cambridgeshire-gias.csv --early-years data/register/cambridgeshire-ofsted-childcare-2021.csv \
        --frameworks data/frameworks --half-terms data/half_terms/england.json \
        --visit-templates data/visit_templates/2014.json --alliances data/alliances/cambridgeshire-2014.csv --port "${KITBAG_PORT:-8800}" "$@"
}

# What the interface's makers look at. Neither is part of the tests.

command_pictures() {
    configure_and_build release kitbag_server
    configure_and_build wasm site
    exec node tests/web/pictures.mjs "$@"
}

# A county that is invented whole, with three years of visits in it. KITBAG_DATA names another folder than build/demonstration.
command_demonstration() {
    configure_and_build release kitbag_server
    configure_and_build wasm site
    exec node demonstration/run.mjs "$@"
}

command_gallery() {
    configure_and_build wasm gallery_site
    exec node tools/serve_folder.mjs build/wasm/gallery_site "$@"
}

command_bench() {
    configure_and_build release
    configure_and_build wasm site suggestion_bench note_search_bench store_bench
    exec node tests/bench/run.mjs "$@"
}
