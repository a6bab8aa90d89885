#include "sync/server/command_table.h"

#include <iterator>

namespace kitbag {
namespace {

using Kind = OptionKind;

// Of these two a command that has both needs one (command_line.cpp).
constexpr CommandOption in_folder = {"data", OptionKind::optional, "FOLDER", "where the county's database lies, or"};
constexpr CommandOption at_address = {"database", OptionKind::optional, "ADDRESS",
                                      "of a PostgreSQL database: postgresql://user@host/name"};

// Running the server.
std::vector<CommandEntry> serving() {
    return {
        {"serve",
         "Serves the app and receives the tablets' records until it is stopped.",
         {in_folder,
          at_address,
          {"site", Kind::required, "FOLDER", "the app, as the build made it"},
          {"authority", Kind::optional, "CODE", "the county's three-digit code in the register; needed the first time"},
          {"county", Kind::optional, "NAME", "the county's name; needed the first time"},
          {"register", Kind::optional, "FILE", "a GIAS extract (CSV); needed the first time"},
          {"early-years", Kind::optional, "FILE", "Ofsted's list of childcare providers and inspections (CSV)"},
          {"centres", Kind::optional, "FILE", "the Department's file of open children's centres (CSV)"},
          {"outcomes", Kind::optional, "FILE", "outcomes: the DfE's key stage 2 table, or a plain file (CSV)"},
          {"outcomes-year", Kind::optional, "YEAR", "in which the academic year of that table ends"},
          {"frameworks", Kind::optional, "FOLDER", "framework packs (JSON); needed the first time"},
          {"half-terms", Kind::optional, "FILE", "the calendar of half terms (JSON)"},
          {"visit-templates", Kind::optional, "FILE", "the kinds of visit (JSON)"},
          {"alliances", Kind::optional, "FILE", "the teaching school alliances (CSV)"},
          {"port", Kind::optional, "NUMBER", "8800 unless given; 0 for any free one"},
          {"metrics-port", Kind::optional, "NUMBER",
           "a port of this machine that answers /metrics, /healthz and /readyz to whoever asks; none unless given"},
          {"requests-per-minute", Kind::optional, "NUMBER", "of one tablet; 3000 unless given"},
          {"connections-per-address", Kind::optional, "NUMBER",
           "at once; 0 for no limit. Unless given, 0 on this machine and 200 when --listen lets others reach it"},
          {"request-seconds", Kind::optional, "NUMBER",
           "in which a request must be sent and its answer be taken; 600 unless given"},
          {"listen", Kind::optional, "ADDRESS", "127.0.0.1 (this machine only) unless given"},
          {"web-server", Kind::optional, "ADDRESS",
           "from which a web server passes all requests on: it is believed who asks (X-Forwarded-For)"},
          {"tls-certificate", Kind::optional, "FILE",
           "the server's certificate, and those that vouch for it behind it (PEM): then it speaks https"},
          {"tls-key", Kind::optional, "FILE", "the private key of that certificate (PEM)"},
          {"new-code", Kind::flag, "", "print an enrolment code though a tablet is enrolled already"}}},
    };
}

// Tablets and their people.
std::vector<CommandEntry> of_tablets() {
    return {
        {"enrolment-code",
         "Makes a code with which one tablet can be enrolled, once.",
         {in_folder,
          at_address,
          {"role", Kind::optional, "ROLE",
           "adviser unless given; senior_adviser, early_years_adviser, head_of_early_years, head_of_service, officer"},
          {"days", Kind::optional, "NUMBER", "how long it is good for; 14 unless given"}}},
        {"devices",
         "Lists the tablets: whose each is, when it was last heard of, and whether it is welcome.",
         {in_folder, at_address}},
        {"revoke",
         "Shuts one tablet out at once. With --wipe it is told to wipe itself, after it has sent what it has.",
         {in_folder,
          at_address,
          {"device", Kind::required, "TABLET", "its 16 characters, as `kitbag_server devices` shows them"},
          {"wipe", Kind::flag, "", "have it wiped; without it a wipe that is not done yet is taken back"}}},
        {"left-behind",
         "Prints, as JSON, the changes that the county refused from tablets that were to be wiped.",
         {in_folder, at_address}},
        {"settings",
         "Says what the county has decided for its tablets, and changes it.",
         {in_folder,
          at_address,
          {"lock-after-minutes", Kind::optional, "NUMBER", "untouched for so long, a tablet locks itself; 1 to 120"},
          {"lock-hidden-after-minutes", Kind::optional, "NUMBER", "and so long when Kitbag cannot be seen; 1 to 120"},
          {"inspection-rule", Kind::optional, "FILE",
           "what counts as requiring improvement where Ofsted gives no overall grade; “none” takes it back"}}},
        {"scope",
         "Says of which schools and settings the records come to the tablets of each role, and changes it.",
         {in_folder,
          at_address,
          {"role", Kind::optional, "ROLE", "whose tablets: a role as enrolment-code names them"},
          {"records", Kind::optional, "WHICH",
           "all; caseload: of the adviser's own; team: also of those where somebody of her team has a post"}}},
        {"recovery-key",
         "Makes the county's recovery key, by which an adviser's tablet can be opened when its passphrase is "
         "forgotten.",
         {in_folder,
          at_address,
          {"out", Kind::required, "FILE", "where its secret half goes; it must not be there yet"},
          {"replace", Kind::flag, "", "though the county has a recovery key already"}}},
        {"recover",
         "Answers the request of an adviser who has forgotten a passphrase. Be sure first that it is that adviser who "
         "asks.",
         {{"key", Kind::required, "FILE", "what recovery-key wrote"},
          {"request", Kind::required, "FILE", "the request as it was sent; - for what is typed or piped in"}}},
        {"take",
         "Takes in a file that a tablet without a connection made for the office, and writes the answer for it.",
         {in_folder,
          at_address,
          {"bundle", Kind::required, "FILE", "what the tablet made; it may be taken again"},
          {"key", Kind::required, "FILE", "what recovery-key wrote"},
          {"out", Kind::required, "FILE", "the answer, for that tablet alone; it must not be there yet"}}},
    };
}

// Signing in with the county's own accounts.
std::vector<CommandEntry> signing_in() {
    return {
        {"sign-in",
         "Says how people sign in with the county's own accounts to get a code, and changes it. A new provider needs "
         "all but --scope; what is not given stays.",
         {in_folder,
          at_address,
          {"issuer", Kind::optional, "ADDRESS",
           "of the county's identity provider, as it calls itself; “none”: no more"},
          {"client", Kind::optional, "ID", "what Kitbag is called there"},
          {"secret-file", Kind::optional, "FILE", "a file that holds the secret of that client and nothing else"},
          {"claim", Kind::optional, "NAME", "which part of its token tells the role: roles, groups"},
          {"public-address", Kind::optional, "ADDRESS", "where people reach this county: https://kitbag.example"},
          {"scope", Kind::optional, "WORDS", "what is asked for beside openid; profile unless given"}}},
        {"sign-in-map",
         "Lists which value of the claim gives which role, and changes it. Of several, the first on the list counts.",
         {in_folder,
          at_address,
          {"value", Kind::optional, "VALUE", "of the claim, letter for letter"},
          {"role", Kind::optional, "ROLE",
           "adviser, senior_adviser, early_years_adviser, head_of_early_years, head_of_service, officer; “none” takes "
           "it off the list"}}},
    };
}

// What tablets are given.
std::vector<CommandEntry> loading() {
    return {
        {"import-register",
         "Loads a newer register.",
         {in_folder,
          at_address,
          {"register", Kind::required, "FILE", "a GIAS extract (CSV)"},
          {"authority", Kind::optional, "CODE", "as the server was started with unless given"},
          {"preview", Kind::flag, "", "only say what it would change"}}},
        {"import-early-years",
         "Loads a newer list of early years settings, with their inspections.",
         {in_folder,
          at_address,
          {"early-years", Kind::required, "FILE", "Ofsted's list of childcare providers and inspections (CSV)"},
          {"county", Kind::optional, "NAME", "the local authority in that file; the county's name unless given"},
          {"preview", Kind::flag, "", "only say what it would change"}}},
        {"import-centres",
         "Loads a newer list of children's centres.",
         {in_folder,
          at_address,
          {"centres", Kind::required, "FILE", "the Department's file of open children's centres (CSV)"},
          {"county", Kind::optional, "NAME",
           "the local authority in that file where it has no codes; the county's name unless given"},
          {"preview", Kind::flag, "", "only say what it would change"}}},
        {"import-inspections",
         "Loads inspections of the schools in the register, beside those that it has.",
         {in_folder,
          at_address,
          {"inspections", Kind::required, "FILE", "Ofsted's file of state-funded schools' inspections (CSV)"},
          {"county", Kind::optional, "NAME", "the local authority in that file; the county's name unless given"},
          {"preview", Kind::flag, "", "only say what it would change"}}},
        {"import-outcomes",
         "Loads outcomes of the schools in the register. Each file replaces only the stages and years that it tells "
         "of.",
         {in_folder,
          at_address,
          {"outcomes", Kind::required, "FILE", "the DfE's key stage 2 table, or a plain file (CSV)"},
          {"kind", Kind::optional, "KIND", "ks2 or long; by the file's columns unless given"},
          {"year", Kind::optional, "YEAR", "in which the academic year of the table ends: 2019"},
          {"measures", Kind::optional, "FILE", "the county's own measures (JSON); kept for later files"},
          {"authority", Kind::optional, "CODE", "as the server was started with unless given"},
          {"preview", Kind::flag, "", "only say what it would change"}}},
        {"import-frameworks",
         "Loads framework packs: the county's own criteria, or a later year's. Those that were there stay.",
         {in_folder, at_address, {"frameworks", Kind::required, "FOLDER", "framework packs (JSON)"}}},
        {"import-half-terms",
         "Loads another calendar of half terms.",
         {in_folder, at_address, {"half-terms", Kind::required, "FILE", "the calendar (JSON)"}}},
        {"import-alliances",
         "Loads the county's teaching school alliances, in the place of those before.",
         {in_folder, at_address, {"alliances", Kind::required, "FILE", "a row for each school in each of them (CSV)"}}},
        {"import-visit-templates",
         "Loads other kinds of visit: new visits go by them. Those that were there stay.",
         {in_folder, at_address, {"visit-templates", Kind::required, "FILE", "the kinds of visit (JSON)"}}},
    };
}

// Taking the records out.
std::vector<CommandEntry> keeping() {
    return {
        {"audit",
         "Prints who read and who wrote which records, oldest first.",
         {in_folder,
          at_address,
          {"record", Kind::optional, "ID", "a record, or a visit with all that belongs to it"},
          {"adviser", Kind::optional, "WHO", "an adviser's name, or id"},
          {"since", Kind::optional, "DATE", "from this day on, such as 2026-11-23 (UTC)"}}},
        {"backup",
         "Writes a copy of the whole database, of one moment, into a new file. Of a PostgreSQL database pg_dump does "
         "so.",
         {{"data", Kind::required, "FOLDER", "where the county's database lies"},
          {"out", Kind::required, "FILE", "the copy; it must not be there yet"}}},
        {"restore",
         "Makes a county from a copy that backup wrote, in a folder that holds none. The copy is checked first.",
         {{"from", Kind::required, "FILE", "the copy"},
          {"data", Kind::required, "FOLDER", "where the county's database will lie; made when it is missing"}}},
        {"export",
         "Writes every visit, rating and direction of travel, with its whole history, as JSON.",
         {in_folder,
          at_address,
          {"out", Kind::optional, "FILE", "where to; it must not be there yet. To stdout unless given"},
          {"pictures", Kind::optional, "FOLDER",
           "where the photographs' pictures go, as JPEGs; it must not be there yet. Left out unless given"}}},
    };
}

std::vector<CommandEntry> all_commands() {
    std::vector<CommandEntry> all;
    for (std::vector<CommandEntry> group : {serving(), of_tablets(), signing_in(), loading(), keeping()})
        all.insert(all.end(), std::make_move_iterator(group.begin()), std::make_move_iterator(group.end()));
    return all;
}

}  // namespace

const std::vector<CommandEntry>& command_table() {
    static const std::vector<CommandEntry> all = all_commands();
    return all;
}

}  // namespace kitbag
