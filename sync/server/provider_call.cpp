#include "sync/server/provider_call.h"

#include <array>
#include <memory>
#include <optional>

#include <curl/curl.h>

#include "core/base/check.h"
#include "sync/server/web_address.h"

namespace kitbag {
namespace {

struct CallGone {
    void operator()(CURL* call) const { curl_easy_cleanup(call); }
};
struct HeadersGone {
    void operator()(curl_slist* headers) const { curl_slist_free_all(headers); }
};

// Another size than it was given ends the call.
std::size_t take_piece(char* bytes, std::size_t one, std::size_t count, void* answer) {
    auto& text = *static_cast<std::string*>(answer);
    if (text.size() + one * count > provider_answer_bytes_max) return 0;
    text.append(bytes, one * count);
    return one * count;
}

// Asked at least once a second.
int is_stopped(void* stop, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return static_cast<const std::stop_token*>(stop)->stop_requested() ? 1 : 0;
}

template <typename Value>
void set(CURL* call, CURLoption option, Value value) {
    const CURLcode failed = curl_easy_setopt(call, option, value);
    CHECK(failed == CURLE_OK);
}

void set_limits(CURL* call, bool loopback) {
    set(call, CURLOPT_PROTOCOLS_STR, loopback ? "http,https" : "https");
    set(call, CURLOPT_FOLLOWLOCATION, 0L);
    set(call, CURLOPT_SSL_VERIFYPEER, 1L);
    set(call, CURLOPT_SSL_VERIFYHOST, 2L);
    set(call, CURLOPT_CONNECTTIMEOUT, provider_connect_seconds_max);
    set(call, CURLOPT_TIMEOUT, provider_seconds_max);
    set(call, CURLOPT_NOSIGNAL, 1L);
    set(call, CURLOPT_USERAGENT, "Kitbag");
    if (loopback) set(call, CURLOPT_PROXY, "");
}

void set_question(CURL* call, const ProviderCall& asked) {
    set(call, CURLOPT_URL, asked.address.c_str());
    if (!asked.form.empty()) {
        set(call, CURLOPT_POSTFIELDSIZE, static_cast<long>(asked.form.size()));
        set(call, CURLOPT_COPYPOSTFIELDS, asked.form.c_str());
    }
    if (asked.client.empty()) return;
    set(call, CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
    set(call, CURLOPT_USERNAME, asked.client.c_str());
    set(call, CURLOPT_PASSWORD, asked.secret.c_str());
}

}  // namespace

Result<std::string> call_provider(const ProviderCall& call, const std::stop_token& stop) {
    static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    CHECK(ready == CURLE_OK);
    const std::optional<WebAddress> address = read_web_address(call.address);
    if (!address) return fault("provider_away", call.address + " is no address that is asked.");
    const std::unique_ptr<CURL, CallGone> curl(curl_easy_init());
    CHECK(curl != nullptr);
    const std::unique_ptr<curl_slist, HeadersGone> headers(curl_slist_append(nullptr, "Accept: application/json"));
    std::string answer;
    std::array<char, CURL_ERROR_SIZE> why{};
    set_limits(curl.get(), address->is_loopback);
    set_question(curl.get(), call);
    set(curl.get(), CURLOPT_HTTPHEADER, headers.get());
    set(curl.get(), CURLOPT_ERRORBUFFER, why.data());
    set(curl.get(), CURLOPT_WRITEFUNCTION, take_piece);
    set(curl.get(), CURLOPT_WRITEDATA, &answer);
    set(curl.get(), CURLOPT_NOPROGRESS, 0L);
    set(curl.get(), CURLOPT_XFERINFOFUNCTION, is_stopped);
    set(curl.get(), CURLOPT_XFERINFODATA, &stop);
    const CURLcode ended = curl_easy_perform(curl.get());
    if (ended == CURLE_WRITE_ERROR)
        return fault("provider_answer", "What " + address->origin + " answers is larger than any such answer.");
    if (ended != CURLE_OK) {
        const std::string reason = why.front() != '\0' ? why.data() : curl_easy_strerror(ended);
        return fault("provider_away", address->origin + " cannot be asked: " + reason + ".");
    }
    long status = 0;
    const CURLcode told = curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    CHECK(told == CURLE_OK);
    if (status == 200) return answer;
    return fault("provider_refused", call.address + " answers " + std::to_string(status) + ".");
}

}  // namespace kitbag
