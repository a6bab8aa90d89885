#!/usr/bin/env python3
"""Packs the app's site: names each file by a hash of its content, and compresses it.

Usage: pack_assets.py --output FOLDER INPUT…        (an input folder's files keep their paths; an input file goes to the top)

Sources name each other by plain relative paths ("./mirror.mjs", url(atkinson-bold.ttf)). Every file but the ENTRIES is renamed to
name.<hash>.ext and each such path is rewritten, so that a file's name changes when it or anything it refers to changes. Then old
and new versions never mix: not in a browser's cache, and not in the service worker's.

In service-worker.js three tokens are filled in:
    const BUILD = "__BUILD__";      a hash of all that follows
    const ASSETS = __ASSETS__;      the list of paths, relative to the site, that the app needs to start with no connection
    const CONTENTS = __CONTENTS__;  the SHA-256 of those of them whose names do not say what is in them, by path

The same inputs give the same bytes. A reference to a file that is not there, or a ring of references, is an error; so is a first
visit that would transfer more than FIRST_VISIT_MAX bytes.
"""
import argparse
import hashlib
import json
import pathlib
import posixpath
import re
import shutil
import sys

import brotli

FIRST_VISIT_MAX = 900_000  # bytes, compressed; issue 2 sets it
HASH_LENGTH = 10

SERVICE_WORKER = "service-worker.js"
# A browser asks for these by fixed names: they keep them, and are asked for afresh each time.
ENTRIES = {"index.html", SERVICE_WORKER, "manifest.webmanifest"}
TEXT_ENDINGS = {".html", ".css", ".js", ".mjs", ".svg", ".webmanifest", ".json"}
COMPRESSED_ALREADY = {".png", ".jpg", ".jpeg", ".webp", ".woff2"}
ENDINGS = "mjs|js|css|wasm|ttf|woff2|png|svg|jpg|jpeg|webp|ico|json|webmanifest|html|txt"

# A path in quotes, or in url(…) without them, perhaps followed by a query or a fragment.
REFERENCE = re.compile(rf"""(?P<before>["'`]|url\(\s*)(?P<path>(?:\.{{0,2}}/)?[\w@][\w@./-]*\.(?:{ENDINGS}))(?=["'`?#]|\s*\))""")


class PackingError(Exception):
    """What is wrong with the inputs, in a sentence."""


def read_inputs(inputs: list[str]) -> dict[str, bytes]:
    """The content of every file by its path in the site."""
    files: dict[str, bytes] = {}
    for given in map(pathlib.Path, inputs):
        if not given.exists():
            raise PackingError(f"There is no {given}.")
        found = [given] if given.is_file() else sorted(path for path in given.rglob("*") if path.is_file())
        for path in found:
            name = path.name if given.is_file() else path.relative_to(given).as_posix()
            if name.endswith(".md") or any(part.startswith(".") for part in name.split("/")):
                continue
            if name in files:
                raise PackingError(f"Two inputs are both called {name}.")
            files[name] = path.read_bytes()
    for entry in sorted(ENTRIES - files.keys()):
        raise PackingError(f"The site has no {entry}.")
    return files


