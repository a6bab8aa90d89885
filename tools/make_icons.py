#!/usr/bin/env python3
"""Draws the PNG forms of web-shell/icons/kitbag.svg: a bag with the three categories' colours. Run it again when the drawing changes.

Usage: make_icons.py FOLDER
"""
import pathlib
import struct
import sys
import zlib

GROUND, PAPER = (0x12, 0x5A, 0x63), (0xFD, 0xFB, 0xF6)
DISCS = [(22, (0x2F, 0x91, 0x58)), (32, (0xE3, 0xA5, 0x1A)), (42, (0xCB, 0x40, 0x34))]
SAMPLES = 4  # along each side of a pixel


def in_rounded(x: float, y: float, left: float, top: float, width: float, height: float, radius: float) -> bool:
    dx = max(left + radius - x, x - (left + width - radius), 0)
    dy = max(top + radius - y, y - (top + height - radius), 0)
    return dx * dx + dy * dy <= radius * radius


def colour_at(x: float, y: float, corner: float) -> tuple[int, int, int, int]:
    """The drawing on a field of 64 by 64; `corner` is the radius of the ground, 0 for a full square."""
    if not in_rounded(x, y, 0, 0, 64, 64, corner):
        return 0, 0, 0, 0
    for centre, colour in DISCS:
        if (x - centre) ** 2 + (y - 36) ** 2 <= 4.5**2:
            return *colour, 255
    handle = in_rounded(x, y, 22, 12, 20, 20, 7) and not in_rounded(x, y, 26, 16, 12, 16, 3)
    if in_rounded(x, y, 12, 22, 40, 28, 6) or (handle and y < 23):
        return *PAPER, 255
    return *GROUND, 255


def pixel(column: int, row: int, size: int, corner: float, scale: float) -> bytes:
    total = [0, 0, 0, 0]
    for across in range(SAMPLES):
        for down in range(SAMPLES):
            x = (column + (across + 0.5) / SAMPLES) * 64 / size
            y = (row + (down + 0.5) / SAMPLES) * 64 / size
            inside = colour_at(32 + (x - 32) / scale, 32 + (y - 32) / scale, corner) if scale == 1 else maskable_at(x, y, scale)
            for part in range(4):
                total[part] += inside[part] if part == 3 else inside[part] * (inside[3] // 255)
    opaque = total[3] // 255
    return bytes([*(round(total[part] / opaque) if opaque else 0 for part in range(3)), round(total[3] / SAMPLES**2)])


def maskable_at(x: float, y: float, scale: float) -> tuple[int, int, int, int]:
    """The ground fills everything, and the bag keeps to the part that no mask cuts off."""
    found = colour_at(32 + (x - 32) / scale, 32 + (y - 32) / scale, 0)
    return found if found[3] else (*GROUND, 255)


def write_png(path: pathlib.Path, size: int, corner: float, scale: float) -> None:
    rows = b"".join(b"\0" + b"".join(pixel(column, row, size, corner, scale) for column in range(size)) for row in range(size))

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))


def main() -> None:
    folder = pathlib.Path(sys.argv[1])
    write_png(folder / "icon-192.png", 192, 14, 1)
    write_png(folder / "icon-512.png", 512, 14, 1)
    write_png(folder / "icon-maskable-512.png", 512, 0, 0.8)
    write_png(folder / "apple-touch-icon.png", 180, 0, 0.9)


if __name__ == "__main__":
    main()
