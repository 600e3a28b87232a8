// libxlsxwriter's return codes as errors: none of them is ever ignored, because the cell would stay empty in silence.
#pragma once

#include <xlsxwriter.h>

#include <string>

namespace torimatome::writers {

/// Throws Error (code "output.failed") that names the sheet and the cell unless `code` is LXW_NO_ERROR. `row` and
/// `column` are 0-based, as the library counts; the message gives the address that a user sees.
void checked(lxw_error code, const std::string& sheet, lxw_row_t row, lxw_col_t column);

/// The same for calls that are about a sheet or the file as a whole, named by `subject`.
void checked(lxw_error code, const std::string& subject);

}  // namespace torimatome::writers
