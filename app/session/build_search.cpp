#include "app/session/build_search.h"

#include <algorithm>

#include "app/session/build_schools.h"
#include "app/session/visit_reading.h"
#include "app/text/evidence_phrases.h"
#include "app/text/phrases.h"
#include "app/text/words.h"
#include "core/storage/note_search.h"

namespace kitbag {
namespace {

constexpr int pages_max = 20;

std::string aspect_title(OpenStore& store, const FoundNote& note) {
    if (note.aspect.empty()) return "";
    const Framework* framework = store.framework(note.framework, note.framework_version);
    const Aspect* aspect = framework ? find_aspect(*framework, note.aspect) : nullptr;
    return aspect ? aspect->title : note.aspect;
}

std::string detail(OpenStore& store, const FoundNote& note) {
    const VisitTemplate* kind = find_template(store.templates(note.templates_version), note.visit_kind);
    std::string text = note.date ? to_long(*note.date) : std::string(words::common::unknown_date);
    text.append(words::common::separator);
    text +=
        phrases::visit_with_adviser(kind ? kind->title : words::school::keeping_in_touch, adviser_name(store, note.by));
    const std::string aspect = aspect_title(store, note);
    return aspect.empty() ? text : text.append(words::common::separator).append(aspect);
}

FoundNoteRow found_row(OpenStore& store, FoundNote note) {
    FoundNoteRow row;
    row.note = note.note;
    row.visit = note.visit;
    row.urn = note.urn;
    const auto school = store.schools().school(note.urn);
    row.school = school && *school ? (*school)->name : note.urn;
    row.detail = detail(store, note);
    Visit visit;
    visit.status = note.status;
    visit.adviser = note.adviser;
    row.can_write = can_write(store, visit);
    row.excerpt = std::move(note.excerpt);
    row.found = std::move(note.found);
    return row;
}

}  // namespace

SearchModel build_search(OpenStore& store, std::string_view text, int pages) {
    SearchModel model;
    model.text = text;
    model.searched = !match_expression(text).empty();
    if (!model.searched) return model;
    const auto count = static_cast<std::size_t>(found_notes_page * std::clamp(pages, 1, pages_max));
    auto found = NoteSearch(store.database()).find(text, count);
    if (!found) {
        model.trouble = found.error().sentence;
        return model;
    }
    for (FoundNote& note : found->notes) model.rows.push_back(found_row(store, std::move(note)));
    model.more = model.rows.size() < found->all && pages < pages_max;
    model.count_line = phrases::notes_found(model.rows.size(), found->all);
    return model;
}

}  // namespace kitbag
