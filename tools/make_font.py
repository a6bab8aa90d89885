#!/usr/bin/env python3
"""Cuts a font down to the characters asked for and writes it as TrueType, whose outlines ImGui and every browser draw.

Usage: make_font.py SOURCE.otf TARGET.ttf UNICODES      (UNICODES as pyftsubset takes them: U+0020-007E,U+00A0-017F)
"""
import sys

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

# Cubic outlines become quadratic to within this share of an em: a fifth of a pixel at 200 pixels a letter.
LARGEST_ERROR = 0.001


def main() -> None:
    source, target, unicodes = sys.argv[1:]
    options = subset.Options()
    options.layout_features = []  # ImGui moves no letter nearer to another, and the page must not either
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    options.recalc_bounds = True  # the new outlines have boxes of their own
    font = subset.load_font(source, options)
    font.recalcTimestamp = False  # the same input gives the same bytes
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(unicodes))
    subsetter.subset(font)
    if "CFF " in font:
        outlines_to_truetype(font)
    font.save(target)


def outlines_to_truetype(font: TTFont) -> None:
    """Replaces the table of cubic outlines by one of quadratic outlines."""
    order = font.getGlyphOrder()
    glyphs = font.getGlyphSet()
    quadratic = {}
    for name in order:
        pen = TTGlyphPen(glyphs)
        glyphs[name].draw(Cu2QuPen(pen, LARGEST_ERROR * font["head"].unitsPerEm, reverse_direction=True))
        quadratic[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = newTable("glyf")
    font["glyf"].glyphOrder = order
    font["glyf"].glyphs = quadratic
    del font["CFF "]
    if "VORG" in font:
        del font["VORG"]
    for name in order:
        advance, _ = font["hmtx"][name]
        font["hmtx"][name] = (advance, getattr(quadratic[name], "xMin", 0))
    maximum = font["maxp"] = newTable("maxp")
    maximum.tableVersion = 0x00010000
    for field in ("maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs", "maxStackElements",
                  "maxSizeOfInstructions", "maxComponentElements", "maxPoints", "maxContours", "maxCompositePoints",
                  "maxCompositeContours", "maxComponentDepth"):
        setattr(maximum, field, 0)
    maximum.maxZones = 1
    maximum.numGlyphs = len(order)
    font["post"].formatType = 3.0  # glyph names are for people
    font.sfntVersion = "\000\001\000\000"


if __name__ == "__main__":
    main()
