"""What may not be written down: work left open, other people's source, addresses of machines and registries.

Examples are joined from pieces so that this file keeps its own rules.
"""

import json
import re

from checkout import CPP, Files, Rule, is_source, line_of

LEFT_OPEN = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b")
REGISTRIES = re.compile(
    r"registry\.[a-z]+js\.(org|com)|registry\.yarnpkg|npm[m]irror|\b(deb|security|snapshot|ftp)\.debian\.org|archive\.ubuntu"
    r"|\bpypi\.(org|python)|files\.pythonhosted|static\.crates\.io|proxy\.golang|[a]rtifactory|nexus[./]repository"
    r"|\bgithub\.com/[^\s\"']+/(archive|releases/download|raw)/|raw\.githubusercontent|\b(cdn|unpkg|jsdelivr)\.[a-z]"
)
MACHINE_PATHS = re.compile(r"(?<![\w.$}~-])(/home/[a-z][\w-]*|/root/[\w.]|/work/[\w.]|/Users/[a-z]|[A-Z]:\\Users)|/tmp/k[bit]+[/-]")
THIRD_PARTY_NAMES = re.compile(
    r"(^|/)(node_modules|third_party|vendor)/|(^|/)(imgui[_a-z0-9]*\.(h|cpp)|imstb_\w+\.h|sqlite3\w*\.(c|h)|doctest\.h"
    r"|json\.hpp|nlohmann/.*|axe(\.min)?\.js|[^/]*\.min\.(js|css))$"
)
THIRD_PARTY_WORDS = re.compile(r"SPDX-" r"License-Identifier|Copyright \([cC]\)|Permission is hereby " r"granted|public domain dedication")
VAGUE_NAMES = re.compile(r"\b(?:class|struct)\s+(\w*(?:Manager|Helper|Utils?|Wrapper|Impl))\b")
GLOBAL_STATE = re.compile(r"\bstd::shared_ptr\b|\bmake_shared\b|\bthrow\s+[\w:]+\s*[({]|\busing namespace std;")


def pattern_rule(sentence, pattern, why, applies, broken, kept):
    def find_faults(files: Files) -> list[str]:
        return [
            f"{path}:{line_of(text, match.start())} says '{match[0].strip()}': {why}"
            for path, text in files.items() if applies(path) for match in pattern.finditer(text)
        ]
    return Rule(sentence, find_faults, broken, kept)


def is_text_of_ours(path: str) -> bool:
    return not path.startswith(("data/register/",)) and not path.endswith((".png", ".ico", ".woff2", ".ttf"))


def faults_of_third_party(files: Files) -> list[str]:
    faults = []
    for path, text in files.items():
        if THIRD_PARTY_NAMES.search(path):
            faults.append(f"{path} is other people's source: let the set-up fetch it")
        elif is_source(path) and not path.startswith("tests/tidy/") and (match := THIRD_PARTY_WORDS.search(text)):
            faults.append(f"{path}:{line_of(text, match.start())} carries a licence of its own ('{match[0]}')")
    return faults


def faults_of_locks(files: Files) -> list[str]:
    """A lock file must pin versions and checksums, and leave the registry to the machine it is used on."""
    faults = []
    for path, text in files.items():
        if not path.endswith("package-lock.json"):
            continue
        for name, entry in json.loads(text).get("packages", {}).items():
            if "resolved" in entry:
                faults.append(f"{path}: {name} names the address it came from")
            if name and "integrity" not in entry and not entry.get("link"):
                faults.append(f"{path}: {name} has no checksum")
    return faults


def lock_with(entry: dict) -> Files:
    return {"package-lock.json": json.dumps({"packages": {"": {}, "node_modules/thing": entry}})}


def everywhere(path: str) -> bool:
    return is_text_of_ours(path)


def in_our_cpp(path: str) -> bool:
    return path.endswith(CPP) and not path.startswith(("sync/server/", "tests/"))


RULES = [
    pattern_rule(
        "nothing is left open in the code", LEFT_OPEN, "finish it, or open an issue", is_source,
        broken=[{"app/app.cpp": "// TO" "DO: later\n"}, {"dev": "# FIX" "ME\n"}],
        kept=[{"app/app.cpp": "// What the adviser has to do next.\n"}],
    ),
    pattern_rule(
        "no registry or mirror is named", REGISTRIES, "the machine's own settings say where packages come from", everywhere,
        broken=[
            {"dev": "curl https://registry." "npmjs.org/thing\n"},
            {".ci/run": "deb http://deb." "debian.org/debian trixie main\n"},
            {"cmake/fetch.cmake": 'URL "https://github.' 'com/ocornut/imgui/archive/v1.tar.gz"\n'},
            {"web-shell/index.html": '<script src="https://cdn.' 'example.org/x.js">\n'},
        ],
        kept=[{"README.md": "Debian 13 packages come from your own mirror. See https://github." "com/ocornut/imgui.\n"}],
    ),
    pattern_rule(
        "no path of one machine is written down", MACHINE_PATHS, "say it from the checkout, or ask the environment", everywhere,
        broken=[
            {"dev": "cd /wo" "rk/main\n"},
            {"tests/web/run.mjs": "const home = '/ho" "me/ada/kitbag';\n"},
            {"CMakeLists.txt": "set(CACHE /ro" "ot/.cache)\n"},
        ],
        kept=[{"dev": "cd $HOME/work/thing; ls /usr/share/fonts\n"}, {"README.md": "~/.cache/kitbag holds the root.\n"}],
    ),
    Rule(
        "no third-party source is committed",
        faults_of_third_party,
        broken=[
            {"app/imgui_draw.cpp": "int a;\n"},
            {"core/storage/sqlite3.c": "int a;\n"},
            {"node_modules/thing/index.js": "a();\n"},
            {"core/base/sha.cpp": "// Copyright " "(c) 2011 Somebody Else\n"},
        ],
        kept=[{"core/storage/sqlite_file.cpp": "#include <sqlite3.h>\n"}],
    ),
    Rule(
        "lock files pin checksums and name no address",
        faults_of_locks,
        broken=[
            lock_with({"version": "1.0.0", "integrity": "sha512-x", "resolved": "https://example.org/thing.tgz"}),
            lock_with({"version": "1.0.0"}),
        ],
        kept=[lock_with({"version": "1.0.0", "integrity": "sha512-x"})],
    ),
    pattern_rule(
        "types are named by what they are", VAGUE_NAMES, "name it by what it is or does", lambda path: path.endswith(CPP),
        broken=[{"sync/sync.h": "class SyncManager {\n"}, {"app/a.h": "struct TextUtils {\n"}],
        kept=[{"sync/client/pusher.h": "class Pusher {\n"}],
    ),
    pattern_rule(
        "the core, sync and the app share no ownership and throw nothing", GLOBAL_STATE, "see the house rules", in_our_cpp,
        broken=[{"app/a.cpp": "std::shared_ptr<App> app;\n"}, {"sync/m.cpp": "throw std::runtime_error(text);\n"}],
        kept=[{"core/base/id.cpp": "// We never throw here.\n"}, {"tests/core/a.cpp": "throw Stop{};\n"}],
    ),
]
