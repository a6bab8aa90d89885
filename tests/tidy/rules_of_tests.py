"""That every test can fail and that none is passed over."""

import re

from checkout import Files, Rule, line_of
from functions import blank_literals

CASE = re.compile(r'\b(TEST_CASE(?:_FIXTURE|_TEMPLATE)?|SCENARIO)\s*\(')
ASSERTION = re.compile(r"\b(CHECK|REQUIRE|WARN|FAIL|CHECK_MESSAGE|FAST_CHECK)\w*\s*\(")
PASSED_OVER_CPP = re.compile(r"doctest::(skip|should_fail|may_fail|expected_failures|no_breaks|timeout)\b|#\s*if\s+0\b")
PASSED_OVER_JS = re.compile(
    r"\b(?:test|it|describe|story)\.(skip|only|todo|fixme|fails)\b|\b(xit|xdescribe|xtest|fit|fdescribe)\(|\bskip:\s*true"
)
SLEEPS = re.compile(r"\bsleep_for\b|\bsleep_until\b|\busleep\(|\bwaitForTimeout\(")


def is_cpp_test(path: str) -> bool:
    return path.endswith(".cpp") and path.startswith("tests/")


def body_from(code: str, start: int) -> str:
    """The text between the first brace at or after `start` and its partner."""
    opening = code.find("{", start)
    depth = 0
    for offset in range(opening, len(code)) if opening >= 0 else ():
        depth += {"{": 1, "}": -1}.get(code[offset], 0)
        if depth == 0:
            return code[opening:offset + 1]
    return ""


def asserting_names(files: Files) -> set[str]:
    """Names of the functions of the tests whose body asserts, so that a test may lean on them."""
    names = set()
    for path, text in files.items():
        if path.startswith("tests/") and path.endswith((".cpp", ".h")):
            code = blank_literals(text)
            for match in re.finditer(r"\b(\w+)\s*\([^;{}()]*(?:\([^()]*\)[^;{}()]*)*\)\s*(?:const\s*)?\{", code):
                if ASSERTION.search(body_from(code, match.end() - 1)):
                    names.add(match[1])
    return names - {"if", "for", "while", "switch", "TEST_CASE", "SCENARIO", "SUBCASE"}


def faults_of_assertions(files: Files) -> list[str]:
    leaning_on = asserting_names(files)
    faults = []
    for path, text in files.items():
        if not is_cpp_test(path):
            continue
        code = blank_literals(text)
        for match in CASE.finditer(code):
            body = body_from(code, match.end())
            called = set(re.findall(r"\b(\w+)\s*\(", body))
            if not ASSERTION.search(body) and not called & leaning_on:
                faults.append(f"{path}:{line_of(text, match.start())} asserts nothing, so it cannot fail")
    return faults


def faults_of_names(files: Files) -> list[str]:
    faults = []
    for path, text in files.items():
        if not is_cpp_test(path):
            continue
        for match in re.finditer(r'\b(?:TEST_CASE|SCENARIO)\s*\(\s*"([^"]*)"', text):
            if len(match[1].split()) < 4:
                faults.append(f"{path}:{line_of(text, match.start())} '{match[1]}' is not a sentence")
    return faults


def faults_of_passing_over(files: Files) -> list[str]:
    faults = []
    for path, text in files.items():
        pattern = PASSED_OVER_CPP if is_cpp_test(path) else PASSED_OVER_JS if path.endswith((".mjs", ".js")) else None
        if pattern and (path.startswith("tests/") or not is_cpp_test(path)):
            faults += [f"{path}:{line_of(text, match.start())} has '{match[0]}'" for match in pattern.finditer(text)]
    return faults


def faults_of_sleeping(files: Files) -> list[str]:
    return [
        f"{path}:{line_of(text, match.start())} sleeps: wait for the condition instead"
        for path, text in files.items() if path.startswith("tests/") and path.endswith((".cpp", ".h", ".mjs"))
        for match in SLEEPS.finditer(text)
    ]


RESTS_ON_TESTS = {"docs/accessibility.md", "docs/field-failures.md"}


