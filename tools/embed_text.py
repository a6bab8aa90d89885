#!/usr/bin/env python3
"""Writes a C++ header and source that hold text files, sorted by name. Called by kitbag_embed_text in cmake/targets.cmake.

Usage: embed_text.py FOLDER VARIABLE FILE…
"""
import pathlib
import sys

HEADER = """// Written by tools/embed_text.py.
#pragma once

#include <span>
#include <string_view>

#ifndef KITBAG_EMBEDDED_TEXT
#define KITBAG_EMBEDDED_TEXT
namespace kitbag::embedded {{
struct Text {{
    std::string_view name;  // the file's name without its folder
    std::string_view content;
}};
}}  // namespace kitbag::embedded
#endif

namespace kitbag::embedded {{
extern const std::span<const Text> {variable};
}}  // namespace kitbag::embedded
"""

SOURCE = """// Written by tools/embed_text.py.
#include "embedded/{variable}.h"

#include <array>

using namespace std::string_view_literals;

namespace kitbag::embedded {{
namespace {{
constexpr std::array<Text, {count}> texts{{{{
{entries}}}}};
}}  // namespace
const std::span<const Text> {variable} = texts;
}}  // namespace kitbag::embedded
"""

# Compilers limit the length of one string literal; neighbours join into one.
LONGEST_LITERAL = 2000


def literal(data: bytes) -> str:
    """C++ string literals for the bytes. Octal escapes of three digits never swallow the character after them."""
    def escaped(byte: int) -> str:
        character = chr(byte)
        if character in '"\\?':
            return "\\" + character
        if character == "\n":
            return "\\n"
        return character if 32 <= byte < 127 else f"\\{byte:03o}"

    parts = [data[i:i + LONGEST_LITERAL] for i in range(0, len(data), LONGEST_LITERAL)] or [b""]
    return "\n     ".join('"' + "".join(map(escaped, part)) + '"' for part in parts) + "sv"


def main() -> None:
    folder, variable, *files = sys.argv[1:]
    paths = sorted(map(pathlib.Path, files), key=lambda path: path.name)
    entries = "".join(f'    {{"{path.name}"sv,\n     {literal(path.read_bytes())}}},\n' for path in paths)
    target = pathlib.Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    (target / f"{variable}.h").write_text(HEADER.format(variable=variable))
    (target / f"{variable}.cpp").write_text(SOURCE.format(variable=variable, count=len(paths), entries=entries))


if __name__ == "__main__":
    main()
