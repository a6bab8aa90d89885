#include "sync/server/sign_in_page.h"

#include <algorithm>

#include "core/visits/record_html.h"
#include "sync/server/printing.h"

namespace kitbag {
namespace {

std::string as_text(std::string_view text) {
    std::string safe;
    for (const char c : text) {
        if (c == '&')
            safe += "&amp;";
        else if (c == '<')
            safe += "&lt;";
        else if (c == '>')
            safe += "&gt;";
        else if (c == '"')
            safe += "&quot;";
        else
            safe += c;
    }
    return safe;
}

WebReply page(int status, std::string_view title, const std::string& contents) {
    WebReply reply;
    reply.status = status;
    reply.content_type = "text/html; charset=utf-8";
    reply.headers.emplace_back("Cache-Control", "no-store");
    reply.body =
        "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
        as_text(title) + "</title>\n<style>" + std::string(record_style()) + "</style>\n</head>\n<body>\n<main>\n<h1>" +
        as_text(title) + "</h1>\n" + contents + "</main>\n</body>\n</html>\n";
    return reply;
}

std::string words_of(StaffRole role) {
    std::string words(to_word(role));
    std::ranges::replace(words, '_', ' ');
    return words;
}

}  // namespace

WebReply code_page(const CodeGiven& given) {
    const std::string address = as_text(given.address);
    return page(200, "Your enrolment code for Kitbag",
                "<p>You are signed in at " + as_text(given.county) + " as " + as_text(given.name) + ", " +
                    words_of(given.role) + ".</p>\n<h2>" + as_text(given.code) +
                    "</h2>\n<ol>\n<li>On the tablet, open <span class=\"chosen\">" + address +
                    "</span>.</li>\n<li>Type your name, and this code.</li>\n</ol>\n<p>The code enrols one tablet, for "
                    "you, once, until " +
                    to_long(date_of(given.expires)) + ", " + to_minute(given.expires).substr(sizeof "2026-11-23") +
                    " UTC. Signing in again gives another, and this one then opens nothing. It is shown only here: "
                    "close this page when the tablet is enrolled.</p>\n");
}

WebReply refusal_page(int status, const Fault& reason, std::string_view request) {
    WebReply reply = page(status, "No code was given",
                          "<p>" + as_text(reason.sentence) + "</p>\n" +
                              (status == 404 ? "" : "<p><a href=\"/sign-in\">Begin again</a></p>\n") +
                              "<p class=\"note\">If you report this, give the number " + as_text(request) + " (" +
                              as_text(reason.code) + ").</p>\n");
    if (status == 429 || status == 503) reply.headers.emplace_back("Retry-After", "60");
    return reply;
}

}  // namespace kitbag
