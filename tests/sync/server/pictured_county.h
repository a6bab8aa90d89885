#pragma once
// Wendshire with a visit whose photographs' pictures are sent by Ada and asked for by Ben, over real HTTP.

#include <string>

#include <doctest/doctest.h>

#include "core/storage/photo_store.h"
#include "sync/protocol/limits.h"
#include "tests/support/photographs.h"
#include "tests/sync/server/county_under_test.h"
#include "tests/sync/server/wendshire.h"

namespace kitbag::test {

struct Picture {
    std::string bytes;
    std::string content;
};

inline Picture picture_of(const std::string& drawn, const std::string& exif = "") {
    const auto jpeg = jpeg_of(drawn, exif);
    return {std::string(jpeg.begin(), jpeg.end()), photo_content(jpeg)};
}

inline Picture large_picture() {
    return picture_of("Books of Year 4 " + std::string(600'000, 'x'));
}

struct PicturedCounty {
    County county;
    RunningServer server{county.serve_arguments(), county.folder()};
    Tablet ada{server.client(), "Ada Marsh", county.new_code()};
    Tablet ben{server.client(), "Ben Holt", county.new_code()};
    std::string visit_id = new_test_id();

    PicturedCounty() { REQUIRE(ada.push_one(ada.visit(visit_id, "900001")).status == 200); }

    // Its record, without its picture.
    std::string photograph(const std::string& content) {
        const std::string id = new_test_id();
        const Json change = ada.change("photo", id, {{"visit", visit_id}, {"content", content}, {"by", ada.adviser}});
        REQUIRE(outcome_of(ada.push_one(change), 0) == "accepted");
        return id;
    }
    HttpAnswer send(const Tablet& tablet, const std::string& query, const std::string& bytes) const {
        HttpHeaders headers = tablet.bearer();
        headers.emplace_back("Content-Type", "application/octet-stream");
        return server.client().post("/api/picture/send?" + query, std::string_view(bytes), headers);
    }
    HttpAnswer send_piece(const Picture& picture, std::size_t from, std::size_t length) const {
        return send(ada,
                    "content=" + picture.content + "&from=" + std::to_string(from) +
                        "&size=" + std::to_string(picture.bytes.size()),
                    picture.bytes.substr(from, length));
    }
    // The last answer.
    HttpAnswer send_all(const Picture& picture) const {
        HttpAnswer answer;
        for (std::size_t from = 0; from < picture.bytes.size(); from += picture_piece_bytes_max)
            answer = send_piece(picture, from, picture_piece_bytes_max);
        return answer;
    }
    HttpAnswer status(const Picture& picture) const { return ben.get("/api/picture?content=" + picture.content); }
    HttpAnswer bytes(const Picture& picture, std::size_t from) const {
        return ben.get("/api/picture/bytes?content=" + picture.content + "&from=" + std::to_string(from));
    }
    std::string audit() const { return county.run({"audit", "--record", visit_id}).out; }
};

}  // namespace kitbag::test
