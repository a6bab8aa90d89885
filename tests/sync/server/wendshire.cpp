#include "tests/sync/server/wendshire.h"

#include "core/base/id.h"
#include "sync/server/system_seams.h"

namespace kitbag::test {
namespace {

Json result_at(const HttpAnswer& answer, std::size_t index) {
    const Json body = answer.json();
    if (!body.contains("results") || body["results"].size() <= index) return Json::object();
    return body["results"][index];
}

// As a tablet does, nothing is sent for a field that is empty.
Fields with(Fields fields, const Fields& but) {
    for (const auto& [name, value] : but) fields[name] = value;
    std::erase_if(fields, [](const auto& field) { return field.second.empty(); });
    return fields;
}

}  // namespace

std::string wendshire_register() {
    return "URN,LA (code),EstablishmentNumber,EstablishmentName,TypeOfEstablishment (code),TypeOfEstablishment (name),"
           "EstablishmentTypeGroup (code),EstablishmentStatus (code),EstablishmentStatus (name),OpenDate,CloseDate,"
           "PhaseOfEducation (code),"
           "PhaseOfEducation (name),StatutoryLowAge,StatutoryHighAge,OfficialSixthForm (code),ReligiousCharacter "
           "(name),"
           "Diocese (name),NumberOfPupils,Trusts (name),Town,Postcode,DistrictAdministrative (name),"
           "ParliamentaryConstituency (name)\r\n"
           "900001,999,2001,Fenbrook Primary School,1,Community school,4,1,Open,,,2,Primary,4,11,2,,,210,,Wend,WE1 "
           "1AA,North Wend,Wend\r\n"
           "900002,999,2002,\"St Wenda's, Lower Wend\",1,Community school,4,1,Open,,,2,Primary,4,11,2,,,98,,Wend,WE1 "
           "1AB,North Wend,Wend\r\n"
           "900003,999,4001,Wend Village College,34,Academy "
           "converter,10,1,Open,01-09-2011,,4,Secondary,11,16,2,,,1150,,Wend,WE1 "
           "1AC,South Wend,Wend\r\n"
           "900004,999,2003,Old Mill School,1,Community school,4,2,Closed,,31-08-2013,2,Primary,4,11,2,,,,,Wend,WE1 "
           "1AD,South "
           "Wend,Wend\r\n"
           "900101,998,2001,Elsewhere Primary School,1,Community school,4,1,Open,,,2,Primary,4,11,2,,,150,,Else,EL1 "
           "1AA,Else,Else\r\n";
}

std::string wendshire_framework() {
    return R"({"format": "kitbag-framework/1", "id": "wendshire", "version": "1", "title": "Wendshire's criteria",
    "source": "Invented for tests", "variants": [{"id": "primary", "title": "Primary schools"}],
    "aspects": [{"id": "reading", "title": "Reading", "applies_to": ["primary"], "descriptors": {
      "green": {"text": "Pupils read well.", "source": "Test, 1"},
      "amber": {"text": "Pupils read unevenly.", "source": "Test, 2"},
      "red": {"text": "Pupils read poorly.", "source": "Test, 3"}}}],
    "rules": []})";
}

std::string wendshire_early_framework() {
    return R"({"format": "kitbag-framework/1", "id": "wendshire-early", "version": "1", "subject": "eyfs",
    "title": "Wendshire's early years", "source": "Invented for tests",
    "variants": [{"id": "primary", "title": "Primary schools"}],
    "aspects": [{"id": "speaking", "title": "Speaking", "applies_to": ["primary"], "descriptors": {
      "green": {"text": "Children speak well.", "source": "Test, 4"},
      "amber": {"text": "Children speak unevenly.", "source": "Test, 5"},
      "red": {"text": "Children speak poorly.", "source": "Test, 6"}}}],
    "rules": []})";
}

std::string wendshire_half_terms() {
    return R"({"format": "kitbag-half-terms/1", "title": "Wendshire's half terms", "source": "Invented for tests",
    "half_terms": [
      {"id": "2014-15.1", "title": "Autumn 1, 2014", "from": "2014-09-02", "to": "2014-10-24"},
      {"id": "2014-15.2", "title": "Autumn 2, 2014", "from": "2014-11-03", "to": "2014-12-19"},
      {"id": "2198-99.1", "title": "Autumn 1, 2198", "from": "2198-09-03", "to": "2198-10-26"}]})";
}

std::string wendshire_visit_templates() {
    return R"({"format": "kitbag-visit-templates/1", "version": "wendshire.1", "title": "Wendshire's kinds of visit",
    "source": "Invented for tests", "groups": [{"id": "boys", "title": "Boys"}], "forum_services": ["Family Service"],
    "templates": [
      {"kind": "keeping_in_touch", "title": "Keeping in Touch visit", "purpose": "Keep in touch.", "source": "Test, 1",
       "direct_monitoring": false, "present": [], "aspects": "all", "look_at": [], "sections": []},
      {"kind": "lesson_observation", "title": "Lesson observation", "purpose": "See teaching.", "source": "Test, 2",
       "direct_monitoring": true, "present": [], "aspects": "all", "look_at": [], "sections": [
         {"id": "lesson", "title": "The lesson", "questions": [{"id": "seen", "text": "What did you see?"}]}]},
      {"kind": "work_scrutiny", "title": "Work scrutiny", "purpose": "See work.", "source": "Test, 3",
       "direct_monitoring": true, "present": [], "aspects": "all", "look_at": [], "sections": []},
      {"kind": "staff_discussion", "title": "Discussion with staff", "purpose": "Hear staff.", "source": "Test, 4",
       "direct_monitoring": false, "present": [], "aspects": "all", "look_at": [], "sections": []},
      {"kind": "post_inspection_meeting", "title": "Post-inspection meeting", "purpose": "Settle a plan.",
       "source": "Test, 5", "direct_monitoring": false, "led_by": ["head_of_service", "senior_adviser"],
       "present": [], "aspects": "none", "look_at": [], "sections": []}]})";
}

