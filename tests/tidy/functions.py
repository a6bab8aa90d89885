"""Finds functions in C++ and JavaScript by their braces: enough to measure them, far from a parser.

Text and comments are blanked first. A block is a function when `)` or `=>` stands before its brace and the words
before that do not start a loop, a condition, a type or a namespace.
"""

import re

LITERAL = re.compile(
    r"""//[^\n]*|/\*.*?\*/|R"(?P<tag>[^(\n]*)\(.*?\)(?P=tag)"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'"""
    r"""|`(?:\\.|[^`\\])*`|(?<=[(,=:\[!&|?;])\s*/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+/[a-z]*""",
    re.DOTALL,
)
NOT_A_FUNCTION = re.compile(
    r"^\s*(?:\}\s*)?(?:else\b|if\b|for\b|while\b|switch\b|catch\b|do\b|try\b|namespace\b|class\b|struct\b|enum\b|union\b|extern\b|case\b)"
)
NAMED_LIKE_A_FUNCTION = re.compile(r"(\)|=>|\bnoexcept|\bconst|\boverride|\bmutable)\s*$|\)\s*(->|:|requires)[^;{}]*$")


def blank_literals(text: str) -> str:
    """The same text with comments and literals as spaces, so that offsets and lines stay true."""
    return LITERAL.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def long_functions(text: str, most_lines: int) -> list[tuple[int, int]]:
    """(first line, lines) of each outermost function longer than `most_lines`; what is nested counts as its owner's."""
    code = blank_literals(text)
    found, open_blocks = [], []
    since = 0
    for match in re.finditer(r"[{};]", code):
        before = code[since:match.start()]
        if match[0] == "{":
            begins = since + len(before) - len(before.lstrip())
            open_blocks.append((is_function(before), code.count("\n", 0, begins) + 1))
        elif match[0] == "}" and open_blocks:
            function, first = open_blocks.pop()
            lines = code.count("\n", 0, match.start()) + 2 - first
            if function and lines > most_lines and not any(outer for outer, _ in open_blocks):
                found.append((first, lines))
        elif match[0] == ";" and before.count("(") > before.count(")"):
            continue  # A semicolon inside for (…) parts nothing.
        since = match.end()
    return found


def is_function(before: str) -> bool:
    return bool(NAMED_LIKE_A_FUNCTION.search(before)) and not NOT_A_FUNCTION.match(before)
