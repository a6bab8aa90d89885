// What was recorded in a visit, put in reading order: about the visit, its questions, aspect by aspect with the evidence,
// strengths, areas for development, what was agreed, photographs.

#include <algorithm>

#include "app/session/build_document.h"
#include "app/session/school_words.h"
#include "app/text/phrases.h"
#include "app/text/record_phrases.h"
#include "app/text/record_words.h"
#include "app/text/suggestion_phrases.h"
#include "core/base/text.h"

namespace kitbag {
namespace {

namespace t = words::record;

class Sections {
  public:
    Sections(OpenStore& store, const Reading& reading)
        : store_(store),
          reading_(reading),
          visit_(reading.record.visit),
          templates_(store.templates(visit_.templates_version)),
          template_(find_template(templates_, visit_.kind)) {}

    std::vector<RecordSection> all() {
        std::vector<RecordSection> sections = {about()};
        questions(sections);
        sections.push_back({"aspects", std::string(t::aspects), aspects()});
        sections.push_back({"other_evidence", std::string(t::other_evidence), other_evidence()});
        sections.push_back({"strengths", std::string(t::strengths), notes_of(NoteKind::strength)});
        sections.push_back({"developments", std::string(t::developments), notes_of(NoteKind::development)});
        sections.push_back({"actions", std::string(t::actions), actions()});
        sections.push_back({"photos", std::string(t::photos), photos()});
        std::erase_if(sections, [](const RecordSection& section) { return section.parts.empty(); });
        return sections;
    }

  private:
    static void add(RecordPart& part, std::string_view name, std::string_view label, std::string_view value,
                    std::string_view plain = "", bool later = false) {
        if (value.empty()) return;
        part.details.push_back({std::string(name), std::string(label), std::string(value), std::string(plain), later});
    }

    RecordPart fact(std::string_view field, std::string_view label, std::string_view value, std::string_view plain = "",
                    bool signed_over = true) const {
        RecordPart part;
        part.id = "visit." + std::string(field);
        part.title = label;
        part.text = value;
        part.plain = plain;
        part.signed_over = signed_over;
        return part;
    }

    std::string present_titles() const {
        std::vector<std::string> titles;
        for (const std::string& key : visit_.present) titles.push_back(title_in(present_named(), key));
        return phrases::list_of(titles);
    }

    const std::vector<Named>& present_named() const {
        static const std::vector<Named> none;
        return template_ ? template_->present : none;
    }

    static std::string title_in(const std::vector<Named>& named, const std::string& key) {
        const auto found = std::ranges::find(named, key, &Named::id);
        return found == named.end() ? key : found->title;
    }

    RecordSection about() const {
        RecordSection section{"about", std::string(t::about), {}};
        std::string day = visit_.date ? to_long(*visit_.date) : "";
        if (!visit_.time.empty()) day += (day.empty() ? "" : ", ") + visit_.time;
        section.parts.push_back(
            fact("date", t::date, day, visit_.date ? to_iso(*visit_.date) + " " + visit_.time : ""));
        section.parts.push_back(
            fact("adviser", t::written_by, adviser_name(store_, visit_.adviser), visit_.adviser, false));
        section.parts.push_back(fact("participants", words::visit::participants, visit_.participants));
        if (!visit_.present.empty())
            section.parts.push_back(fact("present", t::present, present_titles(), join_keys(visit_.present)));
        section.parts.push_back(fact("focus", words::visit::focus, visit_.focus));
        if (visit_.governance && !name_of(*visit_.governance).empty())
            section.parts.push_back(
                fact("governance", t::governance, name_of(*visit_.governance), to_word(*visit_.governance), false));
        if (const std::string criteria = criteria_line(reading_); !criteria.empty())
            section.parts.push_back(fact("criteria", t::criteria, criteria, "", false));
        for (RecordPart& part : section.parts) {
            for (const ConflictLine& line : reading_.conflicts) {
                if (line.entity == "visit" && "visit." + line.field == part.id)
                    part.also_written.push_back(line.sentence);
            }
        }
        return section;
    }

    RecordPart answer_part(const VisitAnswer& answer, const std::string& title) const {
        RecordPart part;
        part.id = "question." + answer.question;
        part.kind = PartKind::question;
        part.title = title;
        part.text = answer.text;
        part.also_written = conflict_lines(reading_, "visit_answer", answer.id);
        return part;
    }

