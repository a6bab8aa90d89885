#include "app/session/visit_writer.h"

#include "app/text/phrases.h"

namespace kitbag {
namespace {

Result<void> write(OpenStore& store, std::string_view entity, std::string_view id, const FieldValues& values) {
    const auto change = store.log().write(entity, id, values);
    if (!change) return std::unexpected(change.error());
    return {};
}

}  // namespace

Result<Id> start_visit(OpenStore& store, const Clock& clock, Random& random, const School& school,
                       const Framework& framework, std::string_view variant) {
    const Instant now = clock.now();
    const Id id = new_id(now, random);
    const auto written = write(store, "visit", id,
                               {{"urn", school.urn},
                                {"kind", std::string(to_word(VisitKind::keeping_in_touch))},
                                {"date", to_iso(date_of(phrases::wall_clock(now)))},
                                {"framework", framework.id},
                                {"framework_version", framework.version},
                                {"variant", std::string(variant)},
                                {"status", std::string(to_word(VisitStatus::under_way))},
                                {"adviser", store.enrolment().adviser.id}});
    if (!written) return std::unexpected(written.error());
    return id;
}

Result<void> choose(OpenStore& store, std::string_view visit, std::string_view aspect, std::string_view choice) {
    return write(store, "judgement", judgement_id(visit, aspect),
                 {{"visit", std::string(visit)}, {"aspect", std::string(aspect)}, {"choice", std::string(choice)}});
}

Result<void> complete_visit(OpenStore& store, std::string_view visit) {
    return write(store, "visit", visit, {{"status", std::string(to_word(VisitStatus::completed))}});
}

}  // namespace kitbag
