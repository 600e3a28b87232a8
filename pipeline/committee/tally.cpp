#include "pipeline/committee/tally.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "model/language.hpp"
#include "parsers/form/ballot_reader.hpp"
#include "pipeline/committee/measure_tally.hpp"
#include "pipeline/consolidation/versions.hpp"
#include "text/compare_key.hpp"
#include "text/locked_text.hpp"

namespace torimatome::pipeline {

namespace {

Finding about(const char* code, Severity severity, const std::string& file, std::string message, std::string hint) {
    Finding finding;
    finding.code = code;
    finding.severity = severity;
    finding.source.file = file;
    finding.message = std::move(message);
    finding.hint = std::move(hint);
    return finding;
}

// One evaluation is told from another by what was evaluated, when and by which scale.
std::string round_of(const BallotForm& form) {
    std::string round = fmt::format("{}|{}|{}", form.form, form.year.value_or(0), form.scale.id);
    for (const Measure& measure : form.measures) round += "|" + measure.id;
    return round;
}

struct Returned {
    std::string file;
    const TableSet* tables = nullptr;
    std::optional<BallotForm> form;
    Ballot ballot;
};

class Tallying {
  public:
    explicit Tallying(const std::vector<ReturnedBook>& books) {
        for (const ReturnedBook& book : books) take(book);
        choose_round();
        tally_.form.member.clear();
        for (const Member& member : tally_.form.members) tally_.members.push_back({member, {}, {}, true});
        for (Returned& each : returned_) read(each);
        choose_returns();
        label_members(tally_.form, tally_.members);
        count();
    }

    ScoreTally result() { return std::move(tally_); }

  private:
    void take(const ReturnedBook& book) {
        if (!book.tables) {
            Finding finding = book.failure ? *book.failure : Finding{};
            finding.code = "ballot.unreadable";
            finding.severity = Severity::error;
            finding.source.file = book.file;
            tally_.findings.push_back(std::move(finding));
            return;
        }
        Returned returned{book.file, &*book.tables, parsers::read_ballot_form(*book.tables), {}};
        if (!returned.form && parsers::member_of_ballot(*book.tables).empty()) {
            tally_.findings.push_back(
                about("ballot.not-a-ballot", Severity::warning, book.file,
                      tell(fmt::format("「{}」は評価シートではないので、集計していません。", book.file),
                           fmt::format("\"{}\" is no evaluation sheet and was not tallied.", book.file)),
                      tell("評価シートが別の形で送られていないか確かめてください。",
                           "Please check whether it holds an evaluation in another form.")));
            return;
        }
        returned_.push_back(std::move(returned));
    }

    // The round of which most workbooks came back; of as many the later one.
    void choose_round() {
        std::map<std::string, int> counts;
        const BallotForm* best = nullptr;
        for (const Returned& each : returned_) {
            if (each.form) ++counts[round_of(*each.form)];
        }
        for (const Returned& each : returned_) {
            if (!each.form) continue;
            const auto worth = [&](const BallotForm& form) {
                return std::pair(counts[round_of(form)], form.year.value_or(0));
            };
            if (!best || worth(*each.form) > worth(*best)) best = &*each.form;
        }
        if (!best) {
            throw Error(about("ballot.none", Severity::error, {},
                              tell("集計できる評価シートが1つもありません。", "There is no evaluation sheet to tally."),
                              tell("committee で作り、委員が記入したブックのあるフォルダーを指定してください。",
                                   "Please name the folder with the workbooks that the members filled in.")));
        }
        tally_.form = *best;
    }

    std::size_t member_index(const std::string& name) {
        const std::string key = text::compare_key(name);
        const auto found = std::find_if(tally_.members.begin(), tally_.members.end(), [&](const MemberReturn& each) {
            return text::compare_key(each.member.name) == key;
        });
        if (found != tally_.members.end()) return static_cast<std::size_t>(found - tally_.members.begin());
        tally_.members.push_back({{name, {}}, {}, {}, false});
        return tally_.members.size() - 1;
    }

