"""That the site's security policy and what it allows say the same."""

import base64
import hashlib
import re

from checkout import Files, Rule

STYLE_OF = "core/visits/record_html.cpp"
POLICY_OF = "sync/server/security_headers.h"

STYLE = re.compile(r'R"css\((.*?)\)css"', re.DOTALL)


def source_of(style: str) -> str:
    digest = hashlib.sha256(style.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def faults_of_record_style(files: Files) -> list[str]:
    """A printed record is a frame that inherits the policy of the page, so its one style sheet is allowed there by its hash."""
    if STYLE_OF not in files or POLICY_OF not in files:
        return []
    style = STYLE.search(files[STYLE_OF])
    if style is None:
        return [f"{STYLE_OF} has no style sheet"]
    policy = re.sub(r'"\s*\n\s*"', "", files[POLICY_OF])
    wanted = f"style-src 'self' {source_of(style[1])};"
    return [] if wanted in policy else [f"{POLICY_OF} must say: {wanted}"]


KEPT = source_of("p {}")

RULES = [
    Rule(
        "the policy allows the style sheet of printed records by its hash, and no other",
        faults_of_record_style,
        broken=[
            {STYLE_OF: 'R"css(p { })css"', POLICY_OF: f"\"style-src 'self' {KEPT};\""},
            {STYLE_OF: 'R"css(p {})css"', POLICY_OF: f"\"style-src 'self' 'unsafe-inline' {KEPT};\""},
        ],
        kept=[{STYLE_OF: 'R"css(p {})css"', POLICY_OF: f"\"style-src 'self' \"\n    \"{KEPT};\""}],
    ),
]