def faults_of_named_tests(files: Files) -> list[str]:
    """Some of what we claim rests on tests, which are named there; one that was renamed or went holds nothing any more."""
    told = "\n".join(text for path, text in files.items() if path.startswith("tests/"))
    return [
        f"{path}:{line_of(text, match.start())} names a test that is not there: '{match[1]}'"
        for path, text in files.items() if path in RESTS_ON_TESTS
        for match in re.finditer(r'\b[NB][a-z |]* "([^"]+)"', text) if match[1] not in told
    ]


def faults_of_quoted_transcripts(files: Files) -> list[str]:
    """A document may show what goes to and fro by quoting a transcript that the tests play; an ellipsis leaves something out."""
    faults = []
    for path, text in files.items():
        if not path.startswith("docs/"):
            continue
        for block in re.finditer(r"^```transcript (\S+)\n(.*?)^```", text, re.M | re.S):
            played = files.get(f"tests/sync/golden/{block[1]}", "").splitlines()
            for line in block[2].splitlines():
                quoted = re.compile(".*".join(map(re.escape, line.split("…"))))
                if not any(quoted.fullmatch(one) for one in played):
                    faults.append(f"{path}:{line_of(text, block.start())} quotes what {block[1]} does not have: {line}")
    return faults


ASSERTS = 'TEST_CASE("a visit is kept as typed") { CHECK(1 == 1); }\n'
LEANS = 'void must_hold(int a) { REQUIRE(a == 1); }\nTEST_CASE("a visit is kept as typed") { must_hold(1); }\n'

RULES = [
    Rule(
        "every test asserts something",
        faults_of_assertions,
        broken=[
            {"tests/core/a_test.cpp": 'TEST_CASE("a visit is kept as typed") { run(); }\n'},
            {"tests/core/b_test.cpp": 'SCENARIO("a visit is kept as typed") { say("CHECK(1)"); }\n'},
        ],
        kept=[{"tests/core/a_test.cpp": ASSERTS}, {"tests/core/b_test.cpp": LEANS}],
    ),
    Rule(
        "every test is named by a sentence",
        faults_of_names,
        broken=[{"tests/core/a_test.cpp": 'TEST_CASE("merge") { CHECK(true); }\n'}],
        kept=[{"tests/core/a_test.cpp": ASSERTS}],
    ),
    Rule(
        "the tests that a statement names are there",
        faults_of_named_tests,
        broken=[
            {"docs/accessibility.md": '| 1.1.1 | N "a visit is read out" |\n', "tests/core/a_test.cpp": ASSERTS},
            {"docs/field-failures.md": '| R1 | It fails. N "a visit is lost" |\n', "tests/core/a_test.cpp": ASSERTS},
        ],
        kept=[
            {"docs/accessibility.md": '| N kept | "a visit is kept as typed" |\n', "tests/core/a_test.cpp": ASSERTS},
        ],
    ),
    Rule(
        "what a document quotes of a transcript is in it",
        faults_of_quoted_transcripts,
        broken=[
            {"docs/a.md": "```transcript 01.txt\n> start\n```\n"},
            {"docs/b.md": "```transcript 01.txt\n> 200 {…}\n```\n", "tests/sync/golden/01.txt": "> 400 {}\n"},
        ],
        kept=[{"docs/a.md": "```transcript 01.txt\n> 200 {…}\n```\n", "tests/sync/golden/01.txt": "> 200 {1}\n"}],
    ),
    Rule(
        "no test is passed over or may fail unseen",
        faults_of_passing_over,
        broken=[
            {"tests/core/a_test.cpp": 'TEST_CASE("a visit is kept as typed" * doctest::sk' 'ip()) { CHECK(1); }\n'},
            {"tests/core/b_test.cpp": "#if 0\n" + ASSERTS + "#endif\n"},
            {"tests/web/a.mjs": "test.on" "ly('a visit is kept as typed', run);\n"},
        ],
        kept=[{"tests/core/a_test.cpp": ASSERTS}],
    ),
    Rule(
        "tests wait for conditions and never just sleep",
        faults_of_sleeping,
        broken=[
            {"tests/sync/a_test.cpp": "std::this_thread::sleep_for(1s);\n"},
            {"tests/web/a.mjs": "await page.waitFor" "Timeout(500);\n"},
        ],
        kept=[{"tests/web/a.mjs": "await see(page, 'heading', 'Visits');\n"}],
    ),
]
