#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "model/language.hpp"
#include "pipeline/committee/tally.hpp"
#include "text/code_points.hpp"

namespace torimatome::pipeline {

namespace {

// A way to write a member's name, and what stands for it in public.
struct Alias {
    std::string words;
    std::string label;
};

std::vector<std::string> parts_of(const std::string& name) {
    std::vector<std::string> parts(1);
    for (std::size_t at = 0; at < name.size();) {
        const text::CodePoint c = text::code_point_at(name, at);
        if (!text::is_space(c.value)) {
            parts.back() += name.substr(at, c.length);
        } else if (!parts.back().empty()) {
            parts.emplace_back();
        }
        at += c.length;
    }
    return parts;
}

// 「港 太郎」, 「港太郎」, and the surname with what makes it a person: 「港委員」. A surname alone may be a place.
std::vector<Alias> aliases_of(const std::vector<MemberReturn>& members) {
    constexpr std::array<const char*, 6> kTitles = {"委員長", "委員", "会長", "先生", "さん", "氏"};
    std::vector<Alias> aliases;
    for (const MemberReturn& each : members) {
        const std::vector<std::string> parts = parts_of(each.member.name);
        std::string joined;
        for (const std::string& part : parts) joined += part;
        // A name of two characters may stand in any word; with what makes it a person it is the member.
        constexpr std::size_t kSureCharacters = 3;
        if (text::count_non_space(joined) >= kSureCharacters) {
            for (const char* space : {"", " ", "　"}) {
                std::string spaced;
                for (const std::string& part : parts) spaced += (spaced.empty() ? "" : space) + part;
                aliases.push_back({spaced, each.label});
            }
        }
        for (const char* title : kTitles) {
            aliases.push_back({joined + title, each.label});
            if (parts.size() > 1) aliases.push_back({parts.front() + title, each.label});
        }
    }
    std::stable_sort(aliases.begin(), aliases.end(),
                     [](const Alias& a, const Alias& b) { return a.words.size() > b.words.size(); });
    return aliases;
}

bool replace_names(const std::vector<Alias>& aliases, std::string& text) {
    bool any = false;
    for (const Alias& alias : aliases) {
        for (std::size_t at = text.find(alias.words); at != std::string::npos;
             at = text.find(alias.words, at + alias.label.size())) {
            text.replace(at, alias.words.size(), alias.label);
            any = true;
        }
    }
    return any;
}

void report_name(const Remark& remark, Findings& findings) {
    Finding finding;
    finding.code = "ballot.name-in-text";
    finding.record = remark.measure;
    finding.source = remark.source;
    finding.message = tell("文の中に委員の名前があります。公表用のブックでは「委員A」などに置き換えました。",
                           "The text names a member; the book for publication has a label instead.");
    finding.hint = tell("公表してよい文か、置き換えて意味が通るかを確かめてください。",
                        "Please check the text before it is published.");
    findings.push_back(std::move(finding));
}

}  // namespace

ScoreTally anonymised(const ScoreTally& tally, Findings& findings) {
    const std::vector<Alias> aliases = aliases_of(tally.members);
    ScoreTally result = tally;
    for (Remark& remark : result.remarks) {
        if (replace_names(aliases, remark.text)) report_name(remark, findings);
        remark.source = {};
    }
    for (MeasureTally& measure : result.measures) {
        for (std::string& grade : measure.grades) replace_names(aliases, grade);
    }
    // The columns of the matrix follow the labels, so that they do not give the list's order away.
    std::vector<std::size_t> order(result.members.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const std::string& x = tally.members[a].label;
        const std::string& y = tally.members[b].label;
        return std::pair(x.size(), x) < std::pair(y.size(), y);
    });
    std::vector<std::size_t> place(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        place[order[i]] = i;
        result.members[i] = {{tally.members[order[i]].label, {}}, tally.members[order[i]].label, {}, true};
    }
    for (MeasureTally& measure : result.measures) {
        const std::vector<std::string> grades = measure.grades;
        for (std::size_t i = 0; i < order.size(); ++i) measure.grades[i] = grades[order[i]];
    }
    for (Remark& remark : result.remarks) remark.member = place[remark.member];
    for (auto first = result.remarks.begin(); first != result.remarks.end();) {
        const auto last = std::find_if(first, result.remarks.end(),
                                       [&](const Remark& each) { return each.measure != first->measure; });
        std::stable_sort(first, last, [](const Remark& a, const Remark& b) { return a.member < b.member; });
        first = last;
    }
    std::erase_if(result.remarks, [](const Remark& remark) { return remark.superseded; });
    result.form.members.clear();
    result.others.clear();
    result.findings.clear();
    return result;
}

}  // namespace torimatome::pipeline