    // Questions that nobody answered are left out of the record; answers to questions that are gone are kept.
    void questions(std::vector<RecordSection>& sections) const {
        std::vector<const VisitAnswer*> left;
        for (const VisitAnswer& answer : reading_.record.answers) {
            if (!trim(answer.text).empty()) left.push_back(&answer);
        }
        const auto take = [&](std::string_view question) -> const VisitAnswer* {
            const auto found = std::ranges::find(left, question, [](const auto* one) { return one->question; });
            if (found == left.end()) return nullptr;
            const VisitAnswer* answer = *found;
            left.erase(found);
            return answer;
        };
        for (const TemplateSection& wanted : template_ ? template_->sections : std::vector<TemplateSection>{}) {
            RecordSection section{"section." + wanted.id, wanted.title, {}};
            for (const TemplateQuestion& question : wanted.questions) {
                if (const VisitAnswer* answer = take(question.id))
                    section.parts.push_back(answer_part(*answer, question.text));
            }
            sections.push_back(std::move(section));
        }
        RecordSection others{"section.others", std::string(t::other_questions), {}};
        for (const VisitAnswer* answer : left) others.parts.push_back(answer_part(*answer, answer->question));
        sections.push_back(std::move(others));
    }

    std::string aspect_title(std::string_view aspect) const {
        const Aspect* found = reading_.framework ? find_aspect(*reading_.framework, aspect) : nullptr;
        return found ? found->title : std::string(aspect);
    }

    RecordPart aspect_part(const std::string& aspect) const {
        RecordPart part;
        part.id = "aspect." + aspect;
        part.kind = PartKind::aspect;
        part.title = aspect_title(aspect);
        part.choice = choice_from(choice_word(reading_.record, aspect));
        part.chosen = part.choice ? phrases::name_of(*part.choice) : words::visit::not_judged;
        const auto category = part.choice ? category_of(*part.choice) : std::nullopt;
        const Aspect* found = reading_.framework ? find_aspect(*reading_.framework, aspect) : nullptr;
        if (category && found) part.descriptor = descriptor_text(*found, *category, visit_.variant);
        part.also_written = conflict_lines(reading_, "judgement", judgement_id(visit_.id, aspect));
        return part;
    }

    std::vector<const EvidenceNote*> written_notes(NoteKind kind) const {
        std::vector<const EvidenceNote*> found;
        for (const EvidenceNote& note : reading_.record.notes) {
            if (note.kind == kind && !trim(note.text).empty()) found.push_back(&note);
        }
        return found;
    }

    std::vector<RecordPart> aspects() const {
        std::vector<std::string> ids;
        const auto want = [&](const std::string& id) {
            if (!id.empty() && !std::ranges::contains(ids, id)) ids.push_back(id);
        };
        if (reading_.framework && template_) {
            for (const Aspect* aspect :
                 aspects_of(*template_, *reading_.framework, visit_.variant, may_have_sixth_form(reading_.school)))
                want(aspect->id);
        }
        // Everything recorded is shown, also about aspects that the criteria on this tablet do not have.
        for (const Judgement& judgement : reading_.record.judgements) {
            if (judgement.choice) want(judgement.aspect);
        }
        for (const EvidenceNote* note : written_notes(NoteKind::evidence)) want(note->aspect);
        std::vector<RecordPart> parts;
        for (const std::string& id : ids) {
            parts.push_back(aspect_part(id));
            for (RecordPart& note : evidence(id)) parts.push_back(std::move(note));
        }
        return parts;
    }

    std::vector<RecordPart> evidence(const std::string& aspect) const {
        std::vector<const EvidenceNote*> notes = written_notes(NoteKind::evidence);
        std::erase_if(notes, [&](const EvidenceNote* note) { return note->aspect != aspect; });
        std::vector<RecordPart> parts;
        for (const EvidenceNote* note : notes) {
            const std::string title =
                phrases::evidence_of_aspect(aspect.empty() ? "" : aspect_title(aspect), parts.size() + 1, notes.size());
            parts.push_back(note_part(*note, PartKind::note, title));
            if (!aspect.empty()) parts.back().under = "aspect." + aspect;
        }
        return parts;
    }

