#pragma once
// What each command of the program does. A Fault is told to the person at the terminal.

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "sync/server/command_line.h"

namespace kitbag {

// Serves until the process is asked to stop. Call it before any thread is started.
Result<void> run_serve(const CommandLine& line, const Clock& clock, Random& random);

// These work while the server runs on the same folder.
Result<void> run_enrolment_code(const CommandLine& line, const Clock& clock, Random& random);
Result<void> run_import_register(const CommandLine& line);
Result<void> run_import_early_years(const CommandLine& line);
Result<void> run_import_centres(const CommandLine& line);
Result<void> run_import_inspections(const CommandLine& line);
Result<void> run_import_frameworks(const CommandLine& line);
Result<void> run_import_half_terms(const CommandLine& line);
Result<void> run_import_alliances(const CommandLine& line);
Result<void> run_import_visit_templates(const CommandLine& line);
Result<void> run_import_outcomes(const CommandLine& line, const Clock& clock);
Result<void> run_recovery_key(const CommandLine& line, Random& random);
// Needs no data folder: the key file and the request are enough.
Result<void> run_recover(const CommandLine& line, Random& random);
// Files out of tablets that have no connection (sync/bundle/office_bundle.h).
Result<void> run_take(const CommandLine& line, const Clock& clock, Random& random);
Result<void> run_settings(const CommandLine& line);
Result<void> run_scope(const CommandLine& line);
Result<void> run_audit(const CommandLine& line);
Result<void> run_backup(const CommandLine& line, const Clock& clock, Random& random);
Result<void> run_devices(const CommandLine& line);
Result<void> run_revoke(const CommandLine& line, const Clock& clock);
Result<void> run_left_behind(const CommandLine& line);
// Signing in with the county's own accounts; asks the provider what it says of itself.
Result<void> run_sign_in(const CommandLine& line);
Result<void> run_sign_in_map(const CommandLine& line);
// Not while a server runs on the folder: it refuses one that holds a county.
Result<void> run_restore(const CommandLine& line);
Result<void> run_export(const CommandLine& line, const Clock& clock, Random& random);

}  // namespace kitbag
