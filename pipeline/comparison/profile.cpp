#include "pipeline/comparison/profile.hpp"

#include <algorithm>

#include "pipeline/consolidation/record_key.hpp"
#include "text/compare_key.hpp"

namespace torimatome::pipeline {

namespace {

std::string without_marks(std::string text, const Form& form) {
    for (const std::string& mark : form.reprint_marks) {
        for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) {
            text.erase(at, mark.size());
        }
    }
    return text;
}

class ProfileMaker {
  public:
    ProfileMaker(const Document& document, const Form& form, const Organisations& organisations,
                 const text::NotationFolder& notation)
        : form_(form), notation_(notation), comparison_(form, organisations) {
        profile_.document = &document;
        profile_.roles = field_roles(form);
    }

    DocumentProfile make() {
        add_titles();
        for (const std::vector<std::string>* fields : {&profile_.roles.group, &profile_.roles.own}) {
            for (const std::string& field : *fields) add_texts(field);
        }
        for (const Record& record : profile_.document->records) add_record(record);
        return std::move(profile_);
    }

  private:
    static const text::KeyOptions& folding() {
        static const text::KeyOptions options = {.fold_marks = false, .fold_years = true};
        return options;
    }

    std::string key(const std::string& text) const {
        return notation_.key_of_compare_key(text::compare_key(text, folding()));
    }

    void add_titles() {
        for (const Section& section : profile_.document->sections) {
            const int index = static_cast<int>(profile_.sections.size());
            section_of_.emplace(section.number, index);
            profile_.sections.push_back({text::compare_key(section.number), text::Bigrams(key(section.title))});
            for (const SectionItem& item : section.items) {
                item_of_.emplace(std::pair(index, text::compare_key(item.mark)),
                                 static_cast<int>(profile_.items.size()));
                profile_.items.push_back({text::compare_key(item.mark), text::Bigrams(key(item.title))});
            }
        }
    }

    // Cells that span rows repeat their text; its key is made once.
    void add_texts(const std::string& field) {
        FieldTexts& texts = profile_.texts[field];
        std::string last_text;
        std::string last_key;
        for (const Record& record : profile_.document->records) {
            const Field* found = record.find(field);
            if (!found) {
                texts.add_record({});
                continue;
            }
            if (found->text != last_text) {
                last_text = found->text;
                last_key = key(without_marks(last_text, form_));
            }
            texts.add_record(last_key);
        }
    }

    void add_record(const Record& record) {
        RecordPlace& place = profile_.places.emplace_back();
        if (const auto found = section_of_.find(record.section); found != section_of_.end()) {
            place.section = found->second;
        }
        for (const std::string& field : profile_.roles.path) {
            const Field* mark = record.find(field);
            const std::string mark_key = mark ? text::compare_key(mark->value.empty() ? mark->text : mark->value) : "";
            if (place.marks.empty()) {
                const auto item = item_of_.find(std::pair(place.section, mark_key));
                if (item != item_of_.end()) place.item = item->second;
            }
            place.marks += mark_key + "/";
        }
        place.path = record.section + "/" + place.marks;
        std::vector<std::string>& departments = profile_.departments.emplace_back();
        if (const Field* list = record.find(profile_.roles.departments)) {
            for (const std::string& value : list->values) departments.push_back(comparison_.department_key(value));
            if (list->values.empty() && !list->text.empty()) {
                departments.push_back(comparison_.department_key(list->text));
            }
        }
        std::sort(departments.begin(), departments.end());
        const Field* date = record.find(profile_.roles.date);
        profile_.dates.push_back(!date ? "" : date->value.empty() ? text::compare_key(date->text) : date->value);
    }

    const Form& form_;
    const text::NotationFolder& notation_;
    RecordComparison comparison_;
    DocumentProfile profile_;
    std::map<std::string, int> section_of_;
    std::map<std::pair<int, std::string>, int> item_of_;
};

}  // namespace

DocumentProfile make_profile(const Document& document, const Form& form, const Organisations& organisations,
                             const text::NotationFolder& notation) {
    return ProfileMaker(document, form, organisations, notation).make();
}

}  // namespace torimatome::pipeline
