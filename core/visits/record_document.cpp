#include "core/visits/record_document.h"

#include <algorithm>

#include "core/base/hash.h"
#include "core/base/json.h"
#include "core/base/words.h"

namespace kitbag {
namespace {

constexpr Words<8> kind_words = {"fact", "question", "aspect", "note", "strength", "development", "action", "photo"};

const std::string& stored(const std::string& shown, const std::string& plain) {
    return plain.empty() ? shown : plain;
}

bool says_anything(const RecordPart& part) {
    return part.choice.has_value() || !part.text.empty() || !part.plain.empty() ||
           std::ranges::any_of(part.details, [](const RecordDetail& detail) { return !detail.value.empty(); });
}

Json signed_part(const RecordPart& part) {
    Json json = {{"kind", to_word(part.kind)}, {"text", stored(part.text, part.plain)}};
    if (part.choice) json["choice"] = to_word(*part.choice);
    if (!part.under.empty()) json["under"] = part.under;
    for (const RecordDetail& detail : part.details) {
        if (!detail.later && !detail.value.empty()) json["details"][detail.name] = stored(detail.value, detail.plain);
    }
    return json;
}

}  // namespace

std::string_view to_word(PartKind kind) {
    return word_of(kind_words, kind);
}

const RecordPart* find_part(const RecordDocument& document, std::string_view id) {
    for (const RecordSection& section : document.sections) {
        const auto found = std::ranges::find(section.parts, id, &RecordPart::id);
        if (found != section.parts.end()) return &*found;
    }
    return nullptr;
}

bool has_something_to_read(const RecordDocument& document, const RecordPart& part) {
    if (part.kind != PartKind::aspect || part.choice || !part.also_written.empty()) return true;
    const bool below = std::ranges::any_of(document.sections, [&](const RecordSection& section) {
        return std::ranges::contains(section.parts, part.id, &RecordPart::under);
    });
    return below || !disputes_of(document, part.id).empty() || !amendments_of(document, part.id).empty();
}

std::vector<const RecordAmendment*> amendments_of(const RecordDocument& document, std::string_view part) {
    std::vector<const RecordAmendment*> found;
    for (const RecordAmendment& one : document.amendments) {
        if (one.amendment.part == part && one.refusal.empty()) found.push_back(&one);
    }
    return found;
}

std::vector<SaidNotRight> disputes_of(const RecordDocument& document, std::string_view part) {
    std::vector<SaidNotRight> found;
    for (const RecordAnswer& one : document.answers) {
        if (!one.refusal.empty()) continue;
        for (const Dispute& dispute : one.answer.disputes) {
            const bool here =
                part == whole_record ? find_part(document, dispute.part) == nullptr : dispute.part == part;
            if (here) found.push_back({&one, &dispute});
        }
    }
    return found;
}

bool head_has_answered(const RecordDocument& document) {
    return std::ranges::any_of(document.answers, [](const RecordAnswer& one) { return one.refusal.empty(); });
}

std::string record_digest(const RecordDocument& document) {
    Json parts = Json::object();
    for (const RecordSection& section : document.sections) {
        for (const RecordPart& part : section.parts) {
            if (part.signed_over && says_anything(part)) parts[part.id] = signed_part(part);
        }
    }
    const Json json = {{"format", visit_record_format},
                       {"visit", document.visit},
                       {"urn", document.urn},
                       {"kind", document.kind},
                       {"templates_version", document.templates_version},
                       {"date", document.date},
                       {"time", document.time},
                       {"adviser", document.adviser},
                       {"framework", document.framework},
                       {"framework_version", document.framework_version},
                       {"variant", document.variant},
                       {"parts", std::move(parts)}};
    return content_hash(to_text(json));
}

}  // namespace kitbag
