#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "model/language.hpp"
#include "pipeline/consolidation/record_key.hpp"
#include "pipeline/proofreading/place.hpp"
#include "pipeline/proofreading/proofread.hpp"
#include "pipeline/proofreading/whole_document.hpp"
#include "text/compare_key.hpp"
#include "text/similarity.hpp"
#include "text/word_diff.hpp"

namespace torimatome::pipeline {

namespace {

// Below this two texts of one document are about different things: different cells share less than half of their
// bigrams, and reprints that were reworded keep more.
constexpr double kSameText = 0.6;

// Shorter texts (「引き続き実施する。」) are the same in many rows without being reprints.
constexpr std::size_t kLongKey = 90;  // bytes: 30 Japanese characters

struct Passage {
    FieldPlace place;
    std::string text;  ///< without the mark
    std::string key;
    text::Bigrams bigrams;
};

bool is_prose(const Form& form, const std::string& id) {
    const FieldSpec* spec = form.find_field(id);
    return spec && spec->kind == FieldKind::prose;
}

std::string without_marks(std::string text, const Form& form) {
    for (const std::string& mark : form.reprint_marks) {
        for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) {
            text.erase(at, mark.size());
        }
    }
    while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
    return text;
}

Passage passage_of(const FieldPlace& place, std::string text) {
    std::string key = text::compare_key(text);
    text::Bigrams bigrams(key);
    return {place, std::move(text), std::move(key), std::move(bigrams)};
}

// The paragraphs that carry the mark; a mark on a line of its own belongs to what stands before it.
std::vector<std::string> marked_paragraphs(const std::string& text, const Form& form) {
    std::vector<std::string> marked;
    std::string before;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string line = text.substr(begin, end - begin);
        const std::string plain = without_marks(line, form);
        if (plain.size() != line.size()) marked.push_back(plain.empty() ? before : plain);
        before = plain;
        begin = end + 1;
    }
    return marked;
}

// A reprint may be an excerpt of its original, or stand beside other text.
bool repeats(const std::string& key, const std::string& original) {
    if (key.empty()) return true;
    const std::string& shorter = key.size() < original.size() ? key : original;
    const std::string& longer = key.size() < original.size() ? original : key;
    return !shorter.empty() && longer.find(shorter) != std::string::npos;
}

double likeness(const Passage& a, const Passage& b) {
    return std::max({text::bigram_dice(a.bigrams, b.bigrams), text::containment(a.bigrams, b.bigrams),
                     text::containment(b.bigrams, a.bigrams)});
}

// 「構築→強化」, a few of them.
std::string differing_words(const Diff& diff) {
    constexpr std::size_t kMost = 3;
    std::string words;
    std::size_t count = 0;
    for (std::size_t i = 0; i < diff.size(); ++i) {
        if (diff[i].op == DiffPart::Op::equal) continue;
        std::string removed;
        std::string inserted;
        for (; i < diff.size() && diff[i].op != DiffPart::Op::equal; ++i) {
            (diff[i].op == DiffPart::Op::remove ? removed : inserted) += diff[i].text;
        }
        if (text::compare_key(removed) == text::compare_key(inserted)) continue;  // notation only
        if (++count > kMost) return words + "…";
        words += fmt::format("「{}→{}」", beginning_of(removed, 20), beginning_of(inserted, 20));
    }
    return words;
}

class Reprints {
  public:
    Reprints(const Document& document, const Form& form, const Mappings& mappings)
        : form_(form), whole_(seems_whole(document, form)), words_(mappings.notation) {
        for (const FieldPlace& place : own_fields(document)) {
            if (!is_prose(form, *place.field)) continue;
            if (place.content->reprinted) {
                reprints_.push_back(passage_of(place, without_marks(place.content->text, form)));
            } else {
                originals_.push_back(passage_of(place, place.content->text));
            }
        }
    }

