// Plays each transcript of tests/sync/golden against a tablet with a real store, and compares what the engine does, line by
// line. A line is:
//
//   # a remark
//   write ENTITY ID FIELD=VALUE          the adviser writes; CHANGE1, STAMP1… stand for the ids and stamps that came of it
//   retry all                            the adviser asks to send again what was refused
//   picture BYTES                        there is a picture of so many bytes; PICTURE1… stand for its hash
//   photograph PICTURE1 ID VISIT         the adviser takes it
//   > start | timer | failed | STATUS BODY   what happens; "bytes PICTURE1 FROM LENGTH" is a body that is a piece of a picture
//   > want PICTURE1                      the adviser looks at it
//   < METHOD PATH BODY | done … | failed … | erase …   what the engine answers; "< nothing" when the event does not matter
//   = …                                  how the store stands then

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

#include "core/storage/photo_store.h"
#include "core/storage/school_store.h"
#include "sync/client/sync_engine.h"
#include "tests/support/photographs.h"
#include "tests/sync/tablets.h"

namespace kitbag {
namespace {

// Takes the first word off a line.
std::string take_word(std::string& line) {
    const std::size_t end = std::min(line.find(' '), line.size());
    const std::string word = line.substr(0, end);
    line.erase(0, std::min(end + 1, line.size()));
    return word;
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

class Player {
  public:
    // Gives the transcript as it really went.
    std::string play(std::istream& lines) {
        std::string went;
        for (std::string line; std::getline(lines, line);) {
            if (line.starts_with("<") || line.starts_with("=")) continue;
            went += line + "\n";
            if (line.empty() || line.starts_with("#")) continue;
            named(line);
            if (line.starts_with("write ")) {
                write(line.substr(6));
            } else if (line.starts_with("picture ")) {
                draw(std::stoul(line.substr(8)));
            } else if (line.starts_with("photograph ")) {
                photograph(line.substr(11));
            } else if (line == "retry all") {
                REQUIRE(tablet_.log->retry_all_refused());
            } else {
                REQUIRE(line.starts_with("> "));
                went += unnamed(happen(line.substr(2)));
            }
        }
        return went;
    }

  private:
    void write(std::string line) {
        clock_.pass(1);
        const std::string entity = take_word(line);
        const std::string id = take_word(line);
        const std::size_t equals = line.find('=');
        REQUIRE(equals != std::string::npos);
        const auto written = tablet_.write(entity, id, {{line.substr(0, equals), line.substr(equals + 1)}});
        REQUIRE(written);
        const auto changes = tablet_.log->waiting(500, 10'000'000);
        REQUIRE(changes);
        const std::string number = std::to_string(++written_);
        names_.emplace_back("CHANGE" + number, changes->back().change.id);
        names_.emplace_back("STAMP" + number, changes->back().change.stamp);
    }

    void draw(std::size_t bytes) {
        const std::vector<std::uint8_t> outside = jpeg_of("");
        REQUIRE(bytes > outside.size());
        const std::string name = "PICTURE" + std::to_string(pictures_.size() + 1);
        const auto jpeg = jpeg_of(name + std::string(bytes - outside.size() - name.size(), 'x'));
        const std::string content = photo_content(jpeg);
        names_.emplace_back(name, content);
        pictures_[content] = std::string(jpeg.begin(), jpeg.end());
    }

    void photograph(std::string line) {
        const std::string content = take_word(line);
        const std::string id = take_word(line);
        const std::string& jpeg = pictures_.at(content);
        REQUIRE(
            PhotoStore(*tablet_.database).put({reinterpret_cast<const std::uint8_t*>(jpeg.data()), jpeg.size()}, {}));
        write("photo " + id + " content=" + content);
    }

    // The body of an answer.
    std::string body_of(std::string text) {
        if (!text.starts_with("bytes ")) return text;
        take_word(text);
        const std::string content = take_word(text);
        const std::size_t from = std::stoul(take_word(text));
        return pictures_.at(content).substr(from, std::stoul(text));
    }

    std::string happen(std::string line) {
        const std::string word = take_word(line);
        if (word == "want") return describe(engine_.handle(PicturesWanted{{line}}));
        if (word == "start") return describe(engine_.handle(StartRequested{}));
        if (word == "timer") return describe(engine_.handle(TimerRang{}));
        if (word == "failed") return describe(engine_.handle(NetworkFailed{number_}));
        return describe(engine_.handle(HttpResponse{number_, std::stoi(word), body_of(line)}));
    }

    std::string describe(const std::optional<SyncAction>& action) {
        if (!action) return "< nothing\n";
        if (const auto* request = std::get_if<HttpRequest>(&*action)) {
            number_ = request->number;
            CHECK(request->token == "the token");
            if (request->path.starts_with("/api/picture/send"))
                return "< " + request->method + " " + request->path + " " + std::to_string(request->body.size()) +
                       " bytes\n";
            return "< " + request->method + " " + request->path + (request->body.empty() ? "" : " ") + request->body +
                   "\n";
        }
        std::ostringstream text;
        if (const auto* done = std::get_if<SyncDone>(&*action)) {
            const SyncSummary& summary = done->summary;
            text << "< done: sent " << summary.sent << ", refused " << summary.refused << ", fetched "
                 << summary.fetched << (summary.new_reference ? ", new reference" : "");
            if (!pictures_.empty())
                text << ", pictures sent " << summary.pictures_sent << ", fetched " << summary.pictures_fetched;
            text << "\n";
        } else if (const auto* erase = std::get_if<EraseOrdered>(&*action)) {
            text << "< erase: sent " << erase->summary.sent << ", refused " << erase->summary.refused << "\n";
        } else {
            const auto& failed = std::get<SyncFailed>(*action);
            text << "< failed: " << failed.reason.code << ", again after " << failed.retry_after_ms / 1000 << " s\n";
        }
        return text.str() + store_line();
    }

    std::string store_line() {
        const auto counts = tablet_.log->counts();
        REQUIRE(counts);
        std::ostringstream text;
        text << "= waiting " << counts->waiting << ", refused " << counts->refused << ", received " << counts->received
             << ", cursor " << DeviceStore(*tablet_.database).cursor().value() << ", schools "
             << SchoolStore(*tablet_.database).count().value();
        if (!pictures_.empty()) text << ", pictures waiting " << PhotoStore(*tablet_.database).waiting()->count;
        text << "\n";
        return text.str();
    }

    void named(std::string& text) const {
        for (auto name = names_.rbegin(); name != names_.rend(); ++name) replace_all(text, name->first, name->second);
    }
    std::string unnamed(std::string text) const {
        for (const auto& [name, value] : names_) replace_all(text, value, name);
        return text;
    }

    TemporaryFolder folder_;
    SetClock clock_;
    Tablet tablet_{folder_.file("ada.db"), clock_, 'a', ada_id};
    SyncEngine engine_{*tablet_.database, *tablet_.log, clock_, "the token"};
    std::uint64_t number_ = 0;
    int written_ = 0;
    std::map<std::string, std::string> pictures_;  // By their hash.
    std::vector<std::pair<std::string, std::string>> names_;
};

TEST_CASE("The engine goes through every transcript as it is written") {
    int transcripts = 0;
    for (const auto& entry : std::filesystem::directory_iterator("tests/sync/golden")) {
        CAPTURE(entry.path().filename().string());
        std::ifstream file(entry.path());
        const std::string expected((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
        std::istringstream lines(expected);
        CHECK(Player().play(lines) == expected);
        ++transcripts;
    }
    CHECK(transcripts >= 10);
}

}  // namespace
}  // namespace kitbag
