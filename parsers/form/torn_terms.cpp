#include "parsers/form/torn_terms.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "parsers/form/label_matching.hpp"
#include "parsers/form/line_text.hpp"
#include "parsers/form/torn_divisions.hpp"
#include "parsers/form/torn_evidence.hpp"
#include "parsers/form/torn_learning.hpp"
#include "text/code_points.hpp"
#include "text/compare_key.hpp"

namespace torimatome::parsers {

namespace {

std::string texts_of(const std::vector<TornPage>& pages) {
    std::string all;
    for (const TornPage& page : pages) {
        for (const auto& block : page.blocks) all += text::compare_key(joined_text(block)) + "\n";
        for (const TornRecord& record : page.records) all += text::compare_key(joined_text(record.text)) + "\n";
    }
    return all;
}

// How often each label that is no known term stands on the pages, by its key.
std::map<std::string, int> unknown_labels(const std::vector<TornPage>& pages) {
    std::map<std::string, int> counts;
    for (const TornPage& page : pages) {
        for (const TornLabel& label : page.labels) {
            if (!label.known) ++counts[text::compare_key(label.name)];
        }
    }
    return counts;
}

// A label and the next one are one term if the document has a word for both together and none for each.
void join_broken_labels(TornPage& page, const std::map<std::string, int>& counts, const std::string& texts) {
    auto& labels = page.labels;
    for (std::size_t i = 0; i + 1 < labels.size();) {
        const std::string joined = text::compare_key(labels[i].name + labels[i + 1].name);
        const bool apart = labels[i].known || labels[i + 1].known || labels[i + 1].line > labels[i].last_line + 2;
        const auto whole = counts.find(joined);
        const bool named = texts.find(joined) != std::string::npos;
        if (apart || (!named && whole == counts.end())) {
            ++i;
            continue;
        }
        labels[i].name += labels[i + 1].name;
        labels[i].last_line = labels[i + 1].last_line;
        labels.erase(labels.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
}

// The lines of a label as several terms that are known or stand alone elsewhere; empty where they are not.
std::vector<TornLabel> parts_of(const TornLabel& label, const std::set<std::string>& names) {
    std::vector<TornLabel> parts;
    for (std::size_t at = 0; at < label.lines.size();) {
        std::size_t most = 0;
        std::string joined;
        for (std::size_t n = 1; at + n <= label.lines.size(); ++n) {
            joined += label.lines[at + n - 1];
            if (names.contains(text::compare_key(joined)) && (at > 0 || n < label.lines.size())) most = n;
        }
        if (most == 0) return {};
        TornLabel part;
        for (std::size_t k = at; k < at + most; ++k) part.name += label.lines[k];
        part.line = label.line + static_cast<int>(at);
        part.last_line = part.line + static_cast<int>(most) - 1;
        parts.push_back(std::move(part));
        at += most;
    }
    return parts;
}

void split_run_together(TornPage& page, const std::set<std::string>& known, const std::set<std::string>& names) {
    std::vector<TornLabel> labels;
    for (const TornLabel& label : page.labels) {
        std::vector<TornLabel> parts;
        if (!label.known && label.lines.size() > 1) parts = parts_of(label, names);
        if (parts.size() < 2) {
            labels.push_back(label);
            continue;
        }
        for (TornLabel& part : parts) {
            part.known = known.contains(text::compare_key(part.name));
            labels.push_back(part);
        }
    }
    page.labels = std::move(labels);
}

// The words of a name that few of the texts use, as they stand for it there: 「消防」 of 「消防職員」.
std::vector<std::string> words_of_name(const std::string& name, const std::vector<std::string>& texts) {
    std::vector<std::size_t> starts;
    for (std::size_t i = 0; i < name.size(); i += text::code_point_at(name, i).length) starts.push_back(i);
    starts.push_back(name.size());
    const std::size_t characters = starts.size() - 1;
    std::vector<std::string> words;
    std::vector<std::ptrdiff_t> uses;
    for (std::size_t n = characters; n >= 2; --n) {
        for (std::size_t i = 0; i + n <= characters; ++i) {
            const std::string word = name.substr(starts[i], starts[i + n] - starts[i]);
            const auto with = std::count_if(texts.begin(), texts.end(), [&](const std::string& text) {
                return text.find(word) != std::string::npos;
            });
            if (with == 0 || static_cast<std::size_t>(with) * 3 >= texts.size()) continue;
            bool only_within = false;  // a longer word, wherever it is used
            for (std::size_t w = 0; w < words.size(); ++w) {
                only_within = only_within || (uses[w] == with && words[w].find(word) != std::string::npos);
            }
            if (only_within) continue;
            words.push_back(word);
            uses.push_back(with);
        }
    }
    return words;
}

std::vector<std::string> all_texts(const std::vector<TornPage>& pages) {
    std::vector<std::string> texts;
    for (const TornPage& page : pages) {
        for (const auto& block : page.blocks) texts.push_back(text::compare_key(joined_text(block)));
    }
    return texts;
}

// The known terms that some label prints, then the labels that recur.
Vocabulary printed_terms(const std::vector<TornPage>& pages, const Vocabulary* known) {
    Vocabulary printed;
    std::set<std::string> keys;
    for (const TornPage& page : pages) {
        for (const TornLabel& label : page.labels) keys.insert(text::compare_key(label.name));
        for (const TornRecord& record : page.records) keys.insert(text::compare_key(record.label));
    }
    for (std::size_t t = 0; known && t < known->terms.size(); ++t) {
        if (keys.contains(text::compare_key(known->terms[t].name))) printed.terms.push_back(known->terms[t]);
    }
    const std::vector<std::string> texts = all_texts(pages);
    std::map<std::string, int> counts = unknown_labels(pages);
    for (const TornPage& page : pages) {
        for (const TornLabel& label : page.labels) {
            const std::string key = text::compare_key(label.name);
            if (label.known || counts[key] < 2) continue;
            counts[key] = 0;
            VocabularyTerm term;
            term.name = label.name;
            term.words = words_of_name(key, texts);
            printed.terms.push_back(std::move(term));
        }
    }
    return printed;
}

}  // namespace

void mend_labels(std::vector<TornPage>& pages, const Vocabulary* known) {
    std::set<std::string> known_names;
    if (known) {
        for (const VocabularyTerm& term : known->terms) known_names.insert(text::compare_key(term.name));
    }
    std::set<std::string> names = known_names;
    for (const auto& [name, count] : unknown_labels(pages)) {
        if (count > 1) names.insert(name);
    }
    for (TornPage& page : pages) split_run_together(page, known_names, names);
    const std::string texts = texts_of(pages);
    const std::map<std::string, int> counts = unknown_labels(pages);
    for (TornPage& page : pages) join_broken_labels(page, counts, texts);
}

Vocabulary document_terms(const std::vector<TornPage>& pages, const Vocabulary* known) {
    Vocabulary terms = printed_terms(pages, known);
    learn_divisions(pages, terms);
    return terms;
}

}  // namespace torimatome::parsers
