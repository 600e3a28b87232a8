#include "pipeline/comparison/topics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "model/language.hpp"
#include "pipeline/comparison/assignment.hpp"
#include "pipeline/comparison/field_roles.hpp"
#include "pipeline/comparison/field_texts.hpp"
#include "text/compare_key.hpp"

namespace torimatome::pipeline {

namespace {

/// Titles that share half of their bigrams name one thing; those of different items share less than a third.
constexpr float kSameTitle = 0.5F;
/// The same for all that stands below two titles: prose on one subject shares this much.
constexpr float kSameText = 0.35F;
constexpr float kSmallMargin = 0.08F;

struct Topic {
    Statement place;  ///< "1-①" and the title
    std::vector<Statement> records;
    text::Bigrams title;
    text::Bigrams text;
};

std::string without_about(std::string title) {
    constexpr std::string_view kAbout = "について";
    if (title.ends_with(kAbout)) title.resize(title.size() - kAbout.size());
    return title;
}

class TopicList {
  public:
    TopicList(const Document& document, const Form& form, const text::NotationFolder& notation)
        : document_(document), roles_(field_roles(form)), notation_(notation) {
        for (const FieldSpec& field : form.columns.front().fields) {
            if (field.kind != FieldKind::mark && title_field_.empty()) title_field_ = field.id;
        }
    }

    std::vector<Topic> make() {
        for (const Section& section : document_.sections) {
            for (const SectionItem& item : section.items) add_item(section, item);
        }
        if (topics_.empty()) {
            for (const Record& record : document_.records) add_named(record);
        }
        return std::move(topics_);
    }

  private:
    text::Bigrams key(const std::string& text) const {
        return text::Bigrams(
            notation_.key_of_compare_key(text::compare_key(text, {.fold_marks = false, .fold_years = true})));
    }

    /// What a record says of its topic, besides naming it: the texts that it shares with others (a policy), else its
    /// own ones.
    std::string words_of(const Record& record, const std::string& title) const {
        for (const std::vector<std::string>* fields : {&roles_.group, &roles_.own}) {
            for (const std::string& field : *fields) {
                const std::string& text = record.text(field);
                if (!text.empty() && text != title) return text;
            }
        }
        return {};
    }

    void add_item(const Section& section, const SectionItem& item) {
        Topic topic{
            {section.number + "-" + item.mark, item.title}, {}, key(without_about(item.title)), text::Bigrams("")};
        const std::string mark = text::compare_key(item.mark);
        std::string last;
        std::string all;
        for (const Record& record : document_.records) {
            if (record.section != section.number || roles_.path.empty()) continue;
            if (text::compare_key(record.text(roles_.path.front())) != mark) continue;
            // Records of one policy repeat it.
            std::string words = words_of(record, item.title);
            if (words.empty() || words == last) continue;
            last = words;
            all += words + "\n";
            topic.records.push_back({record.id, std::move(words)});
        }
        topic.text = key(all);
        topics_.push_back(std::move(topic));
    }

    void add_named(const Record& record) {
        const std::string& title = record.text(title_field_);
        std::string words = words_of(record, title);
        if (!topics_.empty() && topics_.back().place.text == title && !title.empty()) {
            topics_.back().text = key(topics_.back().text.key() + words);
            topics_.back().records.push_back({record.id, std::move(words)});
            return;
        }
        Topic topic{{record.id, title.empty() ? words : title}, {}, key(without_about(title)), key(words)};
        topic.records.push_back({record.id, std::move(words)});
        topics_.push_back(std::move(topic));
    }

    const Document& document_;
    FieldRoles roles_;
    const text::NotationFolder& notation_;
    std::string title_field_;  ///< of forms that name what each record is about: their first column's text
    std::vector<Topic> topics_;
};

/// Titles are short: one that is a part of the other says much, if it is more than a word.
float title_likeness(const text::Bigrams& a, const text::Bigrams& b) {
    constexpr std::size_t kMoreThanAWord = 5;
    const auto [shorter, longer] = std::minmax({a.sorted().size(), b.sorted().size()});
    const auto alike = static_cast<float>(text::bigram_dice(a, b));
    if (shorter < kMoreThanAWord) return alike;
    const float common = alike * static_cast<float>(shorter + longer) / 2;
    return std::max(alike, 0.8F * common / static_cast<float>(shorter));
}

float topic_likeness(const Topic& a, const Topic& b) {
    const bool titled = !a.title.sorted().empty() && !b.title.sorted().empty();
    const float title = titled ? title_likeness(a.title, b.title) : 0;
    if (title >= kSameTitle) return title;
    const float text = likeness(a.text, b.text);
    return text >= kSameText ? std::max(title, text) : 0;
}

Finding close(const Topic& topic, const Topic& taken, const Topic& other) {
    Finding finding;
    finding.code = "topic.close";
    finding.severity = Severity::warning;
    finding.record = taken.records.empty() ? std::string() : taken.records.front().record;
    finding.message = tell(fmt::format("「{}」に「{}」が対応するとみなしましたが、「{}」もよく似ています。",
                                       topic.place.text, taken.place.text, other.place.text),
                           fmt::format("\"{}\" was taken to go with \"{}\", but \"{}\" is much like it too.",
                                       taken.place.text, topic.place.text, other.place.text));
    finding.hint = tell("どちらが対応するかを確かめてください。", "Please check which of them it is.");
    return finding;
}

TopicAnswer answer_of(const Topic& topic) {
    TopicAnswer answer;
    answer.topic = topic.place;
    answer.records = topic.records;
    return answer;
}

}  // namespace

void add_topics(const Document& older, const Document& newer, const Form& older_form, const Form& newer_form,
                const text::NotationFolder& notation, Comparison& comparison) {
    const std::vector<Topic> asked = TopicList(older, older_form, notation).make();
    const std::vector<Topic> answers = TopicList(newer, newer_form, notation).make();
    std::vector<std::vector<Gain>> gains(asked.size());
    std::vector<std::vector<float>> alike(asked.size(), std::vector<float>(answers.size()));
    for (std::size_t i = 0; i < asked.size(); ++i) {
        for (std::size_t j = 0; j < answers.size(); ++j) {
            alike[i][j] = topic_likeness(asked[i], answers[j]);
            if (alike[i][j] > 0) gains[i].push_back({static_cast<int>(j), alike[i][j]});
        }
    }
    const std::vector<int> assigned = best_assignment(gains, static_cast<int>(answers.size()));
    for (std::size_t i = 0; i < asked.size(); ++i) {
        TopicAnswer answer = answer_of(asked[i]);
        if (assigned[i] != kUnpaired) {
            const auto taken = static_cast<std::size_t>(assigned[i]);
            answer.answer_topic = answers[taken].place;
            answer.answers = answers[taken].records;
            answer.similarity = alike[i][taken];
            for (std::size_t j = 0; j < answers.size(); ++j) {
                if (j == taken || alike[i][taken] - alike[i][j] >= kSmallMargin) continue;
                answer.findings.push_back(close(asked[i], answers[taken], answers[j]));
            }
        }
        comparison.topics.push_back(std::move(answer));
    }
    for (std::size_t j = 0; j < answers.size(); ++j) {
        if (std::find(assigned.begin(), assigned.end(), static_cast<int>(j)) != assigned.end()) continue;
        TopicAnswer alone;
        alone.answer_topic = answers[j].place;
        alone.answers = answers[j].records;
        comparison.topics.push_back(std::move(alone));
    }
}

}  // namespace torimatome::pipeline
