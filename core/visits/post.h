#pragma once
// The people around an establishment: who holds which post there, and since when. The register names nobody, so what is known
// is what advisers write. A post that has ended stays, with the day; a person is nothing here but the name in a post.

#include <optional>
#include <string>
#include <string_view>

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/base/time.h"
#include "core/base/words.h"

namespace kitbag {

enum class PostRole { head_teacher, chair_of_governors, adviser, early_years_adviser, system_leader };

// Of a system leader, as the county's strategy lists them; none for every other role.
enum class Designation {
    none,
    national_leader_of_education,
    local_leader_of_education,
    specialist_leader_of_education,
    national_leader_of_governance,
};

// Of the early years service, as the county's strategy has them: of an early years adviser's post, none for every other.
enum class Team { none, quality, intervention, sector_development };

inline constexpr Words<4> team_words = {"", "quality", "intervention", "sector_development"};
inline constexpr Words<5> post_role_words = {"head_teacher", "chair_of_governors", "adviser", "early_years_adviser",
                                             "system_leader"};
inline constexpr Words<5> designation_words = {"", "national_leader_of_education", "local_leader_of_education",
                                               "specialist_leader_of_education", "national_leader_of_governance"};

inline std::string_view to_word(PostRole role) {
    return word_of(post_role_words, role);
}
inline std::string_view to_word(Designation designation) {
    return word_of(designation_words, designation);
}
inline std::string_view to_word(Team team) {
    return word_of(team_words, team);
}
inline std::optional<Team> team_from(std::string_view word) {
    return value_of<Team>(team_words, word);
}
inline std::optional<PostRole> post_role_from(std::string_view word) {
    return value_of<PostRole>(post_role_words, word);
}
inline std::optional<Designation> designation_from(std::string_view word) {
    return value_of<Designation>(designation_words, word);
}

struct Post {
    Id id;
    std::string urn;  // Of the school or setting that it is about.
    PostRole role = PostRole::head_teacher;
    std::string name;
    Id account;  // Who that is among the county's own people; "" for everybody else.
    Designation designation = Designation::none;
    std::string leads;     // URN of the school that a system leader leads, which may be another county's; or "".
    std::string capacity;  // How much a system leader can give: "Two days a month".
    std::optional<Date> since;
    std::optional<Date> until;  // The first day on which it is not held any more; nothing while it is.
    Team team = Team::none;     // Which works there, by this post.

    bool operator==(const Post&) const = default;
};

// Not one that has ended, nor one that begins later.
bool is_held_on(const Post& post, const Date& day);

// The post makes the establishment one of its holder's caseload.
bool is_of_caseload(PostRole role);

// Codes: "no_name", "no_designation", "bad_leads" for what is no URN, "bad_until" where it ends before it begins.
Result<void> check_post(const Post& post);

}  // namespace kitbag
