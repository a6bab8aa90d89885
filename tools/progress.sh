# Telling a person what is going on, and stopping with one sentence that says what to do. Sourced by ./dev.

# Ends with a plain sentence. A second argument is shown as what to do about it.
fail() {
    printf 'dev: %s\n' "$1" >&2
    [[ $# -lt 2 ]] || printf '     %s\n' "$2" >&2
    exit 1
}

note() {
    printf '%s\n' "$*" >&2
}

# run_step LABEL LOG PATTERN TOTAL command…
# Runs the command with its output in LOG. Meanwhile shows the seconds passed and, if TOTAL is not 0, how many lines of LOG
# begin with PATTERN (an extended regular expression) out of TOTAL: one line rewritten on a terminal, a line each 15 seconds elsewhere. When the command fails, the end
# of LOG is shown and its exit code returned.
run_step() {
    local label=$1 log=$2 pattern=$3 total=$4
    shift 4
    local started=$SECONDS last_shown=$SECONDS code=0
    : >"$log"
    "$@" >"$log" 2>&1 </dev/null &
    local child=$!
    # A background child ignores Ctrl-C, so it is ended from here; what it has finished is kept.
    trap 'kill "$child" 2>/dev/null; wait "$child" 2>/dev/null; note ""; fail "Stopped. Call ./dev again to go on from here."' INT TERM
    [[ -t 2 ]] || note "  $label …"
    while kill -0 "$child" 2>/dev/null; do
        sleep 0.2
        local elapsed=$((SECONDS - started))
        if [[ -t 2 ]]; then
            printf '\r\033[K  %s … %s%d s' "$label" "$(step_count "$log" "$pattern" "$total")" "$elapsed" >&2
        elif ((SECONDS - last_shown >= 15)); then
            last_shown=$SECONDS
            note "    … $(step_count "$log" "$pattern" "$total")$elapsed s"
        fi
    done
    wait "$child" || code=$?
    trap - INT TERM
    [[ ! -t 2 ]] || printf '\r\033[K' >&2
    if ((code == 0)); then
        note "  $label: done in $((SECONDS - started)) s"
    else
        note "  $label: failed after $((SECONDS - started)) s. The end of $log:"
        tail -n 15 "$log" | sed 's/^/    | /' >&2
    fi
    return "$code"
}

step_count() {
    local log=$1 pattern=$2 total=$3
    [[ $total != 0 ]] || return 0
    printf '%d of %d, ' "$(grep -cE "^($pattern)" "$log" || true)" "$total"
}
