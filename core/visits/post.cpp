#include "core/visits/post.h"

#include "core/base/text.h"
#include "core/schools/school.h"

namespace kitbag {

bool is_held_on(const Post& post, const Date& day) {
    return (!post.since || *post.since <= day) && (!post.until || day < *post.until);
}

bool is_of_caseload(PostRole role) {
    return role == PostRole::adviser || role == PostRole::early_years_adviser;
}

Result<void> check_post(const Post& post) {
    if (trim(post.name).empty()) return fault("no_name", "Write the person’s name.");
    if (post.role == PostRole::system_leader && post.designation == Designation::none)
        return fault("no_designation", "Choose what kind of system leader this is.");
    if (!post.leads.empty() && !is_school_urn(post.leads) && !is_provider_urn(post.leads))
        return fault("bad_leads", "Write the school’s URN, six figures, or leave this empty.");
    if (post.since && post.until && *post.until < *post.since)
        return fault("bad_until", "It cannot end before it began. Check both dates.");
    return {};
}

}  // namespace kitbag
