#pragma once
// What the parts of a bundle and of its answer are, for both who write and who read them. But for "about", a part's body is a message
// of the protocol as it would travel over a network (sync/protocol), or the bytes of a picture.
//
//   bundle: about push* picture*
//   answer: about (reference | refused) push* restored? pull* picture*
//
// about     of a bundle: {"protocol":1,"token","answer_key":hex,"received":id,"received_chain":hex,"cursor":n,"chain":hex,
//           "reference":version,"scope":id}
//           of an answer: {"protocol":1,"cursor":n,"reference":version}, as its bundle had them
// push      in a bundle a request, in an answer the reply to it
// picture   in a bundle a JPEG, in an answer what the county says of it
// refused   the county gives this tablet nothing more, and why: an error's reply
// restored  the county was put back from an older copy: what comes after it begins at the beginning
// reference, pull: the replies
//
// A part of another kind is a newer program's, and passed over.

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/id.h"
#include "core/base/result.h"
#include "sync/bundle/sealed_stream.h"
#include "sync/exchange.h"

namespace kitbag {

namespace part {

inline constexpr std::string_view about = "about";
inline constexpr std::string_view push = "push";
inline constexpr std::string_view picture = "picture";
inline constexpr std::string_view reference = "reference";
inline constexpr std::string_view refused = "refused";
inline constexpr std::string_view restored = "restored";
inline constexpr std::string_view pull = "pull";

}  // namespace part

// Who asks, and what the tablet knew when it made the bundle: what it would say in the paths of its requests.
struct AboutBundle {
    std::string token;
    StreamKey answer_key;
    KnownHistory history;
    std::string reference;
    std::string scope;
};

struct AboutAnswer {
    std::int64_t cursor = 0;
    std::string reference;
};

// Reading is strict: what is not as its writer writes it is a Fault. Codes "bundle_damaged" and "answer_damaged"; "newer_bundle" and
// "newer_answer" for another protocol.
std::string write_about(const AboutBundle& about);
Result<AboutBundle> read_about_bundle(std::string_view body);
std::string write_about(const AboutAnswer& about);
Result<AboutAnswer> read_about_answer(std::string_view body);

}  // namespace kitbag
