#pragma once
// What a head writes while the record is in their hands: drafts, until it is signed and becomes the one answer that nobody
// alters. It is about the document as it was handed over, whatever arrives in the meantime.

#include <string_view>
#include <vector>

#include "app/models/record_model.h"
#include "app/session/draft_keeper.h"

namespace kitbag {

// "name", "post", or a part: dispute_key() of it.
FieldKey head_key(const Id& visit, std::string_view field);
FieldKey dispute_key(const Id& visit, std::string_view part);
bool is_heads_word(const FieldKey& key, const Id& visit);

// The parts to read with what was typed about them. `outcome`: how signing fared the last time.
HandOverModel build_hand_over(const RecordDocument& document, const DraftKeeper& keeper);

// Puts in what is being typed.
void refresh_field(HandOverModel& model, const DraftKeeper& keeper, const FieldKey& key);

// Codes: "no_name", "no_post"; "bad_field" for what is too long, or for an answer that does not fit what is disputed.
Result<void> record_answer(OpenStore& store, DraftKeeper& keeper, Platform& platform, const RecordDocument& document,
                           bool accurate);

}  // namespace kitbag
