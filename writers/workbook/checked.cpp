#include "writers/workbook/checked.hpp"

#include "model/finding.hpp"
#include "model/language.hpp"

namespace torimatome::writers {

namespace {

[[noreturn]] void fail(lxw_error code, const std::string& subject, SourcePosition source) {
    const std::string reason = lxw_strerror(code);
    Finding finding;
    finding.code = "output.failed";
    finding.severity = Severity::error;
    finding.message = tell(subject + "に書き込めませんでした（" + reason + "）。",
                           "Could not write " + subject + " (" + reason + ").");
    finding.hint = tell("空き容量と書き込みの権限を確かめてから、もう一度実行してください。",
                        "Check the free disk space and the permission to write, then run again.");
    finding.source = std::move(source);
    throw Error(std::move(finding));
}

}  // namespace

void checked(lxw_error code, const std::string& sheet, lxw_row_t row, lxw_col_t column) {
    if (code == LXW_NO_ERROR) return;
    SourcePosition place;
    place.sheet = sheet;
    place.cell = cell_address(static_cast<int>(row) + 1, static_cast<int>(column) + 1);
    const std::string subject = describe(place);
    fail(code, subject, std::move(place));
}

void checked(lxw_error code, const std::string& subject) {
    if (code != LXW_NO_ERROR) fail(code, subject, {});
}

}  // namespace torimatome::writers
