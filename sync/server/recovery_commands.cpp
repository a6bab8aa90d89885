// What an officer does about forgotten passphrases.

#include <cstdio>
#include <filesystem>
#include <string>
#include <system_error>

#include "core/base/id.h"
#include "core/storage/county_settings.h"
#include "core/storage/escrow.h"
#include "core/storage/recovery_texts.h"
#include "sync/server/commands.h"
#include "sync/server/county_place.h"
#include "sync/server/recovery_file.h"
#include "sync/server/reference_import.h"

namespace kitbag {
namespace {

std::unexpected<Fault> key_exists(const PublicKey& key) {
    return fault("recovery_key_exists",
                 "The county has a recovery key already, " + fingerprint(key) +
                     ". If its file is lost, or somebody else may have it, run this again with --replace. Keep the old "
                     "file then: a tablet that has not synced since can be recovered with that one only.");
}

// As it was sent: a file of its own, or with a letter around it.
Result<std::string> read_request_text(const std::string& file) {
    constexpr std::size_t bytes_max = 1024 * 1024;
    std::FILE* const stream = file == "-" ? stdin : std::fopen(file.c_str(), "rb");
    if (stream == nullptr)
        return fault("no_file", "The file " + file + " cannot be read. Check its name in --request.");
    std::string text(bytes_max, '\0');
    text.resize(std::fread(text.data(), 1, text.size(), stream));
    if (stream != stdin) std::fclose(stream);
    return text;
}

}  // namespace

// The file first: a public half whose secret half is nowhere would make tablets promise what nobody can keep.
Result<void> run_recovery_key(const CommandLine& line, Random& random) {
    const Result<std::unique_ptr<Database>> database = open_existing_county(line);
    if (!database) return std::unexpected(database.error());
    const Result<std::optional<CountyIdentity>> county = county_identity(**database);
    if (!county) return std::unexpected(county.error());
    Result<CountySettings> settings = read_county_settings(**database);
    if (!settings) return std::unexpected(settings.error());
    const std::optional<PublicKey> before = public_key_from(settings->recovery_key);
    if (before && !line.has("replace")) return key_exists(*before);

    const std::filesystem::path file = line.option("out");
    const SecretKey secret = new_secret_key(random);
    const PublicKey half = public_half(secret);
    const Result<void> written = write_recovery_file(file, secret, *county ? (*county)->name : "a county");
    if (!written) return written;
    settings->recovery_key = to_hex(half.bytes);
    if (const Result<Imported> changed = change_settings(**database, *settings); !changed) {
        std::error_code ignored;
        std::filesystem::remove(file, ignored);  // Nothing is sealed to it.
        return std::unexpected(changed.error());
    }
    std::printf(
        "The secret half of the recovery key %s is in %s, and nowhere else.\n"
        "Take it off this machine and keep it, with a second copy, where only those reach it who may open an adviser's "
        "tablet: without it nobody can help with a forgotten passphrase.\n"
        "Each tablet that is unlocked seals its key to it when it next syncs.\n",
        fingerprint(half).c_str(), file.c_str());
    return {};
}

// The answer alone goes to stdout, so that it can be sent as it stands.
Result<void> run_recover(const CommandLine& line, Random& random) {
    const Result<SecretKey> secret = read_recovery_file(line.option("key"));
    if (!secret) return std::unexpected(secret.error());
    const Result<std::string> request = read_request_text(line.option("request"));
    if (!request) return std::unexpected(request.error());
    const Result<OfficeAnswer> answer = answer_request(*request, *secret, random);
    if (!answer) return std::unexpected(answer.error());
    std::fprintf(
        stderr,
        "The request is from the tablet of %s (tablet %s).\n"
        "Send this answer only if you are sure that %s asks: whoever has it and the tablet can read all that is on "
        "it. It works on that tablet only, once.\n",
        answer->holder.name.c_str(), answer->holder.device.c_str(), answer->holder.name.c_str());
    std::printf("%s\n", answer->text.c_str());
    return {};
}

}  // namespace kitbag
