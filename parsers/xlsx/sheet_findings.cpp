#include "parsers/xlsx/sheet_findings.hpp"

#include <fmt/format.h>

#include <iterator>
#include <utility>

#include "model/language.hpp"

namespace torimatome::parsers::xlsx {

void add_finding(SheetFindings& findings, CellFinding finding, std::size_t most) {
    if (findings.counts[finding.code]++ >= most) return;
    Finding told;
    told.code = finding.code;
    told.severity = finding.severity;
    told.message = std::move(finding.message);
    told.hint = std::move(finding.hint);
    told.source.sheet = findings.sheet;
    if (finding.row > 0) told.source.cell = cell_address(finding.row, finding.column);
    findings.list.push_back(std::move(told));
}

bool has_room(const SheetFindings& findings, const char* code, std::size_t most) {
    const auto count = findings.counts.find(code);
    return count == findings.counts.end() || count->second < most;
}

void finish(SheetFindings& findings, Findings& all) {
    std::map<std::string, std::pair<std::size_t, Severity>> told;
    for (const Finding& finding : findings.list) {
        ++told[finding.code].first;
        told[finding.code].second = finding.severity;
    }
    std::move(findings.list.begin(), findings.list.end(), std::back_inserter(all));
    for (const auto& [code, count] : findings.counts) {
        if (count <= told[code].first) continue;
        Finding rest;
        rest.code = code;
        rest.severity = told[code].second;
        rest.message = tell(
            fmt::format("同じ種類の指摘が、ほかに {} 件あります（全部で {} 件）。", count - told[code].first, count),
            fmt::format("There are {} more of the same kind ({} in all).", count - told[code].first, count));
        rest.source.sheet = findings.sheet;
        all.push_back(std::move(rest));
    }
    findings.list.clear();
    findings.counts.clear();
}

}  // namespace torimatome::parsers::xlsx
