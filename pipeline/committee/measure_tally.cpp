#include "pipeline/committee/measure_tally.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

#include "text/locked_text.hpp"

namespace torimatome::pipeline {

namespace {

std::string grade_of(const Ballot* ballot, const std::string& measure) {
    if (!ballot) return {};
    const auto vote = std::find_if(ballot->votes.begin(), ballot->votes.end(),
                                   [&](const Vote& each) { return each.measure == measure; });
    return vote == ballot->votes.end() ? std::string() : vote->grade;
}

void add_modes(const Scale& scale, MeasureTally& tally) {
    const int most = tally.counts.empty() ? 0 : *std::max_element(tally.counts.begin(), tally.counts.end());
    for (std::size_t i = 0; most > 0 && i < tally.counts.size(); ++i) {
        if (tally.counts[i] == most) tally.modes.push_back(scale.grades[i].mark);
    }
}

void add_mean(const Scale& scale, int votes, MeasureTally& tally) {
    if (!scale.ordinal || votes == 0) return;
    double sum = 0;
    double squares = 0;
    for (std::size_t i = 0; i < tally.counts.size(); ++i) {
        const double value = scale.grades[i].value.value_or(0);
        sum += value * tally.counts[i];
        squares += value * value * tally.counts[i];
    }
    tally.mean = sum / votes;
    tally.spread = std::sqrt(std::max(0.0, squares / votes - *tally.mean * *tally.mean));
}

bool is_split(const Scale& scale, int votes, const MeasureTally& tally) {
    if (votes < 2) return false;
    if (!scale.ordinal) return *std::max_element(tally.counts.begin(), tally.counts.end()) * 2 <= votes;
    const auto voted = [](int count) { return count > 0; };
    const auto first = std::find_if(tally.counts.begin(), tally.counts.end(), voted);
    const auto last = std::find_if(tally.counts.rbegin(), tally.counts.rend(), voted);
    return (last.base() - 1) - first >= 2;
}

// 0 → A, 25 → Z, 26 → AA.
std::string letters(std::size_t number) {
    std::string text;
    for (std::size_t rest = number + 1; rest > 0; rest = (rest - 1) / 26) {
        text.insert(text.begin(), static_cast<char>('A' + (rest - 1) % 26));
    }
    return text;
}

}  // namespace

MeasureTally tally_measure(const Measure& measure, const Scale& scale, const std::vector<const Ballot*>& ballots) {
    MeasureTally tally;
    tally.measure = measure;
    tally.counts.assign(scale.grades.size(), 0);
    for (const Ballot* ballot : ballots) {
        const std::string grade = grade_of(ballot, measure.id);
        tally.grades.push_back(grade);
        if (grade.empty()) {
            tally.blank += ballot ? 1 : 0;
            continue;
        }
        const auto known = std::find_if(scale.grades.begin(), scale.grades.end(),
                                        [&](const Grade& each) { return each.mark == grade; });
        if (known == scale.grades.end()) {
            ++tally.unknown;
        } else {
            ++tally.counts[static_cast<std::size_t>(known - scale.grades.begin())];
        }
    }
    const int votes = std::accumulate(tally.counts.begin(), tally.counts.end(), 0);
    add_modes(scale, tally);
    add_mean(scale, votes, tally);
    tally.split = is_split(scale, votes, tally);
    return tally;
}

void label_members(const BallotForm& form, std::vector<MemberReturn>& members) {
    std::vector<std::size_t> order(members.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const auto digest = [&](std::size_t i) {
            return text::own_text_digest(text::OwnText::guide, form.title + members[i].member.name);
        };
        return digest(a) < digest(b);
    });
    for (std::size_t i = 0; i < order.size(); ++i) members[order[i]].label = "委員" + letters(i);
}

}  // namespace torimatome::pipeline
