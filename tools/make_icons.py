#!/usr/bin/env python3
"""Cuts the icon font down to the icons that the app draws, in the order in which the app names them.

Usage: make_icons.py FONT_FOLDER HEADER TARGET.ttf

FONT_FOLDER holds lucide.ttf and codepoints.json. HEADER is app/theme/icon.h: each name in its enum Icon but "none" is an icon of the
font, with "-" for "_". The first of them becomes U+E000, the next U+E001, and so on. A name that the font does not know is an error.
"""
import json
import pathlib
import re
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

FIRST = 0xE000  # of the private use area


def names_in(header: str) -> list[str]:
    listed = re.search(r"enum class Icon[^{]*\{(.*?)\};", header, re.S).group(1)
    names = re.findall(r"^\s*(\w+),", re.sub(r"//.*", "", listed), re.M)
    return [name for name in names if name != "none"]


def main() -> None:
    folder, header, target = map(pathlib.Path, sys.argv[1:])
    known = json.loads((folder / "codepoints.json").read_text())
    names = names_in(header.read_text())
    unknown = [name for name in names if name.replace("_", "-") not in known]
    if unknown:
        sys.exit(f"The icon font has no {', '.join(unknown)}.")
    codes = [known[name.replace("_", "-")] for name in names]
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    font = TTFont(folder / "lucide.ttf", recalcTimestamp=False)  # the same input gives the same bytes
    glyphs = font.getBestCmap()
    named = {FIRST + place: glyphs[code] for place, code in enumerate(codes)}
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap = dict(named)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=list(named))
    subsetter.subset(font)
    font.save(target)


if __name__ == "__main__":
    main()
