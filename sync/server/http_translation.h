#pragma once
// Between what Beast reads and writes and what the server's own code sees. Here it is decided what of a head is refused: whatever two
// readers of HTTP, such as a web server before this one and this one, might take for different requests.

#include <boost/beast/http/fields.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/system/error_code.hpp>
#include <string>

#include "core/base/time.h"
#include "sync/server/http_message.h"

namespace kitbag {

using HttpHead = boost::beast::http::request_header<>;
using HttpReply = boost::beast::http::response<boost::beast::http::string_body>;

// 0 when the body may be read; otherwise the status of the refusal.
int refusal_of_head(const HttpHead& head);

// The same for what Beast could not read; 0 where the connection failed or ended, so that nobody is there to be answered.
int refusal_of_error(const boost::system::error_code& error);

// Without the body, and without what the connection knows. Before the body is read: a field behind it is not asked for anything.
WebRequest request_of_head(const HttpHead& head);

// Who asked, as the nearest web server wrote it behind all that others wrote: the last address in X-Forwarded-For. "" where that is none.
std::string forwarded_for(const HttpHead& head);

// Packed as gzip where that is worth it and the other end takes it.
HttpReply reply_of(WebReply reply, const std::string& accept_encoding, Instant now);

}  // namespace kitbag
