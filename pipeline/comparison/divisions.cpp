#include "pipeline/comparison/divisions.hpp"

#include <algorithm>
#include <map>

namespace torimatome::pipeline {

namespace {

/// Of the part's text, how much must stand in the whole.
constexpr double kPartOfWhole = 0.6;
/// The same where the part stands under another policy: phrases that many records use are found anywhere.
constexpr double kPartOfFarWhole = 0.85;
/// Of the whole's text, how much each of two parts must have alone.
constexpr double kAlone = 0.12;
/// Of a plan, how much two results must each answer alone, where a measure is reported on in two.
constexpr double kAnsweredAlone = 0.25;

using Counts = std::map<std::uint64_t, int>;

const text::Bigrams* text_of(const DocumentProfile& profile, const std::string& field, int record) {
    const auto texts = profile.texts.find(field);
    if (texts == profile.texts.end()) return nullptr;
    const int text = texts->second.of_record[static_cast<std::size_t>(record)];
    return text == FieldTexts::kNone ? nullptr : &texts->second.texts[static_cast<std::size_t>(text)];
}

/// How much of a whole two parts cover, in bigrams.
struct Cover {
    double whole = 0;
    double part = 0;         ///< length of the second part
    double part_common = 0;  ///< of the second part, in the whole
    double first_alone = 0;
    double second_alone = 0;

    void add(const text::Bigrams& of_whole, const text::Bigrams* first, const text::Bigrams* second) {
        Counts in_whole;
        for (const std::uint64_t bigram : of_whole.sorted()) ++in_whole[bigram];
        const Counts in_first = counts_within(in_whole, first);
        const Counts in_second = counts_within(in_whole, second);
        whole += static_cast<double>(of_whole.sorted().size());
        if (second) part += static_cast<double>(second->sorted().size());
        for (const auto& [bigram, count] : in_whole) {
            const int a = std::min(count, value(in_first, bigram));
            const int b = std::min(count, value(in_second, bigram));
            const int both = std::min(count, a + b);
            part_common += b;
            first_alone += both - b;
            second_alone += both - a;
        }
    }

    double share(double bigrams) const { return whole > 0 ? bigrams / whole : 0; }

  private:
    static Counts counts_within(const Counts& whole, const text::Bigrams* part) {
        Counts counts;
        if (!part) return counts;
        for (const std::uint64_t bigram : part->sorted()) {
            if (whole.contains(bigram)) ++counts[bigram];
        }
        return counts;
    }
    static int value(const Counts& counts, std::uint64_t bigram) {
        const auto found = counts.find(bigram);
        return found == counts.end() ? 0 : found->second;
    }
};

/// A document and one of its records.
struct Side {
    const DocumentProfile& profile;
    int record = 0;
};

Cover own_cover(const Side& whole, const Side& first, const Side& second) {
    Cover cover;
    for (const std::string& field : whole.profile.roles.own) {
        const text::Bigrams* text = text_of(whole.profile, field, whole.record);
        if (!text) continue;
        cover.add(*text, text_of(first.profile, field, first.record), text_of(second.profile, field, second.record));
    }
    return cover;
}

bool covers_by_text(const Side& whole, const Side& first, const Side& second, bool near) {
    const Cover cover = own_cover(whole, first, second);
    return cover.part > 0 && cover.part_common >= (near ? kPartOfWhole : kPartOfFarWhole) * cover.part &&
           cover.share(cover.first_alone) >= kAlone && cover.share(cover.second_alone) >= kAlone;
}

/// Whether two results each answer another part of one plan.
bool answers_in_parts(const Side& whole, const Side& first, const Side& second) {
    const text::Bigrams* plan = text_of(whole.profile, whole.profile.roles.plan, whole.record);
    const std::string& field = first.profile.roles.result;
    const text::Bigrams* a = text_of(first.profile, field, first.record);
    const text::Bigrams* b = text_of(second.profile, field, second.record);
    if (!plan || !a || !b) return false;
    Cover cover;
    cover.add(*plan, a, b);
    return cover.share(cover.first_alone) >= kAnsweredAlone && cover.share(cover.second_alone) >= kAnsweredAlone;
}

/// Whether one result answers two plans.
bool answers_both(const Side& whole, const Side& first, const Side& second) {
    const text::Bigrams* result = text_of(whole.profile, whole.profile.roles.result, whole.record);
    const std::string& field = first.profile.roles.plan;
    const text::Bigrams* a = text_of(first.profile, field, first.record);
    const text::Bigrams* b = text_of(second.profile, field, second.record);
    if (!result || !a || !b) return false;
    Cover cover;
    cover.add(*result, a, b);
    return cover.part_common >= kPartOfWhole * cover.part && cover.share(cover.first_alone) >= kAnsweredAlone &&
           cover.share(cover.second_alone) >= kAnsweredAlone;
}

class Divisions {
  public:
    Divisions(const DocumentProfile& older, const DocumentProfile& newer, const Candidates& candidates, bool sure,
              std::vector<Match>& matches)
        : older_(older), newer_(newer), candidates_(candidates), sure_(sure), matches_(matches) {}