    void read(Returned& each) {
        BallotForm form = each.form ? *each.form : tally_.form;
        if (!each.form) {
            form.member = parsers::member_of_ballot(*each.tables);
            form.own_texts.push_back(text::own_text_digest(text::OwnText::guide, ballot_title(form.member)));
        }
        each.ballot = parsers::read_ballot(*each.tables, form);
        each.ballot.member = form.member;
        if (each.form && round_of(*each.form) != round_of(tally_.form)) return leave_out(each);
        if (!each.form) {
            tally_.findings.push_back(
                about("ballot.hidden-sheet-lost", Severity::warning, each.file,
                      tell(fmt::format(
                               "「{}」に照合用の非表示シートがありません。ほかの委員の評価シートに照らして読みました。",
                               each.file),
                           fmt::format("\"{}\" has lost its hidden sheet; it was read by the other members' sheets.",
                                       each.file)),
                      tell("記入内容が正しく集計されているか確かめてください。", "Please check what was tallied.")));
        }
        take_findings(each);
        const std::size_t member = member_index(form.member);
        if (!tally_.members[member].asked && returns_[member].empty()) {
            tally_.findings.push_back(
                about("ballot.member-unknown", Severity::warning, each.file,
                      tell(fmt::format("「{}」は委員名簿にない名前です。集計には加えました。", form.member),
                           fmt::format("\"{}\" is not in the list of members; the votes were tallied.", form.member)),
                      tell("集計に入れてよいか確かめてください。", "Please check whether they should count.")));
        }
        returns_[member].push_back(&each);
    }

    void take_findings(const Returned& each) {
        for (Finding finding : each.ballot.findings) {
            finding.source.file = each.file;
            tally_.findings.push_back(std::move(finding));
        }
        for (const LooseText& other : each.ballot.others) {
            SourcePosition source = other.source;
            source.file = each.file;
            tally_.others.push_back({member_index(each.ballot.member), other.text, source});
        }
    }

    // Another year's or another document's sheet: its votes are about other facts. Its texts are kept.
    void leave_out(const Returned& each) {
        tally_.findings.push_back(about(
            "ballot.other-round", Severity::warning, each.file,
            tell(fmt::format("「{}」（{} 委員）は、別の年度か別の資料の評価シートです。評価は集計せず、書かれた文だけを"
                             "「記入欄の外」に残しました。",
                             each.file, each.ballot.member),
                 fmt::format("\"{}\" (of {}) is about another year or document. Its grades were not tallied; its texts "
                             "were kept.",
                             each.file, each.ballot.member)),
            tell("今回の評価シートを送ってもらってください。", "Please ask for this round's sheet.")));
        const std::size_t member = member_index(each.ballot.member);
        for (const Vote& vote : each.ballot.votes) {
            for (const std::string& text : {vote.grade, vote.comment, vote.question}) {
                SourcePosition source = vote.source;
                source.file = each.file;
                if (!text.empty()) tally_.others.push_back({member, vote.measure + "： " + text, source});
            }
        }
    }

    static bool same_votes(const Ballot& a, const Ballot& b) {
        return std::equal(a.votes.begin(), a.votes.end(), b.votes.begin(), b.votes.end(),
                          [](const Vote& x, const Vote& y) {
                              return x.measure == y.measure && x.grade == y.grade && x.comment == y.comment &&
                                     x.question == y.question;
                          });
    }

    static bool is_blank(const Ballot& ballot) {
        return std::all_of(ballot.votes.begin(), ballot.votes.end(), [](const Vote& vote) { return vote.empty(); });
    }

    // Later by the date inside the file, then by what its name says, then by name. A blank one never counts.
    static bool is_newer(const Returned* a, const Returned* b) {
        const auto worth = [](const Returned* each) {
            return std::tuple(!is_blank(each->ballot), each->tables->source.date, version_rank(each->file), each->file);
        };
        return worth(a) > worth(b);
    }

