#include "parsers/form/row_kinship.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <map>
#include <set>
#include <unordered_map>

#include "model/language.hpp"
#include "text/code_points.hpp"
#include "text/compare_key.hpp"

namespace torimatome::parsers {

namespace {

// A word weighs the more the fewer groups have it: the logarithm of all groups by those that have it. Bounds were set
// so that no sound row of real documents is doubted.
constexpr double kPoints = 2;        // by which another group must be better at least
constexpr double kPairBetter = 1.3;  // times, each of two rows that may have changed places
constexpr double kNextBetter = 3;    // times, the group beside a row at the border
constexpr double kFewOwn = 0.1;      // of the row's weight in its own group,
constexpr double kManyOther = 0.3;   // and in another
constexpr std::size_t kMostRows = 3000;

using Term = std::uint64_t;

bool carries_meaning(char32_t c) {
    const bool latin = (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
    return text::is_ideograph(c) || text::is_katakana(c) || latin;
}

// Pairs of characters within words: what Japanese has instead of spaces.
void add_terms(const std::string& text, std::set<Term>& terms) {
    char32_t before = 0;
    for (std::size_t at = 0; at < text.size();) {
        const text::CodePoint c = text::code_point_at(text, at);
        at += c.length;
        const char32_t here = carries_meaning(c.value) ? c.value : 0;
        if (before != 0 && here != 0) terms.insert((static_cast<Term>(before) << 32U) | static_cast<Term>(here));
        before = here;
    }
}

struct Row {
    const Record* record = nullptr;
    std::set<Term> terms;
    std::size_t group = 0;
    bool leads = false;     // its mark makes the group
    bool reprint = false;   // says what stands elsewhere too
    std::size_t place = 0;  // within its group
    bool last = false;      // of its group
};

struct Fit {
    std::vector<double> points;  // by group
    double all = 0;
    double own = 0;
    std::size_t best = 0;  // of the other groups
};

std::set<Term> terms_of(const Record& record, const Form& form) {
    std::set<Term> terms;
    for (const auto& [id, field] : record.fields) {
        const FieldSpec* spec = form.find_field(id);
        const bool words = spec && (spec->kind == FieldKind::prose || spec->kind == FieldKind::name);
        if (words && !field.inherited) add_terms(field.text, terms);
    }
    return terms;
}

// Whether the record's own row gives a field that groups rows: one of the first column that blank cells inherit.
bool leads_group(const Record& record, const Form& form) {
    const auto& fields = form.columns.front().fields;
    return std::any_of(fields.begin(), fields.end(), [&](const FieldSpec& spec) {
        return spec.blank == BlankCell::inherit && is_own(record.find(spec.id));
    });
}

bool has_groups(const Form& form) {
    const auto& fields = form.columns.front().fields;
    return std::any_of(fields.begin(), fields.end(),
                       [](const FieldSpec& spec) { return spec.blank == BlankCell::inherit; });
}

class Kinship {
  public:
    explicit Kinship(const RowsRead& rows) : rows_(rows) {
        group_rows();
        count_terms();
        for (const Row& row : members_) fits_.push_back(fit(row));
    }

    Findings doubts() {
        for (std::size_t i = 0; i < members_.size(); ++i) judge_alone(i);
        for (std::size_t i = 0; i < members_.size(); ++i) {
            for (std::size_t j = i + 1; j < members_.size(); ++j) judge_pair(i, j);
        }
        return std::move(findings_);
    }

  private:
    void group_rows() {
        const bool groups = has_groups(rows_.form);
        const std::string* section = nullptr;
        for (const Record& record : rows_.document.records) {
            Row row{&record, terms_of(record, rows_.form)};
            row.leads = groups && leads_group(record, rows_.form);
            for (const auto& [id, field] : record.fields) row.reprint = row.reprint || field.reprinted;
            const bool starts = !section || *section != record.section || row.leads;
            if (starts && !members_.empty()) members_.back().last = true;
            row.group = members_.empty() ? 0 : members_.back().group + (starts ? 1 : 0);
            row.place = starts ? 0 : members_.back().place + 1;
            section = &record.section;
            members_.push_back(std::move(row));
        }
        if (members_.empty()) return;
        members_.back().last = true;
        groups_ = members_.back().group + 1;
        for (const Row& row : members_) {
            if (row.place == 0) first_.push_back(row.record);
        }
    }

    void count_terms() {
        for (const Row& row : members_) {
            for (const Term term : row.terms) ++where_[term][row.group];
            if (row.place != 0) continue;
            for (const Term term : terms_of_item(*row.record)) ++where_[term][row.group];
        }
    }

    // Of the section's item that the record's mark names: its title speaks of the same matter.
    std::set<Term> terms_of_item(const Record& record) const {
        std::set<Term> terms;
        if (rows_.form.identity.empty()) return terms;
        const std::string mark = text::compare_key(record.text(rows_.form.identity.front()));
        for (const Section& section : rows_.document.sections) {
            if (section.number != record.section) continue;
            for (const SectionItem& item : section.items) {
                if (text::compare_key(item.mark) == mark) add_terms(item.title, terms);
            }
        }
        return terms;
    }

    Fit fit(const Row& row) const {
        Fit fit;
        fit.points.assign(groups_, 0);
        for (const Term term : row.terms) {
            const auto& groups = where_.at(term);
            const double weight = std::log(static_cast<double>(groups_) / static_cast<double>(groups.size()));
            bool elsewhere = false;
            for (const auto& [group, count] : groups) {
                if (group == row.group && count == 1) continue;  // its own text
                fit.points[group] += weight;
                elsewhere = true;
            }
            if (elsewhere) fit.all += weight;
        }
        fit.own = fit.points[row.group];
        fit.best = row.group == 0 && groups_ > 1 ? 1 : 0;
        for (std::size_t g = 0; g < groups_; ++g) {
            if (g != row.group && fit.points[g] > fit.points[fit.best]) fit.best = g;
        }
        return fit;
    }

    bool counts(const Row& row) const { return !row.leads && may_move(row) && !(row.place == 0 && row.last); }

    bool same_mark(const Record& one, const Record& other) const {
        const std::string& mark = rows_.form.identity.front();
        return one.section != other.section && text::compare_key(one.text(mark)) == text::compare_key(other.text(mark));
    }

    static bool may_move(const Row& row) { return !row.reprint; }

    bool better(std::size_t row, std::size_t group, double times) const {
        return fits_[row].points[group] >= times * fits_[row].own + kPoints;
    }

    void judge_alone(std::size_t i) {
        const Row& row = members_[i];
        const Fit& fit = fits_[i];
        if (!counts(row) || groups_ < 3) return;
        const bool stranger = fit.own < kFewOwn * fit.all && fit.points[fit.best] > kManyOther * fit.all &&
                              fit.points[fit.best] >= kPoints;
        const std::size_t behind = has_groups(rows_.form) ? 1 : 0;  // the group's own row stands before
        const bool from_above = row.place == behind && row.group > 0 && better(i, row.group - 1, kNextBetter);
        const bool from_below = row.last && row.group + 1 < groups_ && better(i, row.group + 1, kNextBetter);
        if (!stranger && !from_above && !from_below) return;
        doubt(row, stranger ? fit.best : from_above ? row.group - 1 : row.group + 1);
    }

    void judge_pair(std::size_t i, std::size_t j) {
        const Row& one = members_[i];
        const Row& other = members_[j];
        if (one.group == other.group || !may_move(one) || !may_move(other)) return;
        // A row with a mark goes on in order only at the place of one with the same in another section.
        if (one.leads != other.leads || (one.leads && !same_mark(*one.record, *other.record))) return;
        if (!better(i, other.group, kPairBetter) || !better(j, one.group, kPairBetter)) return;
        doubt(one, other.group);
        doubt(other, one.group);
    }

    void doubt(const Row& row, std::size_t group) {
        if (!doubted_.insert(row.record).second) return;
        const std::string& there = first_[group]->id;
        findings_.push_back(row_finding(
            "row.group-doubtful", *row.record, {},
            tell(fmt::format(
                     "この行の語は、周りの行より「{}」からの行と多く共通します。行が入れ替わったかもしれません。",
                     there),
                 fmt::format("This row shares its words with the rows from {} rather than with those around it: rows "
                             "may have changed places.",
                             there))));
    }

    const RowsRead& rows_;
    std::vector<Row> members_;
    std::vector<const Record*> first_;  // record of each group
    std::size_t groups_ = 0;
    std::unordered_map<Term, std::map<std::size_t, int>> where_;  // rows by group that have the term
    std::vector<Fit> fits_;
    std::set<const Record*> doubted_;
    Findings findings_;
};

// The first sentence, or what stands before the first space, of a text that has more than that.
std::string first_part(const std::string& text) {
    std::size_t end = text.find("。");
    if (end != std::string::npos) end += std::strlen("。");
    end = std::min(end, text.find(' '));
    if (end == std::string::npos || text::trim(std::string_view(text).substr(end)).empty()) return {};
    return text.substr(0, end);
}

std::set<Term> terms_beside(const Record& record, const std::string& without, const Form& form) {
    Record others = record;
    std::erase_if(others.fields, [&](const auto& entry) { return entry.first == without; });
    return terms_of(others, form);
}

std::size_t shared(const std::set<Term>& one, const std::set<Term>& other) {
    return static_cast<std::size_t>(
        std::count_if(one.begin(), one.end(), [&](const Term term) { return other.contains(term); }));
}

bool starts_with_words_of(const Record& above, const Record& record, const std::string& id, const Form& form) {
    constexpr std::size_t kFewest = 3;
    std::set<Term> part;
    add_terms(first_part(record.find(id)->text), part);
    const std::size_t there = shared(part, terms_beside(above, id, form));
    return there >= kFewest && there > shared(part, terms_beside(record, id, form));
}

}  // namespace

Findings strayed_text_doubts(const RowsRead& rows) {
    Findings findings;
    const auto& records = rows.document.records;
    for (std::size_t i = 1; i < records.size(); ++i) {
        for (const auto& [id, field] : records[i].fields) {
            const FieldSpec* spec = rows.form.find_field(id);
            if (field.inherited || !spec || spec->kind != FieldKind::prose || !spec->required) continue;
            const Field* above = records[i - 1].find(id);
            if (is_own(above) || !starts_with_words_of(records[i - 1], records[i], id, rows.form)) continue;
            findings.push_back(row_finding(
                "row.cell-doubtful", records[i], id,
                tell("上の行のこの欄が空で、この文の初めは上の行のことを書いているように見えます。",
                     "The cell above is blank, and the start of this text seems to speak of the row above.")));
        }
    }
    return findings;
}

Findings kinship_doubts(const RowsRead& rows) {
    if (rows.document.records.size() > kMostRows || rows.form.columns.empty()) return {};
    // Where every row has its mark, the marks tell.
    const std::vector<std::string>& identity = rows.form.identity;
    const bool marked = std::any_of(identity.begin(), identity.end(), [&](const std::string& id) {
        const FieldSpec* spec = rows.form.find_field(id);
        return spec && spec->kind == FieldKind::mark && spec->blank == BlankCell::keep;
    });
    if (marked || (identity.empty() && has_groups(rows.form))) return {};
    return Kinship(rows).doubts();
}

}  // namespace torimatome::parsers