    /// True where the newer record turned out to be a part of a split one.
    bool add_split(int part) {
        Match* best = nullptr;
        const Evidence* best_evidence = nullptr;
        for (const int whole : candidates_.of_newer[static_cast<std::size_t>(part)]) {
            const Evidence* evidence = candidates_.find(whole, part);
            Match* match = pair_of_older(whole);
            if (!match || (best_evidence && best_evidence->score >= evidence->score)) continue;
            if (sure_ && !evidence->near) continue;
            const Side side{older_, whole};
            const bool by_text = covers_by_text(side, {newer_, match->newer}, {newer_, part}, evidence->near);
            const bool by_answer = !sure_ && evidence->near && departments_within(whole, part) &&
                                   answers_in_parts(side, {newer_, match->newer}, {newer_, part});
            if (!by_text && !by_answer) continue;
            best = match;
            best_evidence = evidence;
        }
        if (!best) return false;
        best->role = MatchRole::split;
        best->other.reset();
        matches_.push_back({best->older, part, MatchRole::split, false, *best_evidence, std::nullopt});
        return true;
    }

    bool add_merger(int part) {
        Match* best = nullptr;
        const Evidence* best_evidence = nullptr;
        for (const Evidence& evidence : candidates_.of_older[static_cast<std::size_t>(part)]) {
            Match* match = pair_of_newer(evidence.newer);
            if (!match || (best_evidence && best_evidence->score >= evidence.score)) continue;
            if (sure_ && !evidence.near) continue;
            const Side whole{newer_, evidence.newer};
            const bool by_text = covers_by_text(whole, {older_, match->older}, {older_, part}, evidence.near);
            if (!by_text && !(!sure_ && evidence.near && answers_both(whole, {older_, match->older}, {older_, part})))
                continue;
            best = match;
            best_evidence = &evidence;
        }
        if (!best) return false;
        best->role = MatchRole::merged;
        best->other.reset();
        matches_.push_back({part, best->newer, MatchRole::merged, false, *best_evidence, std::nullopt});
        return true;
    }

  private:
    /// Whether the departments of a part are among those of the whole.
    bool departments_within(int whole, int part) const {
        const auto& a = older_.departments[static_cast<std::size_t>(whole)];
        const auto& b = newer_.departments[static_cast<std::size_t>(part)];
        return a.empty() || std::includes(a.begin(), a.end(), b.begin(), b.end());
    }

    Match* pair_of_older(int record) {
        return find([&](const Match& match) { return match.older == record && match.role != MatchRole::merged; });
    }
    Match* pair_of_newer(int record) {
        return find([&](const Match& match) { return match.newer == record && match.role != MatchRole::split; });
    }
    template <typename Fits>
    Match* find(const Fits& fits) {
        const auto found = std::find_if(matches_.begin(), matches_.end(),
                                        [&](const Match& match) { return !match.pinned && fits(match); });
        return found == matches_.end() ? nullptr : &*found;
    }

    const DocumentProfile& older_;
    const DocumentProfile& newer_;
    const Candidates& candidates_;
    bool sure_;
    std::vector<Match>& matches_;
};

}  // namespace

void add_divisions(const DocumentProfile& older, const DocumentProfile& newer, const Candidates& candidates,
                   std::vector<bool>& older_free, std::vector<bool>& newer_free, bool sure,
                   std::vector<Match>& matches) {
    Divisions divisions(older, newer, candidates, sure, matches);
    for (std::size_t part = 0; part < newer_free.size(); ++part) {
        if (newer_free[part] && divisions.add_split(static_cast<int>(part))) newer_free[part] = false;
    }
    for (std::size_t part = 0; part < older_free.size(); ++part) {
        if (older_free[part] && divisions.add_merger(static_cast<int>(part))) older_free[part] = false;
    }
}

}  // namespace torimatome::pipeline
