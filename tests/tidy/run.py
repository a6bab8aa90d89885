#!/usr/bin/env python3
"""Checks the rules of the house over the whole checkout, and checks that every rule can fail.

Each rule is tried three times: on an example that breaks it (it must find the fault), on one that keeps it (it must
find nothing), and on this checkout. The last line is `N passed, N failed`, and the exit code says the same.
"""

import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parent))

import rules_of_includes  # noqa: E402
import rules_of_policy  # noqa: E402
import rules_of_shape  # noqa: E402
import rules_of_tests  # noqa: E402
import rules_of_words  # noqa: E402
from checkout import read_checkout  # noqa: E402

RULES = [
    *rules_of_includes.RULES,
    *rules_of_policy.RULES,
    *rules_of_shape.RULES,
    *rules_of_words.RULES,
    *rules_of_tests.RULES,
]


def trials_of(rule, checkout):
    """Yields (sentence, faults) for the rule's three trials; no faults means passed."""
    for example in rule.broken:
        found = rule.find_faults(example)
        missed = [] if found else [f"found nothing wrong in the bad example {sorted(example)}"]
        yield f"the rule '{rule.sentence}' catches {sorted(example)[0]}", missed
    for example in rule.kept:
        yield f"the rule '{rule.sentence}' lets {sorted(example)[0]} pass", rule.find_faults(example)
    yield rule.sentence, rule.find_faults(checkout)


def main():
    checkout = read_checkout(Path(__file__).resolve().parents[2])
    passed = failed = 0
    for rule in RULES:
        for sentence, faults in trials_of(rule, checkout):
            if not faults:
                passed += 1
                continue
            failed += 1
            print(f"FAILED: {sentence}")
            for fault in faults:
                print(f"    {fault}")
    print(f"{len(checkout)} files read")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