class Packer:
    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files
        self.packed: dict[str, bytes] = {}  # by final name
        self.final_names: dict[str, str] = {}
        self.under_way: list[str] = []

    def pack(self) -> dict[str, bytes]:
        """Every file by its final name. The service worker comes last, since it lists the others."""
        for name in sorted(self.files):
            if name != SERVICE_WORKER:
                self.finish(name)
        self.packed[SERVICE_WORKER] = self.service_worker()
        return dict(sorted(self.packed.items()))

    def finish(self, name: str) -> str:
        """Packs a file, after those it refers to, and gives its final name."""
        if name in self.final_names:
            return self.final_names[name]
        if name in self.under_way:
            ring = " -> ".join(self.under_way[self.under_way.index(name):] + [name])
            raise PackingError(f"These files refer to each other in a ring, so none can be named by its content: {ring}.")
        self.under_way.append(name)
        content = self.files[name]
        if pathlib.PurePosixPath(name).suffix in TEXT_ENDINGS:
            content = self.rewritten(name, content.decode()).encode()
        self.under_way.pop()
        final = name if name in ENTRIES else with_hash(name, content)
        self.final_names[name] = final
        self.packed[final] = content
        return final

    def rewritten(self, name: str, text: str) -> str:
        """The text of a file with every path of the site in it replaced by the final one."""
        folder = posixpath.dirname(name)

        def replace(match: re.Match[str]) -> str:
            path = match["path"]
            target = posixpath.normpath(posixpath.join(folder, path)) if not path.startswith("/") else path[1:]
            # The service worker is named by the page that registers it, and a file may name itself.
            if target in ENTRIES or target == name:
                return match[0]
            if target not in self.files:
                if path.startswith(("./", "../")):
                    raise PackingError(f"{name} refers to {path}, and there is no such file.")
                return match[0]
            final = self.finish(target)
            changed = "/" + final if path.startswith("/") else posixpath.relpath(final, folder or ".")
            if path.startswith("./") and not changed.startswith("."):
                changed = "./" + changed
            return match["before"] + changed

        return REFERENCE.sub(replace, text)

    def service_worker(self) -> bytes:
        text = self.rewritten(SERVICE_WORKER, self.files[SERVICE_WORKER].decode())
        for token in ("__BUILD__", "__ASSETS__", "__CONTENTS__"):
            if text.count(token) != 1:
                raise PackingError(f"{SERVICE_WORKER} must hold {token} exactly once.")
        assets = [asset_path(name) for name in sorted(self.packed)]
        contents = {asset_path(name): hashlib.sha256(self.packed[name]).hexdigest() for name in sorted(self.packed.keys() & ENTRIES)}
        everything = hashlib.sha256(text.encode())
        for name in sorted(self.packed):
            everything.update(name.encode() + b"\0" + hashlib.sha256(self.packed[name]).digest())
        text = text.replace("__ASSETS__", json.dumps(assets, indent=2)).replace("__CONTENTS__", json.dumps(contents, indent=2))
        return text.replace("__BUILD__", everything.hexdigest()[:16]).encode()


def asset_path(name: str) -> str:
    return "./" if name == "index.html" else "./" + name


def with_hash(name: str, content: bytes) -> str:
    path = pathlib.PurePosixPath(name)
    digest = hashlib.sha256(content).hexdigest()[:HASH_LENGTH]
    return path.with_name(f"{path.stem}.{digest}{path.suffix}").as_posix()


def write_site(output: pathlib.Path, packed: dict[str, bytes]) -> dict[str, int]:
    """Writes the files and their brotli forms in place of what was there. Returns the bytes that each one costs to transfer."""
    fresh = output.with_name(output.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    sizes = {}
    for name, content in packed.items():
        target = fresh / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        sizes[name] = len(content)
        if target.suffix not in COMPRESSED_ALREADY:
            compressed = brotli.compress(content, quality=11)
            if len(compressed) < len(content):
                target.with_name(target.name + ".br").write_bytes(compressed)
                sizes[name] = len(compressed)
    shutil.rmtree(output, ignore_errors=True)
    fresh.rename(output)
    return sizes


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--output", required=True, type=pathlib.Path)
    arguments.add_argument("inputs", nargs="+")
    given = arguments.parse_args()
    try:
        packed = Packer(read_inputs(given.inputs)).pack()
    except PackingError as error:
        print(f"pack_assets: {error}", file=sys.stderr)
        return 1
    sizes = write_site(given.output, packed)
    total = sum(sizes.values())
    # The benchmark prints these beside its other figures.
    given.output.with_name(given.output.name + "-sizes.json").write_text(
        json.dumps({"first_visit_bytes": total, "first_visit_bytes_max": FIRST_VISIT_MAX, "files": sizes}, indent=2) + "\n")
    for name, size in sorted(sizes.items(), key=lambda item: -item[1])[:6]:
        print(f"{size:>10,} bytes  {name}")
    print(f"{total:>10,} bytes  in all, brotli: what a first visit transfers (limit {FIRST_VISIT_MAX:,})")
    if total > FIRST_VISIT_MAX:
        print("pack_assets: The app is too large to download on a slow line.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
