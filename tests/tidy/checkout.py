"""What a rule is, and the files it looks at: a plain mapping from path to text, so that an example is one line long."""

import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable

Files = dict[str, str]

CPP = (".h", ".cpp")
SCRIPTS = (".mjs", ".js")
SOURCES = CPP + SCRIPTS + (".css", ".html", ".sh", ".py", ".sql", ".cmake")


@dataclass(frozen=True)
class Rule:
    sentence: str
    find_faults: Callable[[Files], list[str]]
    broken: list[Files] = field(default_factory=list)
    kept: list[Files] = field(default_factory=list)


def read_checkout(top: Path) -> Files:
    """Every file that is committed or is about to be: what .gitignore names is nobody's concern."""
    listed = subprocess.run(
        ["git", "-c", f"safe.directory={top}", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=top, capture_output=True, check=True,
    ).stdout.decode()
    files = {}
    for path in filter(None, listed.split("\0")):
        if (top / path).is_file():
            files[path] = (top / path).read_bytes().decode("utf-8", errors="replace")
    return files


def is_source(path: str) -> bool:
    return path.endswith(SOURCES) or path == "dev"


def line_of(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1
