"""How large a thing may grow, and how a header begins."""

import ast
import re

from checkout import CPP, SCRIPTS, Files, Rule, is_source
from functions import long_functions

LONGEST_FILE_LINES = 400
LONGEST_FUNCTION_LINES = 70
LONGEST_LINE_CHARACTERS = 160


def faults_of_length(files: Files) -> list[str]:
    return [
        f"{path} has {lines} lines, {LONGEST_FILE_LINES} at the most"
        for path, text in files.items()
        if is_source(path) and (lines := text.count("\n")) > LONGEST_FILE_LINES
    ]


def faults_of_functions(files: Files) -> list[str]:
    faults = []
    for path, text in files.items():
        found = []
        if path.endswith(CPP + SCRIPTS):
            found = long_functions(text, LONGEST_FUNCTION_LINES)
        elif path.endswith(".py"):
            found = long_python_functions(text)
        faults += [f"{path}:{line} has a function of {lines} lines, {LONGEST_FUNCTION_LINES} at the most"
                   for line, lines in found]
    return faults


def long_python_functions(text: str) -> list[tuple[int, int]]:
    sizes = [(node.lineno, node.end_lineno - node.lineno + 1)
             for node in ast.walk(ast.parse(text)) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]
    return [(line, lines) for line, lines in sizes if lines > LONGEST_FUNCTION_LINES]


def faults_of_headers(files: Files) -> list[str]:
    faults = []
    for path, text in files.items():
        if not path.endswith(".h"):
            continue
        if not re.match(r"#pragma once\n", text):
            faults.append(f"{path} does not begin with #pragma once")
        elif not re.match(r"#pragma once\n\n*//[^\n]{20,}", text):
            faults.append(f"{path} does not open with a comment on what it is and what it refuses to do")
    return faults


def faults_of_wide_lines(files: Files) -> list[str]:
    """Very wide lines hide code from a reviewer; a long string or address in a comment may stand."""
    faults = []
    for path, text in files.items():
        if not path.endswith(CPP + SCRIPTS + (".py", ".css")):
            continue
        for number, line in enumerate(text.split("\n"), 1):
            if len(line) > LONGEST_LINE_CHARACTERS and not re.search(r"[\"'`]", line):
                faults.append(f"{path}:{number} is {len(line)} characters wide")
    return faults


def faults_of_gallery(files: Files) -> list[str]:
    """What is drawn by a key is a widget that somebody may press or read: the makers see all of them in one place."""
    gallery = "".join(text for path, text in files.items() if re.fullmatch(r"app/\w*gallery\w*\.cpp", path))
    faults = []
    for path, text in files.items():
        if not re.fullmatch(r"app/widgets/\w+\.h", path):
            continue
        for name in re.findall(r"^(?!explicit)[\w:<>&]+(?: [\w:<>&]+)* (\w+)\(Ui& ui, std::string_view key\b", text, re.MULTILINE):
            if name not in DRAWN_BY_OTHERS and not re.search(rf"\b{name}\(", gallery):
                faults.append(f"{path}: {name} does not stand in the gallery (app/widget_gallery.cpp, app/gallery_states.cpp)")
    return faults


DRAWN_BY_OTHERS = {
    "announce",  # It is only read out.
    "back_button",  # page() draws it.
}
LONG_CPP = "namespace kitbag {\nvoid draw_all(int count) {\n" + "  step(\"}\");  // }\n" * 70 + "}\n}\n"
LONG_LAMBDA = "TEST_CASE(\"the visit is kept whole\") {\n" + "  CHECK(true);\n" * 70 + "}\n"
LONG_SCRIPT = "export async function start(page) {\n" + "  step(`${1 + '}'}`);\n" * 70 + "}\n"
LONG_ARROW = "const start = async (page) => {\n" + "  step(/[{]/);\n" * 70 + "};\n"
SHORT_CPP = "void one() {\n" + "  step();\n" * 60 + "}\nvoid two() {\n" + "  step();\n" * 60 + "}\n"
MANY_MEMBERS = "struct Words {\n" + "  int word;\n" * 90 + "};\n"

RULES = [
    Rule(
        "no source is longer than 400 lines",
        faults_of_length,
        broken=[{"app/app.cpp": "int a;\n" * 401}, {"web-shell/bridge.mjs": "a();\n" * 500}, {"dev": "true\n" * 401}],
        kept=[{"app/app.cpp": "int a;\n" * 400}, {"data/register/county.csv": "1\n" * 5000}],
    ),
    Rule(
        "no function is longer than 70 lines",
        faults_of_functions,
        broken=[
            {"app/app.cpp": LONG_CPP},
            {"tests/core/visit_test.cpp": LONG_LAMBDA},
            {"web-shell/bridge.mjs": LONG_SCRIPT},
            {"web-shell/start.mjs": LONG_ARROW},
            {"tests/tidy/run.py": "def run():\n" + "    step()\n" * 70},
        ],
        kept=[{"app/app.cpp": SHORT_CPP}, {"app/text/words.h": MANY_MEMBERS}],
    ),
    Rule(
        "every header begins with #pragma once and says what it is",
        faults_of_headers,
        broken=[
            {"core/base/id.h": "// Ids.\n#pragma once\n"},
            {"core/base/id.h": "#pragma once\n\n#include <string>\n"},
            {"core/base/id.h": "#pragma once\n// Ids.\n"},
        ],
        kept=[{"core/base/id.h": "#pragma once\n// The ids that changes and records carry, and how they are made.\n"}],
    ),
    Rule(
        "no line of code is wider than 160 characters",
        faults_of_wide_lines,
        broken=[{"app/app.cpp": "x + " * 45 + "x;\n"}],
        kept=[{"app/text/words.cpp": 'say("' + "word " * 40 + '");\n'}],
    ),
    Rule(
        "every widget stands in the gallery",
        faults_of_gallery,
        broken=[{"app/widgets/list.h": "bool list_row(Ui& ui, std::string_view key);\n", "app/widget_gallery.cpp": "card(ui);\n"}],
        kept=[
            {"app/widgets/list.h": "bool list_row(Ui& ui, std::string_view key);\n", "app/widget_gallery.cpp": "list_row(ui);\n"},
            {"app/widgets/ui.h": "    explicit KeyScope(Ui& ui, std::string_view key);\n"},
        ],
    ),
]
