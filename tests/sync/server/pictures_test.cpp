// Photographs' pictures over real HTTP: sent in pieces, given back, dropped when they are removed, and what no honest tablet sends.

#include <algorithm>

#include <doctest/doctest.h>

#include "tests/sync/server/pictured_county.h"

namespace kitbag::test {

TEST_CASE(
    "a picture comes in pieces, goes on where it was cut off, gets its receipt once, and is given to a colleague") {
    PicturedCounty wendshire;
    const Picture picture = large_picture();
    const std::string photo = wendshire.photograph(picture.content);
    CHECK(wendshire.status(picture).json() == Json{{"content", picture.content}, {"size", 0}, {"have", 0}});
    const HttpAnswer first = wendshire.send_piece(picture, 0, 100'000);
    CHECK(first.status == 200);
    CHECK(first.json()["have"] == 100'000);
    CHECK(wendshire.bytes(picture, 0).code() == "unknown_picture");  // It is not whole.
    CHECK(wendshire.send_piece(picture, 0, 100'000).json() == first.json());
    CHECK(wendshire.send_piece(picture, 200'000, 100'000).json()["have"] == 100'000);  // One between them is missing.
    CHECK(wendshire.send_piece(picture, 100'000, picture_piece_bytes_max).json()["have"] == 362'144);
    const HttpAnswer last = wendshire.send_piece(picture, 362'144, picture_piece_bytes_max);
    REQUIRE(last.json().contains("receipt"));
    CHECK(last.json()["receipt"]["number"].get<std::string>().starts_with("P-000001-"));
    CHECK(last.json()["have"] == picture.bytes.size());
    CHECK(wendshire.send_piece(picture, 0, 100'000).json() == last.json());  // It is there.
    CHECK(wendshire.status(picture).json() == last.json());
    std::string given;
    while (given.size() < picture.bytes.size()) {
        const HttpAnswer piece = wendshire.bytes(picture, given.size());
        REQUIRE(piece.status == 200);
        REQUIRE_FALSE(piece.body.empty());
        CHECK(piece.header("content-type") == "application/octet-stream");
        given += piece.body;
    }
    CHECK(given == picture.bytes);
    const std::string told = wendshire.audit();
    CHECK(told.contains("sent the picture of photo " + photo));
    CHECK(told.contains("read the picture of photo " + photo));
    CHECK(told.contains("Ben Holt"));
}

TEST_CASE("pieces that cannot be of that picture are refused with a code, and nothing of them is kept") {
    PicturedCounty wendshire;
    const Picture picture = large_picture();
    wendshire.photograph(picture.content);
    const Picture foreign = picture_of("Another county's");
    const std::string whole = "&size=" + std::to_string(picture.bytes.size());
    struct Row {
        const char* what;
        std::string query;
        std::string bytes;
        int status;
        const char* code;
    };
    const std::string piece = picture.bytes.substr(0, 20'000);
    const std::string ours = "content=" + picture.content;
    const std::vector<Row> rows = {
        {"no content", whole.substr(1), piece, 400, "bad_query"},
        {"a path", "content=../../county.db" + whole, piece, 400, "bad_query"},
        {"a path of 64", "content=" + std::string(62, '.') + "/x" + whole, piece, 400, "bad_query"},
        {"SQL", "content='%20OR%201=1--" + whole, piece, 400, "bad_query"},
        {"capital digits", "content=" + std::string(64, 'A') + whole, piece, 400, "bad_query"},
        {"no size", ours, piece, 400, "bad_query"},
        {"no bytes", ours + whole, "", 400, "bad_query"},
        {"a piece past the end", ours + "&from=600000" + whole, piece, 400, "bad_query"},
        {"a place past the end", ours + "&from=999999999999999999" + whole, piece, 400, "bad_query"},
        {"a place below nothing", ours + "&from=-1" + whole, piece, 400, "bad_query"},
        {"crumbs", ours + whole, piece.substr(0, 100), 400, "bad_query"},
        {"more than a picture has", ours + "&size=1500001", piece, 413, "too_large"},
        {"more than a piece has", ours + whole, std::string(picture_piece_bytes_max + 1, 'x'), 413, "too_large"},
        {"a picture of no photograph", "content=" + foreign.content + whole, piece, 404, "unknown_picture"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        const HttpAnswer answer = wendshire.send(wendshire.ada, row.query, row.bytes);
        CHECK(answer.status == row.status);
        CHECK(answer.code() == row.code);
    }
    CHECK(wendshire.status(picture).json()["have"] == 0);
    CHECK(wendshire.status(foreign).code() == "unknown_picture");
    CHECK(wendshire.bytes(picture, 0).code() == "unknown_picture");
    CHECK(wendshire.send_all(picture).json().contains("receipt"));
    CHECK(wendshire.bytes(picture, picture.bytes.size()).code() == "bad_query");
}

TEST_CASE(
    "what arrives whole and is not the picture, or is no clean JPEG, is dropped, and the right one can be sent after "
    "it") {
    PicturedCounty wendshire;
    const Picture picture = picture_of(std::string(30'000, 'x'));
    wendshire.photograph(picture.content);
    Picture altered = picture;
    altered.bytes[100] = 'y';
    const HttpAnswer refused = wendshire.send_all(altered);
    CHECK(refused.status == 422);
    CHECK(refused.code() == "wrong_hash");
    CHECK(wendshire.status(picture).json()["have"] == 0);
    CHECK(wendshire.send_all(picture).json().contains("receipt"));
    for (const Picture& bad :
         {picture_of(std::string(30'000, 'x'), "52.2053 N, 0.1218 E"),
          Picture{"<html></html>", photo_content(std::vector<std::uint8_t>{'<', 'h', 't', 'm', 'l', '>', '<', '/', 'h',
                                                                           't', 'm', 'l', '>'})}}) {
        wendshire.photograph(bad.content);
        CHECK(wendshire.send_all(bad).code() == "bad_picture");
        CHECK(wendshire.bytes(bad, 0).code() == "unknown_picture");
    }
    // One who begins it with another size keeps nobody from sending it.
    const Picture second = picture_of(std::string(40'000, 'z'));
    wendshire.photograph(second.content);
    CHECK(wendshire.send(wendshire.ben, "content=" + second.content + "&size=999999", std::string(20'000, 'x'))
              .json()["have"] == 20'000);
    CHECK(wendshire.send_all(second).json().contains("receipt"));
}

TEST_CASE("a picture is gone from the county when the removal of its photograph was taken, unless another shows it") {
    PicturedCounty wendshire;
    const Picture picture = picture_of("A pupil " + std::string(30'000, 'q'));
    const std::vector<std::string> photos = {wendshire.photograph(picture.content),
                                             wendshire.photograph(picture.content)};
    REQUIRE(wendshire.send_all(picture).json().contains("receipt"));
    const auto remove = [&](const std::string& photo) {
        const Json change =
            wendshire.ada.change("photo", photo, {{"removed", "removed"}, {"removed_reason", "A face can be seen."}});
        REQUIRE(outcome_of(wendshire.ada.push_one(change), 0) == "accepted");
    };
    remove(photos[0]);
    CHECK(wendshire.bytes(picture, 0).body == picture.bytes);
    remove(photos[1]);
    CHECK(wendshire.bytes(picture, 0).code() == "removed_picture");
    CHECK(wendshire.send_all(picture).code() == "removed_picture");
}

TEST_CASE("a tablet that was shut out gets and sends no picture, and one that is to be wiped sends only") {
    PicturedCounty wendshire;
    const Picture picture = picture_of(std::string(30'000, 'x')), late = picture_of(std::string(30'000, 'l'));
    wendshire.photograph(picture.content);
    wendshire.photograph(late.content);
    REQUIRE(wendshire.send_all(picture).json().contains("receipt"));
    const auto revoke = [&](const Tablet& tablet, bool wipe) {
        std::vector<std::string> words = {"revoke", "--device", tablet.device};
        if (wipe) words.push_back("--wipe");
        REQUIRE(wendshire.county.run(words).exit_code == 0);
    };
    revoke(wendshire.ben, false);
    CHECK(wendshire.status(picture).status == 401);
    CHECK(wendshire.bytes(picture, 0).status == 401);
    CHECK(wendshire.send(wendshire.ben, "content=" + late.content + "&size=30000", late.bytes).status == 401);
    revoke(wendshire.ada, true);
    CHECK(wendshire.ada.get("/api/picture/bytes?content=" + picture.content).code() == "wipe_wanted");
    CHECK(wendshire.send_all(late).json().contains("receipt"));
}

}  // namespace kitbag::test
