#include "sync/server/register_report.h"

#include <string_view>

#include "sync/server/printing.h"

namespace kitbag {
namespace {

std::string or_none(const std::string& trust) {
    return trust.empty() ? "none" : trust;
}

std::string line_of(const RegisterChange& one) {
    const std::string school = one.urn + " " + one.name;
    switch (one.kind) {
        case RegisterChangeKind::opened:
            return "opened      " + school;
        case RegisterChangeKind::gone:
            return "gone        " + school;
        case RegisterChangeKind::converted:
            return "converted   " + school + ", until now " + one.before;
        case RegisterChangeKind::renamed:
            return "renamed     " + school + ", until now " + one.before;
        case RegisterChangeKind::moved_trust:
            return "trust       " + school + ": " + or_none(one.after) + ", until now " + or_none(one.before);
        case RegisterChangeKind::other_facts:
            break;
    }
    return "";
}

}  // namespace

std::string register_report(std::span<const RegisterChange> changes) {
    std::string report;
    int other_facts = 0;
    for (const RegisterChange& one : changes) {
        if (const std::string line = line_of(one); !line.empty()) {
            report += on_one_line(line) + "\n";
        } else {
            ++other_facts;
        }
    }
    if (other_facts > 0)
        report += "other facts of " + std::to_string(other_facts) + (other_facts == 1 ? " school\n" : " schools\n");
    return report;
}

}  // namespace kitbag
