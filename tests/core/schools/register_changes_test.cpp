#include "core/schools/register_changes.h"

#include <algorithm>
#include <functional>
#include <sstream>

#include <doctest/doctest.h>

using namespace kitbag;

namespace {

School school(const std::string& urn, const std::string& number, const std::string& name,
              const std::string& trust = "") {
    School one;
    one.urn = urn;
    one.establishment_number = number;
    one.name = name;
    one.trust = trust;
    return one;
}

std::string told(const std::vector<RegisterChange>& changes) {
    std::string text;
    for (const RegisterChange& one : changes) {
        text += std::string(to_word(one.kind)) + " " + one.urn + " " + one.name;
        if (!one.before.empty() || !one.after.empty()) text += " [" + one.before + "|" + one.after + "]";
        text += "\n";
    }
    return text;
}

using Schools = std::vector<School>;

const Schools wendshire = {school("900001", "2001", "Ashmere"),
                           school("900002", "2002", "Bramble Hill", "The Fen Trust"),
                           school("900003", "2003", "Coldwater")};

TEST_CASE("What another register changes is told by kind, and a school that goes on under a new URN as converted") {
    struct Row {
        const char* what;
        std::function<void(Schools&)> change;
        std::string told;
    };
    const Row rows[] = {
        {"nothing", [](Schools&) {}, ""},
        {"another order", [](Schools& all) { std::ranges::reverse(all); }, ""},
        {"a new school", [](Schools& all) { all.push_back(school("900009", "2009", "Dunmarsh")); },
         "opened 900009 Dunmarsh\n"},
        {"one that closed", [](Schools& all) { all.pop_back(); }, "gone 900003 Coldwater\n"},
        {"another name", [](Schools& all) { all[0].name = "Ash Mere"; },
         "renamed 900001 Ash Mere [Ashmere|Ash Mere]\n"},
        {"it left its trust", [](Schools& all) { all[1].trust = ""; },
         "moved_trust 900002 Bramble Hill [The Fen Trust|]\n"},
        {"another number of pupils", [](Schools& all) { all[0].pupils = 210; }, "other_facts 900001 Ashmere\n"},
        {"name, trust and a fact",
         [](Schools& all) {
             all[0].name = "Ash Mere";
             all[0].trust = "The Fen Trust";
             all[0].pupils = 210;
         },
         "renamed 900001 Ash Mere [Ashmere|Ash Mere]\nmoved_trust 900001 Ash Mere [|The Fen Trust]\nother_facts 900001 "
         "Ash Mere\n"},
        {"a conversion, with a new name and a trust",
         [](Schools& all) { all[2] = school("900103", "2003", "Coldwater Academy", "The Fen Trust"); },
         "converted 900103 Coldwater Academy [900003|]\nrenamed 900103 Coldwater Academy [Coldwater|Coldwater "
         "Academy]\n"
         "moved_trust 900103 Coldwater Academy [|The Fen Trust]\n"},
        {"two that both claim the number of one that has gone",
         [](Schools& all) {
             all.pop_back();
             all.push_back(school("900103", "2003", "Coldwater North"));
             all.push_back(school("900104", "2003", "Coldwater South"));
         },
         "opened 900103 Coldwater North\nopened 900104 Coldwater South\ngone 900003 Coldwater\n"},
        {"a new one without a number beside one that has gone without",
         [](Schools& all) {
             all[2].establishment_number = "";
             all[2].urn = "900103";
         },
         "opened 900103 Coldwater\ngone 900003 Coldwater\n"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        Schools after = wendshire;
        row.change(after);
        CHECK(told(register_changes(wendshire, after)) == row.told);
    }
}

TEST_CASE("A school carries the URNs that it had on from register to register, and has its own only once") {
    const auto next = [](const Schools& before, const std::string& urn, const std::string& number) {
        Schools after = before;
        for (School& one : after) one.formerly.clear();  // As a file has it.
        after[2].urn = urn;
        after[2].establishment_number = number;
        carry_on_former_urns(before, after);
        return after;
    };
    using Urns = std::vector<std::string>;
    const Schools once = next(wendshire, "900103", "2003");
    CHECK(once[2].formerly == Urns{"900003"});
    CHECK(once[0].formerly.empty());
    CHECK(urns_of(once[2]) == Urns{"900103", "900003"});
    CHECK(next(once, "900103", "2003")[2].formerly == Urns{"900003"});
    CHECK(told(register_changes(once, next(once, "900103", "2003"))) == "");
    const Schools twice = next(once, "900203", "2003");
    CHECK(twice[2].formerly == Urns{"900103", "900003"});
    CHECK(next(twice, "900003", "2003")[2].formerly == Urns{"900203", "900103"});
    CHECK(next(once, "900203", "2999")[2].formerly.empty());  // Another school.
}

}  // namespace
