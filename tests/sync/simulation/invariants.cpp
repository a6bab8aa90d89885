#include "tests/sync/simulation/invariants.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "core/base/check.h"
#include "core/visits/record_fields.h"
#include "sync/change_log/append.h"
#include "sync/server/scope.h"

namespace kitbag::simulation {
namespace {

using Record = std::pair<std::string, std::string>;                    // Entity, id.
using FieldPlace = std::tuple<std::string, std::string, std::string>;  // Entity, id, field.

std::vector<Change> all_changes(Database& database) {
    const auto logged = read_all_logged(database.query(std::string(select_changes) + "ORDER BY change.stamp"));
    CHECK(logged.has_value());
    std::vector<Change> changes;
    for (const LoggedChange& each : *logged) changes.push_back(each.change);
    return changes;
}

std::set<std::string> column(Database& database, std::string_view sql) {
    std::set<std::string> found;
    Statement statement = database.query(sql);
    for (Result<bool> row = statement.step(); row && *row; row = statement.step()) found.insert(statement.text(0));
    return found;
}

std::set<Id> withdrawn_in(Database& database) {
    return column(database, "SELECT change.id FROM withdrawn JOIN change ON change.position = withdrawn.change");
}

// What others wrote and an older program read, which kept no proofs: a county that lost it does not take it from this tablet.
std::set<Id> not_to_be_proved(const SimTablet& tablet, Database& database) {
    std::set<Id> ids = column(database, "SELECT id FROM change WHERE proof = ''");
    for (const Id& id : tablet.written) ids.erase(id);
    return ids;
}

std::set<Id> ids_of(const std::vector<Change>& changes) {
    std::set<Id> ids;
    for (const Change& change : changes) ids.insert(change.id);
    return ids;
}

// Merged as the rule says it, without any of the product's own code: of the versions of a field those count that no other names as
// seen, and the latest of these shows.
struct Merged {
    std::string shown;
    bool conflict = false;

