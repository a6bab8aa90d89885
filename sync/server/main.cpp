// kitbag_server: the county's end of Kitbag. docs/server.md says how it is run.

#include <cstdio>
#include <span>

#include <sys/stat.h>

#include "sync/server/command_line.h"
#include "sync/server/commands.h"
#include "sync/server/system_seams.h"

namespace {

kitbag::Result<void> perform(const kitbag::CommandLine& line) {
    const kitbag::SystemClock clock;
    kitbag::SystemRandom random;
    if (line.command == "serve") return kitbag::run_serve(line, clock, random);
    if (line.command == "enrolment-code") return kitbag::run_enrolment_code(line, clock, random);
    if (line.command == "import-register") return kitbag::run_import_register(line);
    if (line.command == "import-early-years") return kitbag::run_import_early_years(line);
    if (line.command == "import-centres") return kitbag::run_import_centres(line);
    if (line.command == "import-inspections") return kitbag::run_import_inspections(line);
    if (line.command == "import-frameworks") return kitbag::run_import_frameworks(line);
    if (line.command == "import-half-terms") return kitbag::run_import_half_terms(line);
    if (line.command == "import-alliances") return kitbag::run_import_alliances(line);
    if (line.command == "import-visit-templates") return kitbag::run_import_visit_templates(line);
    if (line.command == "import-outcomes") return kitbag::run_import_outcomes(line, clock);
    if (line.command == "recovery-key") return kitbag::run_recovery_key(line, random);
    if (line.command == "recover") return kitbag::run_recover(line, random);
    if (line.command == "take") return kitbag::run_take(line, clock, random);
    if (line.command == "settings") return kitbag::run_settings(line);
    if (line.command == "scope") return kitbag::run_scope(line);
    if (line.command == "sign-in") return kitbag::run_sign_in(line);
    if (line.command == "sign-in-map") return kitbag::run_sign_in_map(line);
    if (line.command == "devices") return kitbag::run_devices(line);
    if (line.command == "revoke") return kitbag::run_revoke(line, clock);
    if (line.command == "left-behind") return kitbag::run_left_behind(line);
    if (line.command == "audit") return kitbag::run_audit(line);
    if (line.command == "backup") return kitbag::run_backup(line, clock, random);
    if (line.command == "restore") return kitbag::run_restore(line);
    if (line.command == "export") return kitbag::run_export(line, clock, random);
    std::fputs(kitbag::help_text().c_str(), stdout);
    return {};
}

}  // namespace

int main(int count, char** words) {
    umask(077);  // The county's records are for the server's own user.
    const kitbag::Result<kitbag::CommandLine> line =
        kitbag::read_command_line(std::span<const char* const>(words, static_cast<std::size_t>(count)).subspan(1));
    if (!line) {
        std::fprintf(stderr, "%s\n", line.error().sentence.c_str());
        return 2;
    }
    const kitbag::Result<void> done = perform(*line);
    if (!done) std::fprintf(stderr, "%s\n", done.error().sentence.c_str());
    return done ? 0 : 1;
}