    std::vector<RecordPart> other_evidence() const { return evidence(""); }

    std::vector<RecordPart> notes_of(NoteKind kind) const {
        const bool strength = kind == NoteKind::strength;
        const std::string title(strength ? t::strength : t::development);
        const std::vector<const EvidenceNote*> notes = written_notes(kind);
        std::vector<RecordPart> parts;
        for (const EvidenceNote* note : notes) {
            const std::string number = notes.size() > 1 ? " " + std::to_string(parts.size() + 1) : "";
            RecordPart part = note_part(*note, strength ? PartKind::strength : PartKind::development, title + number);
            if (!note->aspect.empty()) add(part, "aspect", t::about_aspect, aspect_title(note->aspect), note->aspect);
            parts.push_back(std::move(part));
        }
        return parts;
    }

    RecordPart note_part(const EvidenceNote& note, PartKind kind, const std::string& title) const {
        RecordPart part;
        part.id = "note." + note.id;
        part.kind = kind;
        part.title = title;
        part.text = note.text;
        add(part, "source", t::source, phrases::source_name(note.source), to_word(note.source));
        std::vector<std::string> groups;
        for (const std::string& key : note.groups) groups.push_back(title_in(templates_.groups, key));
        add(part, "groups", t::groups, phrases::list_of(groups), join_keys(note.groups));
        if (note.supports)
            add(part, "supports", t::supports, phrases::name_of(*note.supports), to_word(*note.supports));
        add(part, "said_by", t::said_by, note.said_by);
        add(part, "written", t::written, written(note.id, note.by), note.id, true);
        part.also_written = conflict_lines(reading_, "evidence_note", note.id);
        return part;
    }

    // "23 November 2026, 14:02", and by whom where that is somebody else than the visit's adviser.
    std::string written(const Id& id, const Id& by) const {
        std::string text = phrases::date_and_time(made_at(id));
        if (!by.empty() && by != visit_.adviser) text += ", " + adviser_name(store_, by);
        return text;
    }

    std::vector<RecordPart> actions() const {
        std::vector<RecordPart> parts;
        for (const AgreedAction& action : reading_.record.actions) {
            if (trim(action.text).empty()) continue;
            RecordPart part;
            part.id = "action." + action.id;
            part.kind = PartKind::action;
            part.title = std::string(t::action) + " " + std::to_string(parts.size() + 1);
            part.text = action.text;
            add(part, "owner", t::owner, action.owner);
            if (action.due) add(part, "due", t::due, to_long(*action.due), to_iso(*action.due));
            add(part, "state", t::stands, phrases::action_status_name(action.status), to_word(action.status), true);
            add(part, "outcome", t::outcome, action.outcome, "", true);
            part.also_written = conflict_lines(reading_, "agreed_action", action.id);
            parts.push_back(std::move(part));
        }
        return parts;
    }

    std::vector<RecordPart> photos() const {
        std::vector<RecordPart> parts;
        for (const Photo& photo : reading_.record.photos) {
            RecordPart part;
            part.id = "photo." + photo.id;
            part.kind = PartKind::photo;
            part.title = std::string(t::photo) + " " + std::to_string(parts.size() + 1);
            part.text = photo.caption;
            if (const auto note = find_note(photo.note)) add(part, "note", words::visit::evidence, *note, photo.note);
            add(part, "taken", t::taken, phrases::date_and_time(made_at(photo.id)), photo.content);
            if (photo.removed) add(part, "removed", t::removed, photo.removed_reason, "removed");
            part.also_written = conflict_lines(reading_, "photo", photo.id);
            parts.push_back(std::move(part));
        }
        return parts;
    }

    std::optional<std::string> find_note(const Id& id) const {
        constexpr std::size_t shown_max = 80;
        const auto found = std::ranges::find(reading_.record.notes, id, &EvidenceNote::id);
        if (id.empty() || found == reading_.record.notes.end()) return std::nullopt;
        return phrases::beginning_of(trim(found->text), shown_max);
    }

    OpenStore& store_;
    const Reading& reading_;
    const Visit& visit_;
    const VisitTemplates& templates_;
    const VisitTemplate* template_;
};

}  // namespace

std::vector<RecordSection> record_sections(OpenStore& store, const Reading& reading) {
    return Sections(store, reading).all();
}

}  // namespace kitbag