std::string new_test_id() {
    SystemRandom random;
    return new_id(SystemClock().now(), random);
}

Tablet::Tablet(HttpClient client, const std::string& name, const std::string& code) : client_(client) {
    const Json body = {{"protocol", 1}, {"name", name}, {"code", code}, {"device_name", "A test"}};
    enrolment = client_.post("/api/enrol", body);
    const Json answer = enrolment.json();
    if (enrolment.status != 200) return;
    device = text_or(answer, "device");
    token = text_or(answer, "token");
    adviser = text_or(answer["adviser"], "id");
    if (is_device_id(device)) stamps_ = HybridClock(device);
}

Json Tablet::change(const std::string& entity, const std::string& entity_id, const Fields& fields) {
    Json edits = Json::object();
    for (const auto& [name, value] : fields) edits[name] = {{"value", value}, {"base", Json::array()}};
    const Instant now = fixed_now_ != 0 ? fixed_now_ : SystemClock().now();
    return {{"id", new_test_id()}, {"device", device},       {"author", adviser}, {"stamp", stamps_.next(now)},
            {"entity", entity},    {"entity_id", entity_id}, {"fields", edits}};
}

Json Tablet::visit(const std::string& id, const std::string& urn) {
    return change("visit", id,
                  {{"urn", urn},
                   {"kind", "keeping_in_touch"},
                   {"date", "2026-11-23"},
                   {"focus", "Reading in Year 2"},
                   {"framework", "wendshire"},
                   {"framework_version", "1"},
                   {"variant", "primary"},
                   {"status", "under_way"},
                   {"adviser", adviser}});
}

Json Tablet::judgement(const std::string& visit, const std::string& aspect, const std::string& choice) {
    return change("judgement", visit + "." + aspect, {{"visit", visit}, {"aspect", aspect}, {"choice", choice}});
}

Json Tablet::note(const std::string& id, const std::string& visit, const std::string& text) {
    return change("evidence_note", id, {{"visit", visit}, {"aspect", "reading"}, {"text", text}});
}

Json Tablet::step(const std::string& id, const std::string& subject, const std::string& step, const std::string& about,
                  const Fields& but) {
    Fields fields = {{"urn", "900001"}, {"subject", subject}, {"step", step}, {"about", about}, {"by", adviser}};
    if (step != "withdrawn") fields["category"] = "amber";
    if (step == "proposed") {
        fields["suggested"] = "amber";
        fields["framework"] = subject == "eyfs" ? "wendshire-early" : "wendshire";
        fields["framework_version"] = "1";
        fields["variant"] = "primary";
        const std::string aspect = subject == "eyfs" ? "speaking" : "reading";
        fields["standing"] = aspect + " amber 0192f3c4-a1b2-7c3d-8e4f-000000000001\n";
    }
    if (step == "withdrawn" || step == "informed") fields["reason"] = "The head teacher, by telephone.";
    if (step == "informed") fields["date"] = to_iso(date_of(made_at(id)));
    return change("rating_step", id, with(std::move(fields), but));
}

Json Tablet::direction(const std::string& id, const Fields& but) {
    return change("direction", id,
                  with({{"urn", "900001"},
                        {"subject", "school"},
                        {"half_term", "2014-15.1"},
                        {"direction", "improving"},
                        {"suggested", "steady"},
                        {"why", "Reading has moved."},
                        {"by", adviser}},
                       but));
}

HttpHeaders Tablet::bearer() const {
    return {{"Authorization", "Bearer " + token}};
}

HttpAnswer Tablet::push(const Json& changes) const {
    return client_.post("/api/push", Json{{"protocol", 1}, {"changes", changes}}, bearer());
}

HttpAnswer Tablet::push_body(std::string_view body, HttpHeaders more) const {
    more.emplace_back("Authorization", "Bearer " + token);
    return client_.post("/api/push", body, more);
}

HttpAnswer Tablet::get(const std::string& path) const {
    return client_.get(path, bearer());
}

std::string Tablet::pull_path(std::int64_t after, int limit) {
    return "/api/pull?after=" + std::to_string(after) + "&scope=all&limit=" + std::to_string(limit);
}

std::string outcome_of(const HttpAnswer& answer, std::size_t index) {
    return text_or(result_at(answer, index), "outcome");
}

std::string code_of(const HttpAnswer& answer, std::size_t index) {
    return text_or(result_at(answer, index), "code");
}

std::string receipt_of(const HttpAnswer& answer, std::size_t index) {
    const Json result = result_at(answer, index);
    return result.contains("receipt") ? text_or(result["receipt"], "number") + " " + text_or(result["receipt"], "at")
                                      : "";
}

std::string page_of(std::string_view body) {
    Json page = Json::parse(body, nullptr, false);
    page.erase("now");
    return to_text(page);
}

std::vector<std::string> ids_of(const HttpAnswer& answer) {
    std::vector<std::string> ids;
    const Json body = answer.json();
    if (!body.contains("changes")) return ids;
    for (const Json& change : body["changes"]) ids.push_back(text_or(change, "id"));
    return ids;
}

}  // namespace kitbag::test
