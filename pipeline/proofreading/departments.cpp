#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "model/language.hpp"
#include "pipeline/consolidation/record_key.hpp"
#include "pipeline/proofreading/place.hpp"
#include "pipeline/proofreading/proofread.hpp"
#include "text/code_points.hpp"
#include "text/compare_key.hpp"
#include "text/edit_distance.hpp"

namespace torimatome::pipeline {

namespace {

struct Named {
    std::string written;
    FieldPlace first;
    int count = 0;
};

// Names in the order of their first appearance, by compare key.
std::vector<std::pair<std::string, Named>> names_of(const Document& document, const Form& form) {
    std::vector<std::pair<std::string, Named>> names;
    for (const FieldPlace& place : own_fields(document)) {
        const FieldSpec* spec = form.find_field(*place.field);
        if (!spec || spec->kind != FieldKind::departments) continue;
        for (const std::string& value : place.content->values) {
            const std::string key = text::compare_key(value);
            auto known = std::find_if(names.begin(), names.end(), [&](const auto& each) { return each.first == key; });
            if (known == names.end()) known = names.insert(names.end(), {key, {value, place, 0}});
            ++known->second.count;
        }
    }
    return names;
}

std::set<std::string> known_names(const Organisations& organisations) {
    std::set<std::string> known;
    for (const Bureau& bureau : organisations.bureaus) known.insert(text::compare_key(bureau.name));
    for (const Organisation& organisation : organisations.departments) {
        known.insert(text::compare_key(organisation.name));
        for (const std::string& alias : organisation.aliases) known.insert(text::compare_key(alias));
    }
    return known;
}

Finding unknown(const Named& name, const std::string& nearest) {
    const std::string near_ja = nearest.empty() ? "" : fmt::format("近い名前は「{}」です。", nearest);
    const std::string near_en = nearest.empty() ? "" : fmt::format(" The nearest known one is \"{}\".", nearest);
    return finding_at(name.first, "department.unknown", Severity::warning,
                      tell(fmt::format("担当「{}」は、知られている部署の名前ではありません。{}", name.written, near_ja),
                           fmt::format("\"{}\" is no known department.{}", name.written, near_en)),
                      tell("書き違いでなければ、mappings/organisations.xml に加えてください。",
                           "If it is right, add it to mappings/organisations.xml."));
}

std::string nearest_of(const std::string& key, const std::set<std::string>& known) {
    std::string nearest;
    std::size_t least = text::count_code_points(key) / 2 + 1;
    for (const std::string& name : known) {
        const std::size_t distance = text::edit_distance(key, name);
        if (distance >= least) continue;
        least = distance;
        nearest = name;
    }
    return nearest;
}

// A name of the document from which `name` differs in a character or so, and which stands there more often.
const Named* usual_form(const std::pair<std::string, Named>& name,
                        const std::vector<std::pair<std::string, Named>>& names) {
    constexpr std::size_t kShortest = 4;  // 総務課 and 総務部 are two departments
    for (const auto& [key, other] : names) {
        if (key == name.first || other.count < 2 || other.count <= name.second.count) continue;
        if (text::count_code_points(name.first) < kShortest) continue;
        // 「課」 for 「課.」: only what is no letter may be too much or too little, because 一課 and 二課 are two.
        if (text::without_signs(key) == text::without_signs(name.first)) return &other;
    }
    return nullptr;
}

}  // namespace

Findings check_departments(const Document& document, const Form& form, const Organisations& organisations) {
    const auto names = names_of(document, form);
    const std::set<std::string> known = known_names(organisations);
    const auto is_known = [&](const auto& name) { return known.contains(without_bureau(name.first)); };
    const auto on_list = std::count_if(names.begin(), names.end(), is_known);
    const bool list_is_of_this_city = 2 * static_cast<std::size_t>(on_list) > names.size();
    Findings findings;
    for (const auto& name : names) {
        if (list_is_of_this_city) {
            if (!is_known(name)) {
                findings.push_back(unknown(name.second, nearest_of(without_bureau(name.first), known)));
            }
        } else if (const Named* usual = usual_form(name, names)) {
            findings.push_back(unknown(name.second, usual->written));
        }
    }
    return findings;
}

}  // namespace torimatome::pipeline
