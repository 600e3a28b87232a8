#include "pipeline/check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <ostream>
#include <sstream>
#include <utility>

#include "model/language.hpp"
#include "parsers/form/document_builder.hpp"
#include "parsers/json_document.hpp"
#include "pipeline/batch.hpp"
#include "pipeline/consolidate.hpp"
#include "pipeline/proofreading/proofread.hpp"
#include "pipeline/run_end.hpp"
#include "writers/json.hpp"

namespace torimatome::pipeline {

namespace {

Finding unbalanced(const Ledger& ledger) {
    Finding finding;
    finding.code = "ledger.unbalanced";
    finding.severity = Severity::error;
    finding.message = tell("文字数の合計が合いません。" + ledger_line(ledger),
                           "The characters do not add up. " + ledger_line(ledger));
    finding.hint = tell("元の資料と見比べ、抜けた文字がないか確かめてください。",
                        "Please compare with the source and look for missing text.");
    return finding;
}

void write_ledger(const std::optional<Ledger>& ledger, std::ostream& out) {
    if (ledger) {
        out << ledger->total << ' ' << ledger->records << ' ' << ledger->headings << ' ' << ledger->furniture << ' '
            << ledger->unplaced << ' ' << ledger->left_out;
    }
    out << '\n';
}

std::optional<Ledger> read_ledger(const std::string& line) {
    Ledger ledger;
    std::istringstream in(line);
    in >> ledger.total >> ledger.records >> ledger.headings >> ledger.furniture >> ledger.unplaced >> ledger.left_out;
    return in ? std::optional<Ledger>(ledger) : std::nullopt;
}

void check_input(const parsers::Input& input, const Mappings& mappings, const ReadSettings& settings,
                 std::ostream& answer) {
    ReadDocument read = read_document_with_ledger(input, mappings, settings);
    Findings& findings = read.document.findings;
    if (read.ledger && !read.ledger->balanced()) findings.push_back(unbalanced(*read.ledger));
    if (const Form* form = mappings.find_form(read.document.form)) {
        const Findings slips = proofread(read.document, *form, mappings);
        findings.insert(findings.end(), slips.begin(), slips.end());
    }
    write_tally(tally_of(read.document), answer);
    write_ledger(read.ledger, answer);
    writers::write_json(read.document, answer, writers::JsonLayout::one_line);
}

// The form and year that most readable inputs have; empty where there are no two of a kind or no majority.
const Document* majority(const std::vector<CheckedInput>& inputs) {
    std::map<std::pair<std::string, int>, std::vector<const Document*>> kinds;
    std::size_t readable = 0;
    for (const CheckedInput& input : inputs) {
        if (!input.document) continue;
        ++readable;
        kinds[{input.document->form, input.document->year.value_or(0)}].push_back(&*input.document);
    }
    for (const auto& [kind, documents] : kinds) {
        if (documents.size() >= 2 && 2 * documents.size() > readable) return documents.front();
    }
    return nullptr;
}

}  // namespace

IgnoredCodes read_ignored_codes(const std::string& list) {
    IgnoredCodes codes;
    std::istringstream in(list);
    for (std::string code; std::getline(in, code, ',');) {
        if (!code.empty()) codes.insert(code);
    }
    return codes;
}

std::vector<CheckedInput> read_and_proofread(const std::vector<InputFile>& inputs, const Mappings& mappings,
                                             const CommonOptions& options, Progress& progress) {
    const InputAction action = [&](const parsers::Input& input, std::ostream& answer) {
        check_input(input, mappings, options.reading, answer);
    };
    std::vector<CheckedInput> checked;
    process_inputs(inputs, action, options.pool, progress, [&](InputResult& result) {
        CheckedInput& input = checked.emplace_back();
        input.file = inputs[result.index].name;
        if (result.failure) {
            progress.clear();
            report_failure(*result.failure);
            input.findings.push_back(std::move(*result.failure));
            return;
        }
        input.ledger = read_ledger(result.result.take_line());
        input.document = parsers::read_json_document(result.result.text(), input.file);
        input.findings = std::move(input.document->findings);
        input.document->findings.clear();
    });
    return checked;
}

void check_across(std::vector<CheckedInput>& inputs, const Mappings& mappings) {
    const Document* usual = majority(inputs);
    if (!usual || !mappings.find_form(usual->form)) return;
    std::vector<Reading> readings;
    for (const CheckedInput& input : inputs) {
        if (input.document && input.document->form == usual->form) {
            readings.push_back({input.file, input.document, std::nullopt});
        }
    }
    const Consolidation consolidation = consolidate(std::move(readings), nullptr, mappings);
    for (Finding finding : consolidation.document.findings) {
        const auto input = std::find_if(inputs.begin(), inputs.end(), [&](const CheckedInput& each) {
            return each.document && each.file == finding.source.file;
        });
        if (input == inputs.end()) continue;
        finding.record.clear();  // the number that the record would get in a consolidation
        input->findings.push_back(std::move(finding));
    }
}

void settle_findings(std::vector<CheckedInput>& inputs, const IgnoredCodes& ignored) {
    const auto is_ignored = [&](const Finding& finding) {
        return ignored.contains(finding.code) || ignored.contains(finding.code.substr(0, finding.code.find('.')));
    };
    for (CheckedInput& input : inputs) {
        std::erase_if(input.findings, is_ignored);
        std::stable_sort(input.findings.begin(), input.findings.end(),
                         [](const Finding& a, const Finding& b) { return a.severity > b.severity; });
    }
}

std::string ledger_line(const Ledger& ledger) {
    return tell(
        fmt::format("文字数 {} = 取組 {} ＋ 見出し {} ＋ 定型 {} ＋ 未配置 {}（ほかに、読まない部分 {}）", ledger.total,
                    ledger.records, ledger.headings, ledger.furniture, ledger.unplaced, ledger.left_out),
        fmt::format("characters {} = records {} + headings {} + furniture {} + unplaced {} (left out: {})",
                    ledger.total, ledger.records, ledger.headings, ledger.furniture, ledger.unplaced, ledger.left_out));
}

}  // namespace torimatome::pipeline
