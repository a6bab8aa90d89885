#include "core/visits/record_html.h"

#include <algorithm>
#include <array>

#include "core/base/json.h"

namespace kitbag {
namespace {

// Whoever prints this may have no colour: borders, weight and words carry everything.
constexpr std::string_view style = R"css(
@page { size: A4; margin: 18mm 16mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); } }
html { font: 11pt/1.45 "Atkinson Hyperlegible", Arial, sans-serif; color: #000; background: #fff; }
body { margin: 0 auto; max-width: 178mm; padding: 4mm; }
h1 { font-size: 18pt; margin: 0 0 2mm; }
h2 { font-size: 14pt; margin: 8mm 0 2mm; border-bottom: 1pt solid #000; }
h3 { font-size: 12pt; margin: 5mm 0 1mm; }
h4 { font-size: 11pt; margin: 3mm 0 1mm; }
h1, h2, h3, h4 { break-after: avoid; }
p, ul, dl, table { margin: 0 0 2mm; }
table { width: 100%; border-collapse: collapse; }
caption { text-align: left; font-weight: bold; padding: 1mm 0; }
th, td { border: 0.5pt solid #000; padding: 1.5mm 2mm; text-align: left; vertical-align: top; }
thead { display: table-header-group; }
tr, .signature { break-inside: avoid; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 4mm; }
dt { font-style: italic; }
dd { margin: 0; }
.written { white-space: pre-wrap; overflow-wrap: anywhere; orphans: 2; widows: 2; }
.chosen { font-weight: bold; }
.beside { border-left: 2pt solid #000; padding-left: 3mm; margin: 0 0 2mm; }
.note { margin-left: 4mm; }
.signature td { height: 12mm; }
@media print { body { padding: 0; max-width: none; } }
)css";

// A document of text and markup in which only the markup is markup.
class Page {
  public:
    Page& markup(std::string_view html) {
        html_ += html;
        return *this;
    }

    Page& text(std::string_view written) {
        for (const char c : written) add(c);
        return *this;
    }

    Page& element(std::string_view open, std::string_view written, std::string_view close) {
        return markup(open).text(written).markup(close).markup("\n");
    }

    // What people typed, in whatever direction they write, with their own line ends.
    Page& written(std::string_view words) {
        if (words.empty()) return *this;
        return element("<p class=\"written\" dir=\"auto\">", words, "</p>");
    }

    std::string take() { return std::move(html_); }

  private:
    void add(char c) {
        switch (c) {
            case '&':
                html_ += "&amp;";
                return;
            case '<':
                html_ += "&lt;";
                return;
            case '>':
                html_ += "&gt;";
                return;
            case '"':
                html_ += "&quot;";
                return;
            case '\'':
                html_ += "&#39;";
                return;
            case '\r':
                html_ += "&#13;";  // Else a reader of HTML would make a line feed of it.
                return;
            default:
                break;
        }
        const auto byte = static_cast<unsigned char>(c);
        if ((byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F) {
            html_ += "\uFFFD";  // A control character, which no HTML may hold: shown as something that cannot be.
        } else {
            html_ += c;
        }
    }

    std::string html_;
};

// Only texts that are valid UTF-8 are in a record; should one not be, JSON's writer says which bytes to replace.
std::string valid(std::string_view written) {
    const Result<Json> read = parse_json(to_text(Json(written)), "A text");
    const auto* const found = read ? read->get_ptr<const std::string*>() : nullptr;
    return found ? *found : std::string();
}

class Writer {
  public:
    Writer(const RecordDocument& document, const RecordPageWords& words) : document_(document), words_(words) {}

    std::string write() {
        head();
        for (const RecordSection& section : document_.sections) write(section);
        answers();
        amendments();
        history();
        signatures();
        page_.markup("</main>\n</body>\n</html>\n");
        return valid(page_.take());
    }

  private:
    void head() {
        page_.markup("<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n");
        page_.markup("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src ");
        page_.markup("'unsafe-inline'\">\n<meta name=\"viewport\" content=\"width=device-width\">\n");
        page_.markup("<title>").text(document_.school).text(", ").text(document_.title).markup("</title>\n");
        page_.markup("<style>").markup(style).markup("</style>\n</head>\n<body>\n<main>\n");
        page_.markup("<h1>").text(words_.record).text(": ").text(document_.school).markup("</h1>\n");
        page_.element("<p>", document_.title, "</p>");
    }

    void header_cell(std::string_view scope, std::string_view words) {
        page_.markup("<th scope=\"").markup(scope).element("\">", words, "</th>");
    }

    void begin_table(std::string_view caption, std::initializer_list<std::string_view> columns) {
        page_.element("<table>\n<caption>", caption, "</caption>").markup("<thead><tr>\n");
        for (const std::string_view column : columns) header_cell("col", column);
        page_.markup("</tr></thead>\n<tbody>\n");
    }

    void end_table() { page_.markup("</tbody>\n</table>\n"); }

    void write(const RecordSection& section) {
        if (section.parts.empty()) return;
        page_.element("<h2>", section.title, "</h2>");
        const auto all_are = [&](PartKind kind) {
            return std::ranges::all_of(section.parts, [&](const RecordPart& part) { return part.kind == kind; });
        };
        if (all_are(PartKind::fact)) return facts(section);
        if (all_are(PartKind::action)) return actions(section);
        if (section.parts.front().kind == PartKind::aspect) overview(section);
        for (const RecordPart& part : section.parts) {
            if (has_something_to_read(document_, part)) write(part);
        }
    }

    void facts(const RecordSection& section) {
        begin_table(section.title, {words_.item, words_.said});
        fact(words_.school, document_.school);
        fact(words_.state, document_.status_title);
        for (const RecordPart& part : section.parts) {
            page_.markup("<tr>");
            header_cell("row", part.title);
            page_.markup("<td>").written(part.text.empty() ? words_.nothing : part.text);
            beside(part);
            page_.markup("</td></tr>\n");
        }
        end_table();
    }

    void fact(std::string_view label, std::string_view value) {
        page_.markup("<tr>");
        header_cell("row", label);
        page_.element("<td>", value, "</td></tr>");
    }

    void overview(const RecordSection& section) {
        begin_table(words_.overview, {words_.aspect, words_.judged});
        for (const RecordPart& part : section.parts) {
            if (part.kind == PartKind::aspect) fact(part.title, part.chosen);
        }
        end_table();
    }

    static std::string_view detail(const RecordPart& part, std::string_view name) {
        const auto found = std::ranges::find(part.details, name, &RecordDetail::name);
        return found == part.details.end() ? std::string_view() : std::string_view(found->value);
    }

    void actions(const RecordSection& section) {
        begin_table(section.title, {words_.agreed, words_.owner, words_.due, words_.stands});
        for (const RecordPart& part : section.parts) {
            page_.markup("<tr>\n<th scope=\"row\">").written(part.text);
            beside(part);
            page_.markup("</th>\n");
            for (const std::string_view name : {"owner", "due"}) page_.element("<td>", detail(part, name), "</td>");
            page_.markup("<td>").written(detail(part, "state")).written(detail(part, "outcome")).markup("</td></tr>\n");
        }
        end_table();
    }

    void write(const RecordPart& part) {
        const bool below = !part.under.empty();
        page_.markup(below ? "<div class=\"note\">\n" : "<div>\n");
        page_.element(below ? "<h4>" : "<h3>", part.title, below ? "</h4>" : "</h3>");
        if (!part.chosen.empty()) page_.element("<p class=\"chosen\">", part.chosen, "</p>");
        if (!part.descriptor.empty()) page_.element("<p>", part.descriptor, "</p>");
        page_.written(part.text);
        if (!part.details.empty()) {
            page_.markup("<dl>\n");
            for (const RecordDetail& one : part.details)
                page_.element("<dt>", one.label, "</dt>").element("<dd dir=\"auto\">", one.value, "</dd>");
            page_.markup("</dl>\n");
        }
        beside(part);
        page_.markup("</div>\n");
    }

    // What others said of this part: it stays as it was, and this stands beside it.
    void beside(const RecordPart& part) {
        for (const std::string& line : part.also_written) page_.element("<p class=\"beside\">", line, "</p>");
        for (const SaidNotRight& one : disputes_of(document_, part.id)) {
            page_.element("<div class=\"beside\"><p>", words_.not_right, "</p>").written(one.dispute->words);
            page_.element("<p>", one.answer->answer.name + ", " + one.answer->when, "</p>").markup("</div>\n");
        }
        for (const RecordAmendment* one : amendments_of(document_, part.id)) amendment(*one);
    }

    void amendment(const RecordAmendment& one) {
        page_.markup("<div class=\"beside\">\n").element("<p>", one.headline + ", " + one.when, "</p>");
        page_.written(one.amendment.text);
        page_.markup("<p dir=\"auto\">").text(words_.why).text(": ").text(one.amendment.reason).markup("</p>\n");
        if (!one.refusal.empty()) refusal(one.refusal);
        page_.markup("</div>\n");
    }

    void refusal(std::string_view reason) {
        page_.markup("<p>").text(words_.refused).text(" ").text(reason).markup("</p>\n");
    }

    void answers() {
        page_.element("<h2>", words_.answers, "</h2>");
        if (document_.answers.empty()) page_.element("<p>", words_.no_answer, "</p>");
        for (const RecordAnswer& one : document_.answers) {
            page_.element("<h3>", one.headline, "</h3>").element("<p>", one.when, "</p>");
            if (!one.refusal.empty()) refusal(one.refusal);
            if (one.changed_since) page_.element("<p class=\"chosen\">", words_.changed, "</p>");
            if (one.answer.disputes.empty()) continue;
            page_.markup("<dl>\n");
            for (const Dispute& dispute : one.answer.disputes) {
                page_.element("<dt>", dispute.title, "</dt>").markup("<dd>").written(dispute.words).markup("</dd>\n");
            }
            page_.markup("</dl>\n");
        }
    }

    // Of the whole, of parts that are not there any more, and those that were refused; the others stand beside their parts.
    void amendments() {
        bool begun = false;
        for (const RecordAmendment& one : document_.amendments) {
            if (one.refusal.empty() && find_part(document_, one.amendment.part) != nullptr) continue;
            if (!begun) page_.element("<h2>", words_.amendments, "</h2>");
            begun = true;
            amendment(one);
        }
    }

    void history() {
        if (document_.history.empty()) return;
        page_.element("<h2>", words_.history, "</h2>").markup("<ol>\n");
        for (const RecordStep& step : document_.history) {
            page_.markup("<li>").text(step.headline).text(", ").text(step.when);
            if (!step.reason.empty()) page_.markup("<br>").text(words_.why).text(": ").text(step.reason);
            if (!step.refusal.empty()) page_.markup("<br>").text(words_.refused).text(" ").text(step.refusal);
            page_.markup("</li>\n");
        }
        page_.markup("</ol>\n");
    }

    void signatures() {
        page_.element("<h2>", words_.signatures, "</h2>").markup("<div class=\"signature\">\n");
        begin_table(words_.signatures, {words_.post, words_.name, words_.signature, words_.date});
        for (const std::string_view who : {words_.head, words_.adviser}) {
            page_.markup("<tr>");
            header_cell("row", who);
            page_.element("<td>", who == words_.adviser ? document_.adviser_name : "", "</td>");
            page_.markup("<td></td><td></td></tr>\n");
        }
        end_table();
        page_.markup("</div>\n");
    }

    const RecordDocument& document_;
    const RecordPageWords& words_;
    Page page_;
};

}  // namespace

std::string_view record_style() {
    return style;
}

std::string to_html(const RecordDocument& document, const RecordPageWords& words) {
    return Writer(document, words).write();
}

}  // namespace kitbag
