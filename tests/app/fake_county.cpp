#include "tests/app/fake_county.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include <doctest/doctest.h>

#include "core/criteria/framework_json.h"
#include "core/visits/visit_template.h"
#include "sync/protocol/picture_messages.h"

namespace kitbag {
namespace {

constexpr const char* receipt_time = "2026-11-23T14:02:05.123Z";

std::string text_of_file(const std::string& name) {
    std::ifstream file(name, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

School school(std::string urn, std::string name, SchoolKind kind, std::string district) {
    School made;
    made.urn = std::move(urn);
    made.name = std::move(name);
    made.kind = kind;
    made.governance = Governance::maintained;
    made.type_name = "Community school";
    made.district = std::move(district);
    return made;
}

WebAnswer json(int status, std::string body) {
    return {status, "application/json", std::move(body)};
}

WebAnswer refusal(int status, std::string code, std::string sentence) {
    return json(status, write_error_reply({std::move(code), std::move(sentence)}));
}

}  // namespace

FakeCounty::FakeCounty() {
    reference_.version = "reference";
    reference_.schools = {
        school("900001", "Bramble Hill Primary School", SchoolKind::primary, "North Wendshire"),
        school("900002", "Overwend Secondary School", SchoolKind::secondary, "South Wendshire"),
        school("900003", "The Long Meadow School", SchoolKind::all_through, "South Wendshire"),
    };
    for (const char* const id : {"eyfs-in-primary-schools-2014", "school-categorisation-2014"}) {
        std::string pack = text_of_file("data/frameworks/" + std::string(id) + ".json");
        REQUIRE_FALSE(pack.empty());
        reference_.frameworks.push_back({id, "1", std::move(pack)});
    }
    reference_.half_terms = text_of_file("data/half_terms/england.json");
    add_templates(text_of_file("data/visit_templates/2014.json"));
}

void FakeCounty::add_framework(const Framework& framework) {
    reference_.frameworks.push_back({framework.id, framework.version, to_text(to_json(framework))});
    reference_.version += "-more";
}

void FakeCounty::retire_framework(std::string_view id, std::string_view version) {
    const auto is_it = [&](const auto& pack) { return pack.id == id && pack.version == version; };
    REQUIRE(std::erase_if(reference_.frameworks, is_it) == 1);
    reference_.version += "-less";
}

void FakeCounty::add_templates(std::string text) {
    const auto read = read_visit_templates(text);
    REQUIRE_MESSAGE(read.has_value(), (read ? "" : read.error().sentence));
    reference_.visit_templates.push_back({read->version, std::move(text)});
    reference_.version += "-more";
}

void FakeCounty::add_school(School school) {
    reference_.schools.push_back(std::move(school));
    reference_.version += "-more";
}

void FakeCounty::add_school(std::string urn, std::string called, SchoolKind kind, Governance governance) {
    reference_.schools.push_back(school(std::move(urn), std::move(called), kind, "North Wendshire"));
    reference_.schools.back().governance = governance;
    reference_.version += "-more";
}

void FakeCounty::set_governance(std::string_view urn, Governance governance) {
    const auto found = std::ranges::find(reference_.schools, urn, &School::urn);
    REQUIRE(found != reference_.schools.end());
    found->governance = governance;
    reference_.version += "-more";
}

void FakeCounty::convert(std::string_view urn, std::string becomes) {
    const auto found = std::ranges::find(reference_.schools, urn, &School::urn);
    REQUIRE(found != reference_.schools.end());
    found->formerly.insert(found->formerly.begin(), std::exchange(found->urn, std::move(becomes)));
    reference_.version += "-more";
}

void FakeCounty::add_outcomes(const OutcomePart& part) {
    std::erase_if(outcomes_, [&](const OutcomePartReply& had) { return place_of(had.part) == place_of(part); });
    outcomes_.push_back({version_of(part), part});
    std::vector<OutcomePartMark> marks;
    for (const OutcomePartReply& each : outcomes_) marks.push_back({place_of(each.part), each.version});
    reference_.outcomes = outcomes_version("measures", marks);
}

void FakeCounty::set_recovery_key(std::string public_half) {
    reference_.settings.recovery_key = std::move(public_half);
    reference_.version += "-sealed";
}

void FakeCounty::set_inspections(std::string_view urn, std::vector<Inspection> inspections) {
    const auto found = std::ranges::find(reference_.schools, urn, &School::urn);
    REQUIRE(found != reference_.schools.end());
    found->inspections = std::move(inspections);
    reference_.version += "-inspected";
}

void FakeCounty::set_inspection_rule(std::string rule) {
    reference_.settings.inspection_rule = std::move(rule);
    reference_.version += "-rule";
}

void FakeCounty::set_alliances(std::string text) {
    reference_.settings.alliances = std::move(text);
    reference_.version += "-allied";
}

void FakeCounty::set_lock_times(int after_minutes, int hidden_after_minutes) {
    reference_.settings.lock_after_minutes = after_minutes;
    reference_.settings.lock_hidden_after_minutes = hidden_after_minutes;
    reference_.version += "-locks";
}

WebAnswer FakeCounty::answer(const WebRequest& request) {
    if (!online) return {};
    if (captive_portal) return {200, "text/html", "<html>Welcome to the guest network</html>"};
    if (request.path == "/api/enrol") return enrol(request.body);
    if (shut_out) return refusal(401, "unknown_device", "The county does not know this tablet.");
    if (request.path == "/api/wiped") return erasure_done();
    const bool may_leave = request.path.starts_with("/api/push") || (request.path.starts_with("/api/picture") &&
                                                                     !request.path.starts_with("/api/picture/bytes"));
    if (erase_wanted && !may_leave)
        return refusal(403, "wipe_wanted", "The county has asked for this tablet to be wiped.");
    if (request.path.starts_with("/api/push")) return push(request.body);
    if (request.path.starts_with("/api/pull")) return pull(request.path);
    if (takes_pictures && request.path.starts_with("/api/picture")) return picture(request);
    if (request.path.starts_with("/api/reference")) {
        ReferenceReply reply = reference_;
        if (request.path.ends_with("known=" + reference_.version)) reply = {reference_.version, true, {}, {}};
        reply.outcomes = reference_.outcomes;
        return json(200, write_reference_reply(reply));
    }
    if (request.path.starts_with("/api/outcomes")) return outcomes(request.path);
    return refusal(404, "not_found", "There is nothing here.");
}

WebAnswer FakeCounty::outcomes(const std::string& path) const {
    OutcomeListReply list{reference_.outcomes, text_of_file("data/outcome_measures/measures.json"), {}};
    for (const OutcomePartReply& each : outcomes_) {
        list.parts.push_back({place_of(each.part), each.version});
        if (!path.ends_with("part=" + to_word(place_of(each.part)))) continue;
        ++outcome_parts_given;
        return json(200, write_outcome_part_reply(each));
    }
    return json(200, write_outcome_list_reply(list));
}

WebAnswer FakeCounty::enrol(const std::string& body) {
    const auto request = read_enrol_request(body);
    REQUIRE(request.has_value());
    if (request->code != code)
        return refusal(403, "wrong_code", "This enrolment code is not known. Check it and try again.");
    const auto& before = request->before;
    if (before && (before->adviser != people_.front().id || request->name != people_.front().name || role != "adviser"))
        return refusal(403, "other_adviser", "What was written on this tablet is another person’s.");
    code.clear();
    shut_out = false;
    const std::string number = std::to_string(people_.size() + 1);
    EnrolReply reply;
    reply.enrolment.device = "000000000000000" + number;
    reply.enrolment.token = std::string(42, 'T') + number;
    reply.enrolment.adviser = {"0192f3c4-a1b2-7c3d-8e4f-00000000000" + number, request->name, role};
    if (before) reply.enrolment.adviser.id = before->adviser;
    people_.push_back({reply.enrolment.adviser.id, request->name});
    if (before) earlier = *before;
    reply.enrolment.county = name;
    reply.now = receipt_time;
    reply.recovery_key = reference_.settings.recovery_key;
    if (offline_after_enrolment) online = false;
    return json(200, write_enrol_reply(reply));
}

// From then on it knows that tablet no more.
WebAnswer FakeCounty::erasure_done() {
    if (!hears_of_erasure) return {};
    if (!erase_wanted) return refusal(409, "wipe_not_wanted", "Nobody asked for that.");
    ++erased;
    return json(200, R"({"wiped":true})");
}

WebAnswer FakeCounty::push(const std::string& body) {
    ++pushes;
    const auto received = read_push_request(body);
    REQUIRE(received.has_value());
    PushReply reply;
    for (const ReceivedChange& one : *received) {
        REQUIRE(one.change.has_value());
        Outcome outcome;
        outcome.change = one.id;
        const bool had = receipts_.contains(one.id);
        if (!had && one.change->entity == refused_entity) {
            outcome.answer = Answer::refused;
            if (erase_wanted) left_behind.push_back(*one.change);
            outcome.reason = {"bad_field", "The county cannot take this note: it names a person."};
        } else {
            if (!had) {
                log.push_back(*one.change);
                receipts_[one.id] = {receipt_number(static_cast<std::int64_t>(log.size()), one.id), receipt_time};
            }
            outcome.answer = had ? Answer::already_had : Answer::accepted;
            outcome.receipt = receipts_[one.id];
        }
        reply.outcomes.push_back(std::move(outcome));
    }
    return json(200, write_push_reply(reply));
}

WebAnswer FakeCounty::picture(const WebRequest& request) {
    const std::string content = request.path.substr(request.path.find("content=") + 8, 64);
    const auto number_of = [&](const std::string& member) {
        return static_cast<std::size_t>(std::atoll(request.path.c_str() + request.path.find(member) + member.size()));
    };
    std::string& bytes = pictures[content];
    if (request.path.starts_with("/api/picture/bytes"))
        return {200, "application/octet-stream", bytes.substr(number_of("from="), number_of("most="))};
    if (request.path.starts_with("/api/picture/send")) {
        if (pieces_until_cut == 0) online = false;
        if (pieces_until_cut-- == 0) return {};
        sizes[content] = number_of("size=");
        if (number_of("from=") == bytes.size()) bytes += request.body;
    }
    PictureReply reply{content, static_cast<std::int64_t>(sizes[content]), static_cast<std::int64_t>(bytes.size())};
    if (!bytes.empty() && bytes.size() == sizes[content])
        reply.receipt = {picture_receipt_number(1, content), receipt_time};
    return json(200, write_picture_reply(reply));
}

// Of the school that it is about, where the change itself or its visit says so.
std::string FakeCounty::urn_of(const Change& change) const {
    const auto said = [](const Change& one, const char* field) {
        const auto found = one.fields.find(field);
        return found == one.fields.end() ? std::string() : found->second.value.get<std::string>();
    };
    if (std::string urn = said(change, "urn"); !urn.empty()) return urn;
    for (const Change& other : log) {
        const bool is_visit = other.entity_id == change.entity_id || other.entity_id == said(change, "visit");
        if (is_visit && !said(other, "urn").empty()) return said(other, "urn");
    }
    return change.entity_id;
}

WebAnswer FakeCounty::pull(const std::string& path) const {
    const std::size_t at = path.find("after=");
    REQUIRE(at != std::string::npos);
    const auto after = static_cast<std::size_t>(std::atoll(path.c_str() + at + 6));
    const std::size_t limit_at = path.find("limit=");
    REQUIRE(limit_at != std::string::npos);
    const auto limit = static_cast<std::size_t>(std::atoll(path.c_str() + limit_at + 6));
    const std::size_t scope_at = path.find("scope=");
    REQUIRE(scope_at != std::string::npos);
    const std::string had = path.substr(scope_at + 6, path.find('&', scope_at) - scope_at - 6);
    const bool other = had != (scope.id.empty() ? scope_of_all : scope.id);
    const std::size_t first = other ? 0 : std::min(after, log.size());
    const std::size_t end = std::min(log.size(), first + limit);
    ChangePage page;
    for (std::size_t i = first; i < end; ++i) {
        if (scope.id.empty() || std::ranges::contains(scope.places, urn_of(log[i])))
            page.changes.push_back({log[i], {}});
    }
    if (other) page.scope = scope;
    page.people = people_;
    page.cursor = static_cast<std::int64_t>(end);
    page.more = end < log.size();
    page.now = now;
    return json(200, write_pull_reply(page));
}

}  // namespace kitbag
