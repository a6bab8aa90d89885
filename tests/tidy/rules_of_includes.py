"""Who may include whom: the arrows of ARCHITECTURE.md, and the libraries that stay in one folder."""

import re

from checkout import CPP, Files, Rule

# A layer may include itself and the layers named here. A folder that is not on the map is a fault: give it a place.
LAYERS = {
    "core/base": set(),
    "core/schools": {"core/base"},
    "core/outcomes": {"core/base", "core/schools"},
    "core/criteria": {"core/base"},
    "core/categorisation": {"core/base", "core/schools", "core/criteria"},
    "core/visits": {"core/base", "core/schools", "core/criteria", "core/categorisation"},
    "core/storage": {"core/base", "core/schools", "core/outcomes", "core/criteria", "core/categorisation", "core/visits"},
}
CORE = set(LAYERS)
LAYERS["sync"] = CORE
LAYERS["sync/server"] = CORE | {"sync"}
LAYERS["app"] = CORE | {"sync"}

# The only places that may include a library. Tests use what they test, and nothing of these.
LIBRARIES = {
    r"sqlite3[a-z0-9_]*\.h": ("core/storage/", "sync/server/"),
    r"(backends/)?imgui[a-z0-9_]*\.h": ("app/", "tests/app/"),
    r"emscripten(/[a-z0-9_]+)?\.h": ("app/platform/", "app/main_web.cpp"),
    r"boost/.*": ("sync/server/",),
    r"(curl|cjose)/.*": ("sync/server/", "tests/sync/server/forged_provider.cpp"),
    r"libpq-fe\.h": ("sync/server/postgresql/", "tests/support/postgresql_server.cpp"),
    r"zlib\.h": ("sync/server/gzip.cpp", "tests/support/gzipped.cpp"),
    r"(sodium|openssl/.*)(\.h)?": ("sync/", "core/storage/", "core/base/", "tests/core/storage/", "tests/sync/server/tls_client.cpp"),
}

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(["<])([^">]+)[">]', re.MULTILINE)


def layer_of(path: str) -> str | None:
    """The longest layer that holds the path; None outside core, sync and app, or in a folder not on the map."""
    holding = [layer for layer in LAYERS if path.startswith(layer + "/")]
    return max(holding, key=len, default=None)


def includes(files: Files):
    for path, text in files.items():
        if path.endswith(CPP):
            for match in INCLUDE.finditer(text):
                yield path, match[1], match[2]


def faults_of_arrows(files: Files) -> list[str]:
    faults = []
    for path, _, target in includes(files):
        if path.startswith(("tests/", "cmake/")):
            continue
        here, there = layer_of(path), layer_of(target)
        if target.startswith("tests/"):
            faults.append(f"{path} includes {target}: nothing depends on tests")
        elif here is None:
            faults.append(f"{path} is in a folder that the map does not show")
        elif there is not None and there != here and there not in LAYERS[here]:
            faults.append(f"{path} includes {target}: {here} may not know {there}")
    return sorted(set(faults))


def faults_of_libraries(files: Files) -> list[str]:
    faults = []
    for path, _, target in includes(files):
        for pattern, homes in LIBRARIES.items():
            if re.fullmatch(pattern, target) and not path.startswith(homes):
                faults.append(f"{path} includes {target}: only {', '.join(homes)} may")
    return faults


def faults_of_spelling(files: Files) -> list[str]:
    """`embedded/` is where the build puts the texts that it turns into headers."""
    return [
        f"{path} includes \"{target}\": our headers are named from the top of the checkout"
        for path, quote, target in includes(files)
        if quote == '"' and not re.match(r"(core|sync|app|tests|embedded)/", target) and not is_fetched(target)
    ]


def is_fetched(target: str) -> bool:
    return any(re.fullmatch(pattern, target) for pattern in LIBRARIES) or target.startswith("doctest/")


RULES = [
    Rule(
        "includes follow the arrows of the map",
        faults_of_arrows,
        broken=[
            {"core/base/time.cpp": '#include "core/schools/school.h"\n'},
            {"core/criteria/pack.h": '#include "core/schools/school.h"\n'},
            {"core/visits/visit.h": '#  include "core/storage/store.h"\n'},
            {"sync/merge.cpp": '#include "app/commands.h"\n'},
            {"sync/client/engine.cpp": '#include "sync/server/accounts.h"\n'},
            {"app/app.cpp": '#include "sync/server/accounts.h"\n'},
            {"core/visits/visit.cpp": '#include "tests/support/wendshire.h"\n'},
            {"core/cupboard/odd.cpp": "#include <string>\n"},
        ],
        kept=[
            {"app/app.cpp": '#include "sync/client/engine.h"\n#include "core/base/time.h"\n'},
            {"sync/server/push.cpp": '#include "sync/merge.h"\n#include "core/storage/store.h"\n'},
            {"tests/core/visit_test.cpp": '#include "tests/support/wendshire.h"\n'},
        ],
    ),
    Rule(
        "each library is included only in its own folder",
        faults_of_libraries,
        broken=[
            {"app/session/session.cpp": "#include <sqlite3.h>\n"},
            {"sync/merge.cpp": '#include "sqlite3mc.h"\n'},
            {"core/storage/store.cpp": '#include "imgui.h"\n'},
            {"sync/server/serve.cpp": "#include <imgui_internal.h>\n"},
            {"core/storage/file.cpp": "#include <emscripten/em_js.h>\n"},
            {"app/screens/visit_screen.cpp": "#include <emscripten.h>\n"},
            {"sync/client/engine.cpp": "#include <boost/beast.hpp>\n"},
            {"sync/server/audit.cpp": "#include <libpq-fe.h>\n"},
            {"sync/client/engine.cpp": "#include <curl/curl.h>\n"},
        ],
        kept=[
            {"core/storage/store.cpp": "#include <sqlite3.h>\n"},
            {"app/platform/canvas.cpp": "#include <emscripten/html5.h>\n"},
            {"sync/server/serve.cpp": "#include <boost/beast.hpp>\n"},
        ],
    ),
    Rule(
        "our own headers are included by their path from the top",
        faults_of_spelling,
        broken=[{"core/visits/visit.cpp": '#include "visit.h"\n'}, {"app/app.cpp": '#include "../sync/merge.h"\n'}],
        kept=[{"app/app.cpp": '#include "app/app.h"\n#include "imgui.h"\n'}],
    ),
]