    Findings check() const {
        Findings findings;
        for (const Passage& reprint : reprints_) {
            if (std::optional<Finding> finding = check_reprint(reprint)) findings.push_back(std::move(*finding));
        }
        check_unmarked(findings);
        return findings;
    }

  private:
    std::optional<Finding> check_reprint(const Passage& reprint) const {
        std::vector<std::string> keys;
        for (const std::string& paragraph : marked_paragraphs(reprint.place.content->text, form_)) {
            keys.push_back(text::compare_key(paragraph));
        }
        const Passage* best = nullptr;
        double best_likeness = kSameText;
        for (const Passage& original : originals_) {
            if (repeats(reprint.key, original.key)) return std::nullopt;
            const bool all = !keys.empty() && std::all_of(keys.begin(), keys.end(), [&](const std::string& key) {
                return original.key.find(key) != std::string::npos;
            });
            if (all) return std::nullopt;
            const double found = likeness(reprint, original);
            if (found < best_likeness || (best && found == best_likeness)) continue;
            best = &original;
            best_likeness = found;
        }
        if (best) return differs(reprint, *best);
        // The original of a department's reprint may stand in another's submission.
        return whole_ ? std::optional(no_original(reprint)) : std::nullopt;
    }

    Finding differs(const Passage& reprint, const Passage& original) const {
        const std::string words = differing_words(words_.compare(original.text, reprint.text));
        return finding_at(reprint.place, "reprint.differs", Severity::warning,
                          tell(fmt::format("再掲とありますが、取組 {} の文と違うところがあります：{}",
                                           original.place.record->id, words),
                               fmt::format("Marked as a reprint, but it differs from the text of measure {}: {}",
                                           original.place.record->id, words)),
                          tell("どちらの文にそろえるか、担当部署に確かめてください。",
                               "Please ask the department which of the two texts is right."));
    }

    static Finding no_original(const Passage& reprint) {
        return finding_at(reprint.place, "reprint.no-original", Severity::note,
                          tell(fmt::format("再掲とありますが、元の文がこの資料に見つかりません：「{}」",
                                           beginning_of(reprint.text, 30)),
                               fmt::format("Marked as a reprint, but its first printing was not found: \"{}\"",
                                           beginning_of(reprint.text, 30))),
                          tell("再掲の印が正しいか確かめてください。", "Please check whether the mark is right."));
    }

    // A policy or a goal stands above all measures of its mark, and may be printed with each of them.
    bool is_shared_goal(const Passage& a, const Passage& b) const {
        const FieldSpec* spec = form_.find_field(*b.place.field);
        return spec && spec->blank == BlankCell::inherit && id_path(a.place.record->id) == id_path(b.place.record->id);
    }

    void check_unmarked(Findings& findings) const {
        std::unordered_map<std::string, const Passage*> first;
        for (const Passage& passage : originals_) {
            if (passage.key.size() < kLongKey) continue;
            const auto [known, is_new] = first.emplace(passage.key, &passage);
            if (is_new || known->second->place.record == passage.place.record) continue;
            if (is_shared_goal(*known->second, passage)) continue;
            const std::string& other = known->second->place.record->id;
            findings.push_back(
                finding_at(passage.place, "reprint.unmarked", Severity::note,
                           tell(fmt::format("取組 {} と同じ文ですが、再掲の印がありません：「{}」", other,
                                            beginning_of(passage.text, 30)),
                                fmt::format("The same text as in measure {}, without a mark of reprint: \"{}\"", other,
                                            beginning_of(passage.text, 30))),
                           tell("再掲であれば印を付けてください。", "Please add the mark if it is a reprint.")));
        }
    }

    const Form& form_;
    bool whole_;
    text::WordDiff words_;
    std::vector<Passage> originals_;
    std::vector<Passage> reprints_;
};

}  // namespace

Findings check_reprints(const Document& document, const Form& form, const Mappings& mappings) {
    return Reprints(document, form, mappings).check();
}

}  // namespace torimatome::pipeline
