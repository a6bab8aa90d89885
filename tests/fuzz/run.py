#!/usr/bin/env python3
"""Lets every program of build/fuzz/bin make up bytes for so many seconds, two programs at a time: run.py SECONDS [PROGRAM…]
What they find worth keeping stays in build/fuzz/found, and the next run begins with it. What brings one down is put into build/fuzz/crashes;
beside the fault it deserves a place in tests/fuzz/corpus. The last line is `N passed, N failed`."""
import os
import pathlib
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

TOP = pathlib.Path(__file__).resolve().parents[2]
BUILT = TOP / "build" / "fuzz"
SEEDS = TOP / "tests" / "fuzz" / "corpus"
AT_ONCE = 2
ONE_INPUT_SECONDS_MAX = 10
MEMORY_MEBIBYTES_MAX = 1024
# On top of the time given: to read what was found before, and to end by itself.
PATIENCE_SECONDS = 120


def programs(wanted: list[str]) -> list[str]:
    built = sorted(path.name.removesuffix("_fuzzer") for path in (BUILT / "bin").glob("*_fuzzer"))
    unknown = set(wanted) - set(built)
    if unknown:
        raise SystemExit(f"There is no such program: {', '.join(sorted(unknown))}. There are: {', '.join(built)}.")
    return wanted or built


def fuzz(name: str, seconds: int) -> tuple[bool, str]:
    """Whether it held, and what to say of it."""
    found, crashes = BUILT / "found" / name, BUILT / "crashes"
    for folder in (found, crashes):
        folder.mkdir(parents=True, exist_ok=True)
    command = [BUILT / "bin" / f"{name}_fuzzer", found, SEEDS / name, f"-max_total_time={seconds}", f"-timeout={ONE_INPUT_SECONDS_MAX}",
               f"-rss_limit_mb={MEMORY_MEBIBYTES_MAX}", f"-artifact_prefix={crashes}/{name}-", "-print_final_stats=1"]
    try:
        ended = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=seconds + PATIENCE_SECONDS)
    except subprocess.TimeoutExpired:
        return False, f"failed  {name}: it did not end"
    said = ended.stdout.decode(errors="replace")
    runs = re.search(r"stat::number_of_executed_units: *(\d+)", said)
    if ended.returncode == 0 and runs and int(runs[1]) > 0:
        ways = re.findall(r"cov: (\d+)", said)
        return True, f"passed  {name}: {int(runs[1]):,} inputs, {ways[-1] if ways else 'no'} ways through the code"
    return False, f"failed  {name}: play it again with {command[0].relative_to(TOP)} <the file named below>\n{said[-6000:]}"


def main() -> None:
    if len(sys.argv) < 2 or not sys.argv[1].isdecimal():
        raise SystemExit("How many seconds? run.py SECONDS [PROGRAM…]")
    seconds, names = int(sys.argv[1]), programs(sys.argv[2:])
    held = 0
    os.environ.setdefault("UBSAN_OPTIONS", "print_stacktrace=1")
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for passed, line in pool.map(lambda name: fuzz(name, seconds), names):
            held += passed
            print(line, flush=True)
    print(f"{held} passed, {len(names) - held} failed")
    raise SystemExit(0 if names and held == len(names) else 1)


if __name__ == "__main__":
    main()