    bool operator==(const Merged&) const = default;
};

std::map<FieldPlace, Merged> merged_plainly(const std::vector<Change>& changes) {
    struct Versions {
        std::map<Stamp, std::string> values;
        std::set<Stamp> seen;
    };
    std::map<FieldPlace, Versions> fields;
    for (const Change& change : changes) {
        for (const auto& [field, edit] : change.fields) {
            Versions& versions = fields[{change.entity, change.entity_id, field}];
            versions.values[change.stamp] = to_text(edit.value);
            versions.seen.insert(edit.base.begin(), edit.base.end());
        }
    }
    std::map<FieldPlace, Merged> merged;
    for (const auto& [place, versions] : fields) {
        Merged& one = merged[place];
        std::set<std::string> values;
        for (const auto& [stamp, value] : versions.values) {
            if (versions.seen.contains(stamp)) continue;
            one.shown = value;
            values.insert(value);
        }
        one.conflict = values.size() > 1;
    }
    return merged;
}

// As the store itself has it.
std::map<FieldPlace, Merged> merged_in(Database& database) {
    std::map<FieldPlace, Merged> merged;
    Statement statement = database.query("SELECT entity, entity_id, field FROM field_state");
    for (Result<bool> row = statement.step(); row && *row; row = statement.step()) {
        const FieldPlace place{statement.text(0), statement.text(1), statement.text(2)};
        const auto state = field_state(database, statement.text(0), statement.text(1), statement.text(2));
        CHECK(state.has_value() && state->has_value());
        merged[place] = {winner(**state).value, in_conflict(**state)};
    }
    return merged;
}

// The tables that screens read.
std::map<Record, std::string> tables_of(Database& database) {
    std::map<Record, std::string> rows;
    for (const Entity& entity : entities()) {
        const std::string name(entity.name);
        std::string columns = "''";
        for (const Field& field : entity.fields) columns += " || '|' || " + std::string(field.name);
        Statement statement = database.query("SELECT id, " + columns + " FROM " + name);
        for (Result<bool> row = statement.step(); row && *row; row = statement.step())
            rows[{name, statement.text(0)}] = statement.text(1);
    }
    return rows;
}

std::map<Record, std::set<Id>> by_record(const std::vector<Change>& changes) {
    std::map<Record, std::set<Id>> records;
    for (const Change& change : changes) records[{change.entity, change.entity_id}].insert(change.id);
    return records;
}

// What a field of a record says, without its quotes; "" where nothing does.
std::string said(const std::map<FieldPlace, Merged>& merged, const std::string& entity, const std::string& id,
                 const std::string& field) {
    const auto found = merged.find({entity, id, field});
    return found == merged.end() ? "" : found->second.shown.substr(1, found->second.shown.size() - 2);
}

// Where the visit was held that a record belongs to, or where the post is; "" where that is not known.
std::string place_of(const std::map<FieldPlace, Merged>& merged, const Change& change) {
    const auto& [entity, id] = Record(change.entity, change.entity_id);
    if (entity == "visit" || entity == "post") return said(merged, entity, id, "urn");
    return said(merged, "visit", said(merged, entity, id, "visit"), "urn");
}

// The places in an adviser's sight as the rule says it, without the product's own code; nothing where it is all of them.
std::optional<std::set<std::string>> places_of(Database& county, const Id& adviser) {
    const auto reach = reach_of(county, StaffRole::adviser);
    CHECK(reach.has_value());
    if (*reach == Reach::all) return std::nullopt;
    struct Held {
        std::string urn, account, team;
    };
    std::vector<Held> posts;
    Statement statement = county.query("SELECT urn, account, team FROM post WHERE until = ''");
    for (Result<bool> row = statement.step(); row && *row; row = statement.step())
        posts.push_back({statement.text(0), statement.text(1), statement.text(2)});
    std::set<std::string> teams;
    std::set<std::string> places;
    for (const Held& post : posts) {
        if (post.account == adviser && *reach == Reach::team && !post.team.empty()) teams.insert(post.team);
    }
    for (const Held& post : posts) {
        if (post.account == adviser || teams.contains(post.team)) places.insert(post.urn);
    }
    return places;
}

std::set<Id> that_come_to(const SimTablet& tablet, Database& county, const std::vector<Change>& changes,
                          const std::map<FieldPlace, Merged>& merged) {
    const auto places = places_of(county, tablet.adviser());
    std::set<Id> coming;
    for (const Change& change : changes) {
        const std::string place = places ? place_of(merged, change) : "";
        if (place.empty() || places->contains(place)) coming.insert(change.id);
    }
    return coming;
}

// A record of which a tablet and the county have the same changes, and show something else.
void check_same_records(SimTablet& tablet, const std::vector<Change>& own, Database& county,
                        const std::vector<Change>& changes, std::vector<std::string>& faults) {
    const auto here = by_record(own);
    const auto there = by_record(changes);
    const auto is_same = [&](const Record& record) {
        const auto one = here.find(record);
        const auto other = there.find(record);
        return one != here.end() && other != there.end() && one->second == other->second;
    };
    const auto differ = [&](const auto& shown, const auto& shown_there, auto record_of) {
        return std::ranges::any_of(shown, [&](const auto& each) {
            const auto other = shown_there.find(each.first);
            return is_same(record_of(each.first)) && (other == shown_there.end() || other->second != each.second);
        });
    };
    const auto of_field = [](const FieldPlace& place) { return Record(std::get<0>(place), std::get<1>(place)); };
    if (differ(merged_in(tablet.database()), merged_in(county), of_field) ||
        differ(tables_of(county), tables_of(tablet.database()), std::identity()))
        faults.push_back(std::string("Tablet ") + tablet.letter + " shows another record than the county.");
}

void check_county(Database& county, const std::vector<Change>& changes, std::vector<std::string>& faults) {
    if (merged_in(county) != merged_plainly(changes))
        faults.emplace_back("The county shows another record than its changes give.");
}

void check_tablet(SimTablet& tablet, const std::set<Id>& at_county, const std::set<Id>& coming, bool restored,
                  std::vector<std::string>& faults) {
    const auto say = [&](const std::string& what) { faults.push_back(std::string("Tablet ") + tablet.letter + what); };
    for (const Id& id : tablet.acknowledged) {
        if (!at_county.contains(id) && (tablet.welcome || !restored))
            say(" had a receipt for " + id + ", and the county has it not.");
    }
    if (tablet.erased) return;
    const auto log = all_changes(tablet.database());
    const std::set<Id> here = ids_of(log);
    if (here.size() != log.size()) say(" has a change twice.");
    for (const Id& id : tablet.written) {
        if (!here.contains(id)) say(" lost " + id + ", which it had written.");
    }
    if (!tablet.welcome) return;
    const auto refused =
        column(tablet.database(), "SELECT change.id FROM refusal JOIN change ON change.position = refusal.change");
    // But for a record of which it does not know whether it may be written twice.
    for (const std::string& id : column(tablet.database(),
                                        "SELECT change.id FROM refusal JOIN change ON change.position = refusal.change "
                                        "WHERE refusal.code = 'from_the_future' AND change.entity <> 'mood'"))
        say(" is still refused for its clock, which is right: " + id + ".");
    const auto counts = tablet.log().counts();
    CHECK(counts.has_value());
    if (counts->waiting > 0) say(" still has " + std::to_string(counts->waiting) + " waiting.");
    const auto withdrawn = withdrawn_in(tablet.database());
    const auto lost = restored ? not_to_be_proved(tablet, tablet.database()) : std::set<Id>();
    for (const Id& id : here) {
        if (!at_county.contains(id) && lost.contains(id)) continue;
        if (at_county.contains(id) == (refused.contains(id) || withdrawn.contains(id)))
            say(" and the county do not agree about " + id + ".");
    }
    for (const Id& id : coming) {
        if (!here.contains(id)) say(" never got " + id + ".");
    }
}

void check_pictures(Database& county, const std::vector<SimTablet*>& tablets, std::vector<std::string>& faults) {
    const auto named = column(county, "SELECT content FROM photo WHERE removed = ''");
    const auto at_county = column(county, "SELECT content FROM county_picture WHERE number <> ''");
    std::set<std::string> anywhere;
    for (SimTablet* tablet : tablets) {
        if (!tablet->welcome) continue;
        for (const std::string& content : column(tablet->database(), "SELECT content FROM picture")) {
            if (named.contains(content)) anywhere.insert(content);
        }
    }
    for (const std::string& content : anywhere) {
        if (!at_county.contains(content)) faults.push_back("The county never got the picture " + content + ".");
    }
    for (const std::string& content : at_county) {
        if (!named.contains(content)) faults.push_back("The county keeps the removed picture " + content + ".");
    }
    for (SimTablet* tablet : tablets) {
        if (!tablet->welcome) continue;
        const std::string who = std::string("Tablet ") + tablet->letter;
        const auto own = tablet->pictures_of_record();
        const auto here = column(tablet->database(), "SELECT content FROM picture");
        for (const std::string& content : here) {
            if (!std::ranges::contains(own, content)) faults.push_back(who + " keeps a removed picture.");
        }
        for (const std::string& content : own) {
            if (at_county.contains(content) && !here.contains(content))
                faults.push_back(who + " never got the picture " + content + ".");
        }
    }
}

}  // namespace

std::vector<std::string> only_on(SimTablet& tablet, Database& county) {
    std::vector<std::string> faults;
    const auto say = [&](const std::string& what) {
        faults.push_back(std::string("Tablet ") + tablet.letter + " was erased and only it had " + what + ".");
    };
    const std::set<Id> at_county = ids_of(all_changes(county));
    const auto kept_apart = column(county, "SELECT text FROM left_behind");
    const std::set<Id> withdrawn = withdrawn_in(tablet.database());
    const std::set<Id> lost = not_to_be_proved(tablet, tablet.database());
    for (const Change& change : all_changes(tablet.database())) {
        if (lost.contains(change.id)) continue;
        const auto is_it = [&](const std::string& text) { return text.contains(change.id); };
        if (!at_county.contains(change.id) && !withdrawn.contains(change.id) && !std::ranges::any_of(kept_apart, is_it))
            say(change.id);
    }
    const auto pictures = column(county, "SELECT content FROM county_picture WHERE number <> ''");
    // Somebody else may have removed it, of which a tablet that is to be erased does not hear any more.
    const auto removed = column(county, "SELECT content FROM photo WHERE removed <> ''");
    for (const std::string& content : tablet.pictures_of_record()) {
        const auto here = column(tablet.database(), "SELECT content FROM picture");
        if (here.contains(content) && !pictures.contains(content) && !removed.contains(content))
            say("the picture " + content);
    }
    return faults;
}

std::vector<std::string> broken_invariants(Database& county, const std::vector<SimTablet*>& tablets, bool restored) {
    std::vector<std::string> faults;
    const std::vector<Change> changes = all_changes(county);
    const std::set<Id> at_county = ids_of(changes);
    if (at_county.size() != changes.size()) faults.emplace_back("The county has a change twice.");
    check_county(county, changes, faults);
    const auto merged = merged_in(county);
    for (SimTablet* tablet : tablets) {
        check_tablet(*tablet, at_county, that_come_to(*tablet, county, changes, merged), restored, faults);
        if (tablet->erased) continue;
        auto own = all_changes(tablet->database());
        const auto withdrawn = withdrawn_in(tablet->database());
        std::erase_if(own, [&](const Change& change) { return withdrawn.contains(change.id); });
        if (merged_in(tablet->database()) != merged_plainly(own))
            faults.push_back(std::string("Tablet ") + tablet->letter + " shows another record than its changes give.");
        check_same_records(*tablet, own, county, changes, faults);
    }
    check_pictures(county, tablets, faults);
    return faults;
}

}  // namespace kitbag::simulation
