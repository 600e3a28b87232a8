#include "writers/workbook/page_setup.hpp"

namespace torimatome::writers {

void set_landscape_page(const Sheet& sheet, const PrintLayout& layout) {
    constexpr double kPointsPerInch = 72;
    constexpr std::uint8_t kA3 = 8;
    constexpr std::uint8_t kA4 = 9;
    lxw_worksheet* handle = sheet.handle;
    worksheet_set_paper(handle, layout.paper == Paper::a3 ? kA3 : kA4);
    worksheet_set_landscape(handle);
    worksheet_set_margins(handle, layout.side_margin / kPointsPerInch, layout.side_margin / kPointsPerInch,
                          layout.top_margin / kPointsPerInch, layout.bottom_margin / kPointsPerInch);
    worksheet_fit_to_pages(handle, 1, 0);
    worksheet_gridlines(handle, LXW_HIDE_ALL_GRIDLINES);
}

}  // namespace torimatome::writers
