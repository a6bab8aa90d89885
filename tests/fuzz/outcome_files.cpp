// Files of outcomes as the county imports them, and the measures that they are read by.
#include <sstream>

#include "core/outcomes/outcomes_import.h"
#include "tests/fuzz/made_up.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
    using namespace kitbag;
    static const MeasureList measures = read_measures(own_measures_text()).value();
    static const std::vector<School> schools = [] {
        School school;
        school.urn = "900001";
        school.establishment_number = "2001";
        return std::vector{school};
    }();
    static_cast<void>(read_measures(text_of(bytes, count)));
    std::istringstream file{std::string(text_of(bytes, count))};
    static_cast<void>(source_of_outcomes(file));
    static_cast<void>(read_ks2_table(file, {measures, schools}, "999", 2019));
    file.clear();
    file.seekg(0);
    static_cast<void>(read_long_outcomes(file, {measures, schools}));
    return 0;
}
