#!/usr/bin/env python3
"""Tests of the tools that the build itself relies on. The last line is `N passed, N failed`."""
import hashlib
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
TOOLS = pathlib.Path(__file__).resolve().parents[2] / "tools"
sys.path.insert(0, str(TOOLS))

import embed_text  # noqa: E402
import pack_assets  # noqa: E402

SITE = {
    "index.html": b'<link href="./style.css" rel="stylesheet"><script type="module" src="shell/main.mjs"></script>',
    "manifest.webmanifest": b'{"icons":[{"src":"icon.png"}]}',
    "service-worker.js": b'const BUILD = "__BUILD__"; const ASSETS = __ASSETS__; const CONTENTS = __CONTENTS__;',
    "style.css": b"@font-face { src: url(letters.ttf) }",
    "letters.ttf": b"letters",
    "icon.png": b"icon",
    "shell/main.mjs": b'import "./mirror.mjs"; new URL("../app.wasm", import.meta.url); register("../service-worker.js")',
    "shell/mirror.mjs": b"export const mirror = 1;",
    "app.wasm": b"\0asm",
}


def pack(changes: dict[str, bytes | None] = {}) -> dict[str, bytes]:
    files = {name: content for name, content in {**SITE, **changes}.items() if content is not None}
    return pack_assets.Packer(files).pack()


def named(packed: dict[str, bytes], pattern: str) -> str:
    [name] = [name for name in packed if re.fullmatch(pattern, name)]
    return name


class PackingTheSite(unittest.TestCase):
    def test_all_but_the_entries_are_named_by_their_content(self):
        packed = pack()
        hashed = [name for name in packed if re.search(r"\.[0-9a-f]{10}\.\w+$", name)]
        self.assertEqual(sorted(set(packed) - set(hashed)), ["index.html", "manifest.webmanifest", "service-worker.js"])
        self.assertEqual(len(packed), len(SITE))

    def test_every_kind_of_reference_is_rewritten(self):
        packed = pack()
        page = packed["index.html"].decode()
        self.assertIn('href="./' + named(packed, r"style\..+\.css") + '"', page)
        self.assertIn('src="' + named(packed, r"shell/main\..+\.mjs") + '"', page)
        self.assertIn("url(" + named(packed, r"letters\..+\.ttf") + ")", packed[named(packed, r"style\..+\.css")].decode())
        main = packed[named(packed, r"shell/main\..+\.mjs")].decode()
        self.assertIn('"./' + named(packed, r"shell/mirror\..+\.mjs").removeprefix("shell/") + '"', main)
        self.assertIn('"../' + named(packed, r"app\..+\.wasm") + '"', main)
        self.assertIn('"../service-worker.js"', main)
        self.assertIn(named(packed, r"icon\..+\.png"), packed["manifest.webmanifest"].decode())

    def test_a_change_renames_the_file_and_all_that_lead_to_it_and_nothing_else(self):
        before, after = set(pack()), set(pack({"letters.ttf": b"other letters"}))
        gone = {re.sub(r"\.[0-9a-f]{10}\.", ".", name) for name in before - after}
        self.assertEqual(gone, {"letters.ttf", "style.css"})

    def test_the_service_worker_lists_all_that_the_app_starts_with(self):
        packed = pack()
        worker = packed["service-worker.js"].decode()
        for name in set(packed) - {"service-worker.js", "index.html"}:
            self.assertIn(f'"./{name}"', worker)
        self.assertIn('"./"', worker)
        self.assertNotIn("__", worker)

    def test_the_service_worker_knows_the_content_of_what_is_not_named_by_it(self):
        packed = pack()
        contents = json.loads(re.search(r"CONTENTS = (\{[^}]*\})", packed["service-worker.js"].decode())[1])
        self.assertEqual(contents, {"./": hashlib.sha256(packed["index.html"]).hexdigest(),
                                    "./manifest.webmanifest": hashlib.sha256(packed["manifest.webmanifest"]).hexdigest()})

    def test_the_build_is_named_by_everything_in_it(self):
        builds = {re.search(r'BUILD = "(\w+)"', pack(change)["service-worker.js"].decode())[1]
                  for change in ({}, {"app.wasm": b"x"}, {"index.html": SITE["index.html"] + b" "},
                                 {"service-worker.js": SITE["service-worker.js"] + b" "})}
        self.assertEqual(len(builds), 4)

    def test_the_same_input_gives_the_same_bytes(self):
        self.assertEqual(pack(), pack())

    def test_a_reference_to_nothing_is_refused(self):
        with self.assertRaisesRegex(pack_assets.PackingError, "shell/main.mjs refers to ./mirror.mjs"):
            pack({"shell/mirror.mjs": None})

    def test_a_ring_of_references_is_refused(self):
        with self.assertRaisesRegex(pack_assets.PackingError, "in a ring"):
            pack({"shell/mirror.mjs": b'import "./main.mjs"'})

    def test_a_service_worker_without_its_tokens_is_refused(self):
        with self.assertRaisesRegex(pack_assets.PackingError, "__ASSETS__"):
            pack({"service-worker.js": b'const BUILD = "__BUILD__";'})

    def test_a_first_visit_over_the_limit_fails_the_build(self):
        with tempfile.TemporaryDirectory() as folder:
            site = pathlib.Path(folder, "in")
            for name, content in SITE.items():
                (site / name).parent.mkdir(parents=True, exist_ok=True)
                (site / name).write_bytes(content)
            command = [sys.executable, TOOLS / "pack_assets.py", "--output", pathlib.Path(folder, "out"), site]
            self.assertEqual(subprocess.run(command, capture_output=True).returncode, 0)
            (site / "icon.png").write_bytes(bytes(pack_assets.FIRST_VISIT_MAX))
            result = subprocess.run(command, capture_output=True, text=True)
            self.assertEqual(result.returncode, 1)
            self.assertIn("too large", result.stderr)


class EmbeddingText(unittest.TestCase):
    def test_every_byte_comes_back(self):
        data = bytes(range(1, 256)) + b'\n"quoted" \\ ??/ 7\x007' + b"long" * 2000
        source = embed_text.literal(data)
        pieces = re.findall(r'"((?:[^"\\]|\\.)*)"', source)
        read_back = re.sub(r"\\([0-7]{3}|n|.)", lambda match: unescaped(match[1]), "".join(pieces))
        self.assertEqual(read_back.encode("latin-1"), data)

    def test_files_are_sorted_by_name(self):
        with tempfile.TemporaryDirectory() as folder:
            for name in ("0002_b.sql", "0001_a.sql"):
                pathlib.Path(folder, name).write_text(name)
            files = [str(path) for path in pathlib.Path(folder).iterdir()]
            subprocess.run([sys.executable, TOOLS / "embed_text.py", folder, "texts", *sorted(files, reverse=True)], check=True)
            source = pathlib.Path(folder, "texts.cpp").read_text()
            self.assertLess(source.index("0001_a.sql"), source.index("0002_b.sql"))


def unescaped(escape: str) -> str:
    if len(escape) == 3:
        return chr(int(escape, 8))
    return "\n" if escape == "n" else escape


def main() -> int:
    result = unittest.TextTestRunner(stream=sys.stdout, verbosity=0).run(unittest.defaultTestLoader.loadTestsFromModule(sys.modules["__main__"]))
    failed = len(result.failures) + len(result.errors)
    print(f"{result.testsRun - failed} passed, {failed} failed")
    return 0 if failed == 0 and result.testsRun else 1


if __name__ == "__main__":
    sys.exit(main())
