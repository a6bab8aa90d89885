#pragma once
// The texts that are being typed: what the person sees, and how much of it is on the disk. It does no saving itself; the
// session asks what is unsaved, saves it and says how that went. A text stays here, whatever fails, until the
// session has written it as a change.

#include <map>
#include <string>
#include <vector>

#include "app/models/field_model.h"

namespace kitbag {

class Typing {
  public:
    struct Text {
        FieldKey key;
        std::string text;
        Safety safety = Safety::saving;
    };

    // The field now reads `text`. It is unsaved until saved() says otherwise.
    void type(const FieldKey& key, std::string text);

    // Texts whose latest state is not on the disk, in the order of their keys.
    std::vector<Text> unsaved() const;
    bool has_unsaved() const;

    // The draft of `text` is committed. When more has been typed since, the field stays unsaved.
    void saved(const FieldKey& key, const std::string& text);
    void failed(const FieldKey& key);

    // The text became a change, or turned out to be no change: nothing is being typed there any more.
    void forget(const FieldKey& key);

    const Text* find(const FieldKey& key) const;
    std::vector<FieldKey> keys() const;
    bool empty() const { return texts_.empty(); }

  private:
    std::map<FieldKey, Text> texts_;
};

}  // namespace kitbag
