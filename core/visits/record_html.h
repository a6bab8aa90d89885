#pragma once
// A visit record as one HTML document that needs nothing else: for paper (A4, readable in black and white) and for keeping.
// Headings, tables with captions and headers, and the order of reading are real, for whoever listens to it. Whatever people
// wrote is text in it and never markup; the document itself forbids every script and every address from outside.

#include <string>
#include <string_view>

#include "core/visits/record_document.h"

namespace kitbag {

// What the page says by itself. The app's words: core has none.
struct RecordPageWords {
    std::string_view record;  // "Visit record"
    std::string_view school;  // Headers of the table of facts.
    std::string_view state;
    std::string_view item;
    std::string_view said;
    std::string_view overview;  // The table of judgements: caption and headers.
    std::string_view aspect;
    std::string_view judged;
    std::string_view agreed;  // The table of actions.
    std::string_view owner;
    std::string_view due;
    std::string_view stands;
    std::string_view answers;  // "What the head answered"
    std::string_view no_answer;
    std::string_view changed;    // The record was changed after it was signed.
    std::string_view refused;    // "The county did not take this:"
    std::string_view not_right;  // "Not right, in the head’s words"
    std::string_view amendments;
    std::string_view why;
    std::string_view history;
    std::string_view nothing;  // "Nothing written"
    std::string_view signatures;
    std::string_view name;
    std::string_view post;
    std::string_view signature;
    std::string_view date;
    std::string_view head;     // Who signs,
    std::string_view adviser;  // and who else.
};

// The one style sheet of every record. It is a constant, so that the site's policy can allow exactly this one by its hash
// (sync/server/security_headers.h); a test holds the two together.
std::string_view record_style();

std::string to_html(const RecordDocument& document, const RecordPageWords& words);

}  // namespace kitbag
