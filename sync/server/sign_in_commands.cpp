// How people sign in with the county's own accounts: which provider, and which of its values gives which role.

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "core/base/text.h"
#include "sync/server/commands.h"
#include "sync/server/county_place.h"
#include "sync/server/printing.h"
#include "sync/server/provider_call.h"
#include "sync/server/sign_in_store.h"
#include "sync/server/web_address.h"

namespace kitbag {
namespace {

constexpr std::size_t word_bytes_max = 1000;
constexpr std::array options_of_provider = {"issuer", "client", "secret-file", "claim", "public-address", "scope"};

Result<std::string> read_secret(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    std::string secret(trim(text));
    const bool good = stream && !secret.empty() && secret.size() <= word_bytes_max &&
                      std::ranges::all_of(secret, [](char c) { return c >= ' ' && c <= '~'; });
    if (good) return secret;
    return fault("bad_secret", "--secret-file " + file.string() +
                                   " holds no secret of a client: give a file with that and nothing else.");
}

Result<void> check_issuer(const std::string& issuer) {
    if (read_web_address(issuer) && !issuer.contains('?')) return {};
    return fault("bad_issuer", "--issuer must be the provider's address by https, as it calls itself: “" + issuer +
                                   "” is none. On this machine alone it may be http.");
}

// Without what may follow a machine's name.
Result<std::string> origin_of(const std::string& text) {
    const std::optional<WebAddress> address = read_web_address(text);
    if (address && address->path == "/" && !text.contains('?')) return address->origin;
    return fault("bad_public_address",
                 "--public-address must be where people reach this county by https, and nothing behind it: "
                 "https://kitbag.example. On this machine alone it may be http.");
}

// What the line says, over what holds already. The secret of a client goes with that client.
Result<IdentityProvider> wanted_provider(const CommandLine& line, const IdentityProvider& before) {
    IdentityProvider wanted = before;
    for (const auto& [name, place] : {std::pair{"issuer", &wanted.issuer}, std::pair{"client", &wanted.client},
                                      std::pair{"claim", &wanted.claim}, std::pair{"scope", &wanted.scope}}) {
        *place = line.option(name, *place);
        if (place->size() > word_bytes_max) return fault("too_long", "--" + std::string(name) + " is too long.");
    }
    if (wanted.issuer != before.issuer || wanted.client != before.client) wanted.secret.clear();
    if (line.has("secret-file")) {
        Result<std::string> secret = read_secret(line.option("secret-file"));
        if (!secret) return std::unexpected(secret.error());
        wanted.secret = *std::move(secret);
    }
    if (line.has("public-address")) {
        Result<std::string> origin = origin_of(line.option("public-address"));
        if (!origin) return std::unexpected(origin.error());
        wanted.public_address = *std::move(origin);
    }
    for (const auto& [name, value] : {std::pair{"issuer", wanted.issuer}, std::pair{"client", wanted.client},
                                      std::pair{"secret-file", wanted.secret}, std::pair{"claim", wanted.claim},
                                      std::pair{"public-address", wanted.public_address}})
        if (value.empty()) return fault("missing_option", "sign-in needs --" + std::string(name) + " too.");
    if (const Result<void> good = check_issuer(wanted.issuer); !good) return std::unexpected(good.error());
    return wanted;
}

void print_provider(const IdentityProvider& provider) {
    std::printf(
        "People sign in with their accounts at %s, where Kitbag is the client “%s”.\nTheir role is in the claim “%s” "
        "of the "
        "ID token; asked for is the scope “openid%s%s”.\nIt is asked at %s, its token at %s, its keys at %s.\nEnter "
        "there as "
        "where to come back to: %s\nPeople open: %s/sign-in\n",
        provider.issuer.c_str(), on_one_line(provider.client).c_str(), on_one_line(provider.claim).c_str(),
        provider.scope.empty() ? "" : " ", on_one_line(provider.scope).c_str(), provider.authorization_address.c_str(),
        provider.token_address.c_str(), provider.keys_address.c_str(), way_back_address(provider).c_str(),
        provider.public_address.c_str());
}

Result<void> print_map(Database& database) {
    const Result<std::vector<RoleOfValue>> map = read_role_map(database);
    if (!map) return std::unexpected(map.error());
    if (map->empty()) {
        std::puts(
            "No value gives a role yet, so that nobody is given a code. `kitbag_server sign-in-map --value VALUE "
            "--role "
            "ROLE` says which does.");
    }
    for (const RoleOfValue& line : *map)
        std::printf("%-20s  %s\n", std::string(to_word(line.role)).c_str(), on_one_line(line.value).c_str());
    return {};
}

Result<void> change_provider(Database& database, const CommandLine& line,
                             const std::optional<IdentityProvider>& before) {
    IdentityProvider first;
    first.scope = "profile";
    const Result<IdentityProvider> wanted = wanted_provider(line, before.value_or(first));
    if (!wanted) return std::unexpected(wanted.error());
    const Result<std::string> said = call_provider({.address = discovery_address(wanted->issuer)});
    if (!said) return std::unexpected(Fault{said.error().code, said.error().sentence + " Nothing was changed."});
    const Result<IdentityProvider> provider = read_discovery(*said, *wanted);
    if (!provider)
        return std::unexpected(Fault{provider.error().code, provider.error().sentence + " Nothing was changed."});
    if (const Result<void> stored = store_provider(database, *provider); !stored) return stored;
    print_provider(*provider);
    return print_map(database);
}

}  // namespace

Result<void> run_sign_in(const CommandLine& line) {
    const Result<std::unique_ptr<Database>> database = open_existing_county(line);
    if (!database) return std::unexpected(database.error());
    const Result<std::optional<IdentityProvider>> before = read_provider(**database);
    if (!before) return std::unexpected(before.error());
    if (line.option("issuer") == "none") {
        if (const Result<bool> gone = forget_provider(**database); !gone) return std::unexpected(gone.error());
        std::puts("Nobody signs in with an account of the county's from now on. Tablets that are enrolled stay so.");
        return {};
    }
    if (std::ranges::any_of(options_of_provider, [&](const char* name) { return line.has(name); }))
        return change_provider(**database, line, *before);
    if (!*before) {
        std::puts("Nobody signs in with an account of the county's. `kitbag_server help` says what sign-in needs.");
        return {};
    }
    print_provider(**before);
    return print_map(**database);
}

Result<void> run_sign_in_map(const CommandLine& line) {
    const std::string value = line.option("value");
    if (line.has("role") != line.has("value") || value.size() > word_bytes_max || !count_characters(value))
        return fault("missing_option", "--value and --role belong together: give both, or neither.");
    const std::string word = line.option("role", "none");
    const std::optional<StaffRole> role = role_from(word);
    if (!role && word != "none")
        return fault("bad_role", "There is no role “" + word +
                                     "”. There are adviser, senior_adviser, early_years_adviser, head_of_early_years, "
                                     "head_of_service and officer, and none.");
    const Result<std::unique_ptr<Database>> database = open_existing_county(line);
    if (!database) return std::unexpected(database.error());
    if (role) {
        if (const Result<void> mapped = map_role(**database, value, *role); !mapped) return mapped;
    } else if (!value.empty()) {
        const Result<bool> was_there = unmap_role(**database, value);
        if (!was_there) return std::unexpected(was_there.error());
        if (!*was_there) return fault("no_such_value", "“" + value + "” gives no role, and so nothing was changed.");
    }
    return print_map(**database);
}

}  // namespace kitbag