    void choose_returns() {
        for (std::size_t member = 0; member < tally_.members.size(); ++member) {
            auto& returns = returns_[member];
            std::stable_sort(returns.begin(), returns.end(), is_newer);
            for (const Returned* each : returns) tally_.members[member].files.push_back(each->file);
            for (std::size_t i = 1; i < returns.size(); ++i) report_double(member, *returns[0], *returns[i]);
            if (returns.empty() && tally_.members[member].asked) report_missing(tally_.members[member].member);
        }
    }

    void report_double(std::size_t member, const Returned& newer, const Returned& older) {
        const std::string& name = tally_.members[member].member.name;
        if (same_votes(newer.ballot, older.ballot)) {
            tally_.findings.push_back(about(
                "ballot.identical", Severity::note, older.file,
                tell(fmt::format("{} 委員の「{}」は「{}」と同じ内容なので、1回だけ数えました。", name, older.file,
                                 newer.file),
                     fmt::format("{}'s \"{}\" is the same as \"{}\" and counts once.", name, older.file, newer.file)),
                {}));
            return;
        }
        tally_.findings.push_back(about(
            "ballot.double", Severity::warning, older.file,
            tell(fmt::format(
                     "{} 委員の評価シートが2つあり、内容が違います。評価は「{}」のものを採り、「{}」だけにある文は"
                     "（旧）と付けて残しました。",
                     name, newer.file, older.file),
                 fmt::format(
                     "There are two different sheets of {}. The grades of \"{}\" count; texts that only \"{}\" has "
                     "were kept and marked as old.",
                     name, newer.file, older.file)),
            tell("どちらを採るか委員に確かめ、採らないほうをフォルダーから外してください。",
                 "Please ask the member and take the other one out of the folder.")));
    }

    void report_missing(const Member& member) {
        tally_.findings.push_back(about("ballot.missing", Severity::warning, {},
                                        tell(fmt::format("{} 委員の評価シートがありません。", member.name),
                                             fmt::format("There is no evaluation sheet of {}.", member.name)),
                                        tell("提出を確かめてください。", "Please ask for it.")));
    }

    void count() {
        for (const Measure& measure : tally_.form.measures) {
            std::vector<const Ballot*> ballots;
            for (std::size_t member = 0; member < tally_.members.size(); ++member) {
                ballots.push_back(returns_[member].empty() ? nullptr : &returns_[member].front()->ballot);
            }
            tally_.measures.push_back(tally_measure(measure, tally_.form.scale, ballots));
            for (std::size_t member = 0; member < tally_.members.size(); ++member) add_remarks(measure.id, member);
        }
    }

    void add_remarks(const std::string& measure, std::size_t member) {
        const std::size_t first = tally_.remarks.size();
        bool superseded = false;
        for (const Returned* each : returns_[member]) {
            for (const Vote& vote : each->ballot.votes) {
                if (vote.measure != measure) continue;
                add_remark(Remark::Kind::comment, vote.comment, vote, *each, member, superseded, first);
                add_remark(Remark::Kind::question, vote.question, vote, *each, member, superseded, first);
            }
            superseded = true;
        }
    }

    void add_remark(Remark::Kind kind, const std::string& text, const Vote& vote, const Returned& from,
                    std::size_t member, bool superseded, std::size_t first) {
        if (text.empty()) return;
        const bool known =
            std::any_of(tally_.remarks.begin() + static_cast<std::ptrdiff_t>(first), tally_.remarks.end(),
                        [&](const Remark& each) { return each.kind == kind && each.text == text; });
        if (known) return;
        SourcePosition source = vote.source;
        source.file = from.file;
        tally_.remarks.push_back({kind, vote.measure, member, text, superseded, source});
    }

    ScoreTally tally_;
    std::vector<Returned> returned_;
    std::map<std::size_t, std::vector<const Returned*>> returns_;  // by member
};

}  // namespace

ScoreTally tally_ballots(const std::vector<ReturnedBook>& books) { return Tallying(books).result(); }

}  // namespace torimatome::pipeline
