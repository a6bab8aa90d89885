#include "core/storage/visit_templates_store.h"

#include "core/storage/read_rows.h"

namespace kitbag {

Result<void> VisitTemplatesStore::put(const StoredTemplates& templates) {
    // Removed first, because whatever was put last is in use.
    return database_.run("DELETE FROM visit_templates WHERE version = ?", templates.version).and_then([&] {
        return database_.run("INSERT INTO visit_templates (version, pack) VALUES (?, ?)", templates.version,
                             templates.text);
    });
}

Result<std::vector<StoredTemplates>> VisitTemplatesStore::all() const {
    return read_all(database_.query("SELECT version, pack FROM visit_templates ORDER BY position"),
                    [](const Statement& row) { return StoredTemplates{row.text(0), row.text(1)}; });
}

}  // namespace kitbag
