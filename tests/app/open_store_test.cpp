#include "app/session/open_store.h"

#include <doctest/doctest.h>

#include "core/storage/settings.h"
#include "tests/app/fake_platform.h"

using namespace kitbag;

TEST_CASE("A program that brought the store up to date asks for all of the reference once more, and only then") {
    MemoryFiles files;
    SetClock clock;
    FakePlatform platform(files, clock, 1);
    const auto opened = [&] { return OpenStore::open(platform, platform.store(1), DatabaseKey{}).value(); };
    REQUIRE(opened()->device().set_reference_version("of the county"));
    CHECK(opened()->device().reference_version() == "of the county");
    REQUIRE(Settings(opened()->database()).set("reference.read_at_schema", "4"));
    CHECK(opened()->device().reference_version() == "");
    REQUIRE(opened()->device().set_reference_version("of the county"));
    CHECK(opened()->device().reference_version() == "of the county");
}
