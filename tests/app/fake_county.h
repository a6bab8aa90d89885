#pragma once
// A county server for tests, small enough to be told to misbehave. It answers with the protocol's own writers.

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/platform/platform.h"
#include "core/criteria/framework.h"
#include "sync/protocol/messages.h"
#include "sync/protocol/outcome_messages.h"

namespace kitbag {

class FakeCounty {
  public:
    FakeCounty();

    WebAnswer answer(const WebRequest& request);

    // Beside those it has. Tablets get it at their next sync.
    void add_framework(const Framework& framework);
    void retire_framework(std::string_view id, std::string_view version);  // It is sent to nobody any more.
    void add_templates(std::string text);                                  // Kinds of visit; the last added are in use.
    void add_school(School school);
    void add_school(std::string urn, std::string name, SchoolKind kind, Governance governance = Governance::maintained);

    void set_governance(std::string_view urn, Governance governance);  // A school becomes an academy.
    void convert(std::string_view urn, std::string becomes);           // The school goes on under another URN.

    void set_inspections(std::string_view urn, std::vector<Inspection> inspections);  // Latest first.
    void set_inspection_rule(std::string rule);  // See core/schools/inspection_rule.h; compact, its names in order.
    void set_alliances(std::string text);        // As alliances_text() writes them.

    void add_outcomes(const OutcomePart& part);  // In the place of the same part; tablets get it at their next sync.

    void set_recovery_key(std::string public_half);  // Tablets learn of it at their next sync.

    // As the first that was ever enrolled here: what a tablet says of itself must fit.
    void know_again(std::string who) { people_.push_back({"0192f3c4-a1b2-7c3d-8e4f-000000000001", std::move(who)}); }

    void set_lock_times(int after_minutes, int hidden_after_minutes);

    bool online = true;
    bool offline_after_enrolment = false;
    bool shut_out = false;               // It knows no tablet any more, until one enrols.
    bool erase_wanted = false;           // Of every tablet that has a store: it may send what it has, and nothing else.
    bool hears_of_erasure = true;        // False: what a tablet says of it is lost on the way.
    int erased = 0;                      // How often a tablet has said that it is done.
    std::vector<Change> left_behind;     // What it refused meanwhile, which it keeps.
    Instant now = 0;                     // Its clock, told with each pull; 0: it tells none.
    bool captive_portal = false;         // Somebody else's page answers everything.
    std::string code = "KTB-7Q4M-X2PD";  // Used up by the first to enrol; set it again for another tablet.
    std::string name = "Wendshire";
    std::string role = "adviser";        // Of the next to enrol.
    Scope scope;                         // What it brings to each tablet, whoever's it is.
    std::string refused_entity;          // Changes of this entity are refused.
    std::optional<EarlierSelf> earlier;  // What a tablet that was enrolled again said it had been.
    std::vector<Change> log;             // Every change that was accepted, in order.
    int pushes = 0;
    mutable int outcome_parts_given = 0;
    bool takes_pictures = true;                   // A county of an older program does not.
    std::map<std::string, std::string> pictures;  // What came of each so far, by its hash.
    std::map<std::string, std::size_t> sizes;     // Of the whole.
    int pieces_until_cut = -1;                    // Then there is no connection any more; below 0: never.

  private:
    WebAnswer enrol(const std::string& body);
    WebAnswer erasure_done();
    WebAnswer push(const std::string& body);
    WebAnswer pull(const std::string& path) const;
    std::string urn_of(const Change& change) const;
    WebAnswer picture(const WebRequest& request);
    WebAnswer outcomes(const std::string& path) const;

    ReferenceReply reference_;
    std::vector<OutcomePartReply> outcomes_;
    std::map<std::string, Receipt> receipts_;  // By change id.
    std::vector<Person> people_;               // Who was enrolled.
};

}  // namespace kitbag
