#include "core/visits/record_document.h"

#include <doctest/doctest.h>

#include "core/base/hash.h"
#include "core/base/json.h"
#include "core/visits/record_html.h"
#include "core/visits/record_json.h"

using namespace kitbag;

namespace {

constexpr RecordPageWords page = {.record = "Visit record",
                                  .school = "School",
                                  .state = "State",
                                  .item = "Item",
                                  .said = "Recorded",
                                  .overview = "Judgements",
                                  .aspect = "Aspect",
                                  .judged = "Judged",
                                  .agreed = "Action",
                                  .owner = "Owner",
                                  .due = "Due",
                                  .stands = "Stands",
                                  .answers = "Answers",
                                  .no_answer = "No answer yet",
                                  .changed = "Changed since",
                                  .refused = "Refused:",
                                  .not_right = "Not right",
                                  .amendments = "Amendments",
                                  .why = "Why",
                                  .history = "History",
                                  .nothing = "Nothing written",
                                  .signatures = "Signatures",
                                  .name = "Name",
                                  .post = "Post",
                                  .signature = "Signature",
                                  .date = "Date",
                                  .head = "Headteacher",
                                  .adviser = "Adviser"};

RecordPart part(std::string id, PartKind kind, std::string title, std::string text) {
    RecordPart made;
    made.id = std::move(id);
    made.kind = kind;
    made.title = std::move(title);
    made.text = std::move(text);
    return made;
}

// An invented visit in Wendshire.
RecordDocument bramble_hill() {
    RecordDocument document;
    document.visit = "0192f3c4-a1b2-7c3d-8e4f-000000000001";
    document.urn = "900001";
    document.school = "Bramble Hill Primary School";
    document.kind = "keeping_in_touch";
    document.title = "Keeping in Touch visit by Ada Marsh";
    document.date = "2026-11-23";
    document.adviser_name = "Ada Marsh";
    document.status = "shared";
    document.status_title = "Shared";
    document.sections.push_back({"about", "About", {part("visit.focus", PartKind::fact, "Focus", "Reading")}});
    RecordPart progress = part("aspect.progress", PartKind::aspect, "Progress", "");
    progress.choice = Choice::amber;
    progress.chosen = "Amber";
    progress.descriptor = "Most make the progress expected.";
    RecordPart note = part("note.n1", PartKind::note, "Evidence for Progress", "Books of Year 4.");
    note.under = "aspect.progress";
    note.details.push_back({"source", "Source", "Scrutiny of work", "scrutiny"});
    RecordPart unjudged = part("aspect.governance", PartKind::aspect, "Governance", "");
    unjudged.chosen = "Not judged yet";
    document.sections.push_back({"aspects", "Aspects", {progress, note, unjudged}});
    RecordPart action = part("action.a1", PartKind::action, "Action 1", "Agree a reading plan.");
    action.details = {{"owner", "Owner", "The deputy"},
                      {"due", "Due", "1 March 2027", "2027-03-01"},
                      {"state", "State", "Open", "open", true}};
    document.sections.push_back({"actions", "Actions", {action}});
    return document;
}

RecordAnswer answer_of(std::string part_id, std::string words) {
    RecordAnswer one;
    one.answer.name = "Dr Ives";
    one.answer.disputes = {{std::move(part_id), "A part", std::move(words)}};
    one.headline = "Dr Ives says that 1 part is not right";
    return one;
}

std::size_t count_of(std::string_view text, std::string_view what) {
    std::size_t count = 0;
    for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1)) ++count;
    return count;
}

}  // namespace

