#include "app/session/build_sending.h"

#include "app/session/backup_maker.h"
#include "app/session/build_schools.h"
#include "app/session/receipt_words.h"
#include "app/text/backup_phrases.h"
#include "app/text/backup_words.h"
#include "app/text/evidence_phrases.h"
#include "app/text/evidence_words.h"
#include "app/text/phrases.h"
#include "app/text/suggestion_phrases.h"
#include "app/text/words.h"
#include "core/storage/photo_store.h"

namespace kitbag {
namespace {

constexpr int visits_shown_max = 200;

std::string school_name(OpenStore& store, std::string_view urn) {
    const auto school = store.schools().school(urn);
    return school && *school ? (*school)->name : std::string(urn);
}

std::string visit_and_date(OpenStore& store, const Visit& visit) {
    std::string title = school_name(store, visit.urn);
    if (visit.date) title += ", " + to_long(*visit.date);
    return title;
}

// What a refused change is about, as far as it can be told: its visit's school and date, and what was written.
std::string about(OpenStore& store, const Change& change) {
    const auto value = [&](std::string_view field) {
        const auto found = change.fields.find(field);
        return found != change.fields.end() && found->second.value.is_string() ? found->second.value.get<std::string>()
                                                                               : "";
    };
    const std::string visit_id = change.entity == "visit" ? change.entity_id : value("visit");
    std::string title = phrases::entity_name(change.entity);
    if (const auto category = category_from(value("category")))
        title += ", " + std::string(phrases::name_of(*category));
    if (const auto record = store.visits().visit(visit_id); record && *record) {
        title += ": " + visit_and_date(store, (*record)->visit);
    } else if (const std::string urn = is_urn(change.entity_id) ? change.entity_id : value("urn"); !urn.empty()) {
        title += ": " + school_name(store, urn);
    }
    return title;
}

std::string trouble_line(const Fault& trouble, std::size_t waiting, std::size_t pictures) {
    const bool only_pictures = waiting == 0 && pictures > 0;
    if (trouble.code == "no_connection" && only_pictures) return phrases::pictures_wait_offline(pictures);
    if (trouble.code == "stopped" && only_pictures) return phrases::pictures_stopped(pictures);
    if (trouble.code == "no_connection") return phrases::no_connection(waiting);
    if (trouble.code == "stopped") return phrases::stopped(waiting);
    return trouble.sentence;
}

bool is_shut_out(const SyncState& state) {
    return state.trouble && state.trouble->code == "unknown_device";
}

bool is_held_up(const SyncState& state) {
    return state.trouble && state.trouble->code == "erasure_held_up";
}

std::size_t pictures_waiting(OpenStore& store) {
    return static_cast<std::size_t>(PhotoStore(store.database()).waiting().value_or(WaitingPictures{}).count);
}

Instant clock_ahead(OpenStore& store) {
    return store.device().clock_ahead().value_or(0);
}

std::string waiting_line(std::size_t waiting, std::size_t pictures) {
    if (waiting == 0 && pictures > 0) return "";
    return waiting == 0 ? std::string(words::sending::none_waiting) : phrases::waiting_to_send(waiting) + ".";
}

}  // namespace

ProgressModel build_progress(const std::optional<SyncProgress>& progress) {
    ProgressModel model;
    if (!progress || !progress->is_long) return model;
    model.stopping = progress->stopping;
    const auto done = static_cast<std::size_t>(progress->done), total = static_cast<std::size_t>(progress->total);
    switch (progress->part) {
        case SyncProgress::Part::reference:
            model.label = words::sending::schools_come;
            break;
        case SyncProgress::Part::sending:
            model.label = words::sending::changes_go;
            model.value = phrases::sent_of(done, total);
            model.fraction = total > 0 ? static_cast<float>(done) / static_cast<float>(total) : -1;
            break;
        case SyncProgress::Part::receiving:
            model.label = words::sending::changes_come;
            model.value = phrases::received_so_far(done);
            break;
        case SyncProgress::Part::sending_pictures:
        case SyncProgress::Part::receiving_picture:
            model.label = progress->part == SyncProgress::Part::sending_pictures ? words::photos::pictures_go
                                                                                 : words::photos::picture_comes;
            model.value = phrases::megabytes_of(progress->done, progress->total);
            model.fraction = total > 0 ? static_cast<float>(done) / static_cast<float>(total) : -1;
            break;
    }
    if (model.stopping) model.label = words::sending::stopping;
    return model;
}

SyncBarModel build_sync_bar(OpenStore& store, const SyncState& state) {
    SyncBarModel model;
    model.busy = state.busy;
    model.progress = build_progress(state.progress);
    const ChangeCounts counts = store.log().counts().value_or(ChangeCounts{});
    const auto waiting = static_cast<std::size_t>(counts.waiting);
    model.attention = counts.refused > 0 || (!state.busy && (is_shut_out(state) || is_held_up(state)));
    const std::size_t pictures = pictures_waiting(store);
    model.unsent = counts.waiting + counts.refused + counts.put_aside + static_cast<int>(pictures);
    if (const Instant ahead = clock_ahead(store); ahead != 0) model.clock = phrases::clock_is_wrong(ahead);
    const bool sends_pictures = state.progress && state.progress->part == SyncProgress::Part::sending_pictures;
    if (state.busy && sends_pictures) {
        model.line = words::photos::sending_now;
    } else if (state.busy) {
        model.line = waiting > 0 ? words::sending::sending_now : words::sending::receiving_now;
    } else if (counts.refused > 0) {
        model.line = phrases::refused(static_cast<std::size_t>(counts.refused));
    } else if (state.trouble) {
        model.line = trouble_line(*state.trouble, waiting, pictures);
    } else if (waiting > 0) {
        model.line = phrases::waiting_to_send(waiting);
    } else if (pictures > 0) {
        model.line = phrases::pictures_wait(pictures);
    } else if (counts.received == 0) {
        model.line = words::sending::nothing_yet;
    } else {
        model.line = words::sending::all_received;
    }
    return model;
}

SendingModel build_sending(OpenStore& store, const SyncState& state) {
    SendingModel model;
    const auto contact = store.device().last_contact();
    model.last_contact = contact && *contact ? phrases::last_contact(**contact) : std::string(words::sending::never);
    model.busy = state.busy;
    const ChangeCounts counts = store.log().counts().value_or(ChangeCounts{});
    const auto waiting = static_cast<std::size_t>(counts.waiting);
    const std::size_t pictures = pictures_waiting(store);
    if (state.trouble) model.trouble = trouble_line(*state.trouble, waiting, pictures);
    if (const Instant ahead = clock_ahead(store); ahead != 0) model.clock = phrases::clock_advice(ahead);
    model.again.wanted = is_shut_out(state);
    model.again.who = store.enrolment().adviser.name;
    model.waiting = waiting_line(waiting, pictures);
    if (pictures > 0) model.pictures_waiting = phrases::pictures_wait(pictures) + ".";
    for (const Visit& visit : store.visits().visits(visits_shown_max).value_or(std::vector<Visit>{})) {
        const auto receipt = store.log().receipt_of(visit.id);
        if (!receipt || !receipt->last) continue;
        model.received.push_back(
            {visit_and_date(store, visit), visit_state_line(*receipt), visit.id, visit.urn, can_write(store, visit)});
    }
    for (const RefusedChange& refused : store.log().refused().value_or(std::vector<RefusedChange>{})) {
        const std::string title = about(store, refused.change);
        RefusedRow row{refused.change.id, title, refused.reason.sentence, phrases::try_again(title),
                       phrases::put_aside(title)};
        if (refused.put_aside) row.try_again_spoken = phrases::take_up(title);
        (refused.put_aside ? model.put_aside : model.refused).push_back(std::move(row));
    }
    const auto backup = last_backup(store);
    model.last_backup = backup ? phrases::last_backup(*backup) : std::string(words::backup::never);
    return model;
}

}  // namespace kitbag
