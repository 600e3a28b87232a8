#include "pipeline/report.hpp"

#include <fmt/format.h>

#include "model/language.hpp"

namespace torimatome::pipeline {

namespace {

std::string with_hint(const Finding& finding) {
    if (finding.hint.empty()) return finding.message;
    const bool english = message_language() == Language::english;
    return finding.message + (english ? " " : "") + finding.hint;
}

// The place in the input whose name is told elsewhere.
std::string place_in_input(SourcePosition position) {
    position.file.clear();
    if (position.line > 0 && position.cell.empty() && position.page == 0) {
        return tell(fmt::format("{}行目", position.line), fmt::format("line {}", position.line));
    }
    return describe(position);
}

}  // namespace

std::string severity_word(Severity severity) {
    switch (severity) {
        case Severity::error: return tell("要対応", "error");
        case Severity::warning: return tell("要確認", "warning");
        case Severity::note: return tell("参考", "note");
    }
    return {};
}

std::string on_one_line(std::string text) {
    for (char& c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7F) c = ' ';
    }
    return text;
}

std::string error_line(const Finding& finding) {
    // Messages about mappings start with their own place, "file:line:column", as editors understand it.
    const bool placed = !finding.source.file.empty() && finding.message.starts_with(finding.source.file + ":");
    if (placed) return on_one_line(with_hint(finding));
    const std::string place = describe(finding.source);
    return on_one_line(tell("エラー: ", "error: ") + (place.empty() ? "" : place + ": ") + with_hint(finding));
}

std::string finding_line(const Finding& finding) {
    std::string line = "  " + severity_word(finding.severity);
    const std::string place = place_in_input(finding.source);
    if (!place.empty()) line += " " + place;
    if (!finding.record.empty() || !finding.field.empty()) {
        const bool both = !finding.record.empty() && !finding.field.empty();
        line += " [" + finding.record + (both ? " " : "") + finding.field + "]";
    }
    return on_one_line(line + ": " + with_hint(finding) + " (" + finding.code + ")");
}

std::string summary_line(const RunCounts& counts) {
    const Tally& tally = counts.tally;
    const std::string unreadable_ja =
        counts.unreadable > 0 ? fmt::format("（うち読み取れないもの{}件）", counts.unreadable) : "";
    const std::string unreadable_en =
        counts.unreadable > 0 ? fmt::format(" ({} of them unreadable)", counts.unreadable) : "";
    return tell(
        fmt::format("入力{}件{}、取組{}件、指摘{}件（要対応{}・要確認{}・参考{}）。", counts.inputs, unreadable_ja,
                    tally.records, tally.findings(), tally.errors, tally.warnings, tally.notes),
        fmt::format("Inputs: {}{}, records: {}, findings: {} (errors {}, warnings {}, notes {}).", counts.inputs,
                    unreadable_en, tally.records, tally.findings(), tally.errors, tally.warnings, tally.notes));
}

std::string output_words(const std::string& output) {
    if (output.empty()) return tell("出力: 標準出力", "Output: standard output");
    return tell(fmt::format("出力: {}", output), fmt::format("Output: {}", output));
}

}  // namespace torimatome::pipeline