TEST_CASE("a content's name is its BLAKE2b-256 in lower-case hexadecimal") {
    CHECK(content_hash("") == "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
    CHECK(content_hash("abc") == "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

TEST_CASE("the digest of a record changes with what was recorded and with nothing else") {
    const std::string read = record_digest(bramble_hill());
    CHECK(read.size() == 64);
    const auto differs = [&](auto alter) {
        RecordDocument document = bramble_hill();
        alter(document);
        return record_digest(document) != read;
    };
    CHECK(differs([](auto& d) { d.sections[0].parts[0].text = "Writing"; }));
    CHECK(differs([](auto& d) { d.sections[1].parts[0].choice = Choice::red; }));
    CHECK(differs([](auto& d) { d.sections[1].parts[1].text += " And of Year 5."; }));
    CHECK(differs([](auto& d) { d.sections[1].parts[1].details[0].plain = "data"; }));
    CHECK(differs([](auto& d) { d.sections[2].parts[0].details[1].plain = "2027-03-02"; }));
    CHECK(differs([](auto& d) { d.sections[2].parts.clear(); }));
    CHECK(differs([](auto& d) { d.date = "2026-11-24"; }));

    CHECK_FALSE(differs([](auto& d) { d.status = "locked"; }));
    CHECK_FALSE(differs([](auto& d) { d.receipt = "Received"; }));
    CHECK_FALSE(differs([](auto& d) { d.answers.push_back(answer_of("visit.focus", "No.")); }));
    CHECK_FALSE(differs([](auto& d) { d.sections[2].parts[0].details[2].plain = "done"; }));
    CHECK_FALSE(differs([](auto& d) { d.sections[1].title = "Other words of a newer program"; }));
    CHECK_FALSE(differs([](auto& d) { d.sections[1].parts[0].descriptor = ""; }));
    CHECK_FALSE(differs([](auto& d) { d.sections[1].parts.pop_back(); }));  // An aspect that nobody judged.
}

TEST_CASE("a dispute stands beside its part, or beside the whole when the part is gone, and a refused one nowhere") {
    RecordDocument document = bramble_hill();
    document.answers = {answer_of("note.n1", "They were of Year 3."), answer_of("note.gone", "That is not here.")};
    REQUIRE(disputes_of(document, "note.n1").size() == 1);
    CHECK(disputes_of(document, "note.n1")[0].dispute->words == "They were of Year 3.");
    REQUIRE(disputes_of(document, whole_record).size() == 1);
    CHECK(disputes_of(document, whole_record)[0].dispute->words == "That is not here.");
    CHECK(head_has_answered(document));
    for (RecordAnswer& one : document.answers) one.refusal = "The visit is locked.";
    CHECK(disputes_of(document, "note.n1").empty());
    CHECK_FALSE(head_has_answered(document));
}

TEST_CASE("the page has one heading of the first level, and tables with captions and headers, in reading order") {
    RecordDocument document = bramble_hill();
    const std::string html = to_html(document, page);
    CAPTURE(html);
    CHECK(html.starts_with("<!doctype html>\n<html lang=\"en-GB\">"));
    CHECK(html.contains("<title>Bramble Hill Primary School, Keeping in Touch visit by Ada Marsh</title>"));
    CHECK(count_of(html, "<h1>") == 1);
    CHECK(count_of(html, "<table>") == count_of(html, "<caption>"));
    CHECK(count_of(html, "<table>") == 4);
    CHECK(html.contains("<th scope=\"col\">Aspect</th>"));
    CHECK(html.contains("<th scope=\"row\">Governance</th>\n<td>Not judged yet</td>"));
    CHECK(html.contains("<td>1 March 2027</td>"));
    CHECK(count_of(html, "Governance") == 1);  // Only in the overview: nothing was written of it.
    CHECK(html.find("<h2>About") < html.find("<h2>Aspects"));
    CHECK(html.find("<h3>Progress") < html.find("<h4>Evidence for Progress"));
    CHECK(html.find("<h2>Aspects") < html.find("<h2>Actions"));
    CHECK(html.find("<h2>Actions") < html.find("<h2>Signatures"));
    CHECK(html.contains("size: A4"));
    CHECK(html.contains(record_style()));
    CHECK(html.contains("default-src 'none'"));
    CHECK_FALSE(
        html.contains("http"
                      "://"));
    for (const std::string_view name : {"table", "tr", "th", "td", "dl", "dd", "div", "section", "ol", "li"}) {
        const std::string open = "<" + std::string(name);
        CAPTURE(name);
        CHECK(count_of(html, open + ">") + count_of(html, open + " ") ==
              count_of(html, "</" + std::string(name) + ">"));
    }
}

TEST_CASE("what people wrote is text in the page, whatever they wrote") {
    const std::string nasty = "<script>alert(\"x\")</script> & 'quoted' </style> --> ]]>";
    RecordDocument document = bramble_hill();
    document.school = nasty;
    document.title = nasty;
    for (RecordSection& section : document.sections) {
        section.title = nasty;
        for (RecordPart& one : section.parts) {
            one.title = one.text = one.descriptor = nasty;
            one.also_written = {nasty};
            for (RecordDetail& detail : one.details) detail.label = detail.value = nasty;
        }
    }
    document.answers = {answer_of("visit.focus", nasty)};
    document.answers[0].headline = document.answers[0].refusal = document.answers[0].answer.name = nasty;
    document.amendments = {{{"", "", "visit.focus", nasty, nasty, ""}, nasty, nasty, ""}};
    document.history = {{"completed", nasty, nasty, nasty, nasty}};
    const std::string html = to_html(document, page);
    CHECK_FALSE(html.contains("<script"));
    CHECK(count_of(html, "</style>") == 1);
    CHECK(count_of(html, "-->") == 0);
    CHECK(html.contains("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;quoted&#39;"));
}

TEST_CASE("every script of Unicode is in the page byte for byte, and no character that HTML cannot hold") {
    const std::string scripts =
        "Żółć ελληνικά кириллица עברית العربية हिन्दी ไทย 漢字 かな 한글 𓀀 "
        "👩🏽‍🏫 "
        "é\u0301\t\nend";
    RecordDocument document = bramble_hill();
    document.sections[1].parts[1].text = scripts;
    document.sections[0].parts[0].text = std::string("a\x01") + "b\x7F" + "c\xFF" + "d\r\ne";
    const std::string html = to_html(document, page);
    CHECK(html.contains(scripts));
    CHECK(
        html.contains("a\uFFFD"
                      "b\uFFFD"
                      "c\uFFFD"
                      "d&#13;\ne"));
    CHECK(html.contains("<p class=\"written\" dir=\"auto\">"));
}

TEST_CASE("as JSON the record keeps its stable names, its stored values and its digest") {
    RecordDocument document = bramble_hill();
    document.answers = {answer_of("note.n1", "They were of Year 3.")};
    document.amendments = {{{"m1", "", "visit.focus", "Writing", "A slip", "b1"}, "Amended", "now", "Not locked."}};
    const auto json = parse_json(to_json(document), "The record");
    REQUIRE(json.has_value());
    CHECK(json->at("format") == "kitbag-visit-record/1");
    CHECK(json->at("digest") == record_digest(document));
    const Json& note = json->at("sections")[1].at("parts")[1];
    CHECK(note.at("id") == "note.n1");
    CHECK(note.at("under") == "aspect.progress");
    CHECK(note.at("details").at("source").at("stored") == "scrutiny");
    CHECK(json->at("sections")[1].at("parts")[0].at("choice") == "amber");
    CHECK(json->at("head_answers")[0].at("answer") == "disputed");
    CHECK(json->at("head_answers")[0].at("disputes")[0].at("words") == "They were of Year 3.");
    CHECK(json->at("amendments")[0].at("refused") == "Not locked.");
    CHECK(json->at("governance") == "");
}
