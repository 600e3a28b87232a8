#include "model/source_position.hpp"

#include <algorithm>

namespace torimatome {

std::string cell_address(int row, int column) {
    std::string letters;
    for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
        letters.push_back(static_cast<char>('A' + (rest - 1) % 26));
    }
    std::reverse(letters.begin(), letters.end());
    return letters + std::to_string(row);
}

std::optional<CellCoordinates> parse_cell_address(std::string_view address) {
    constexpr int kLastRow = 1'048'576;
    constexpr int kLastColumn = 16'384;
    CellCoordinates result;
    std::size_t i = 0;
    const auto skip_dollar = [&] {
        if (i < address.size() && address[i] == '$') ++i;
    };
    skip_dollar();
    for (; i < address.size(); ++i) {
        const char c = address[i];
        const bool upper = c >= 'A' && c <= 'Z';
        const bool lower = c >= 'a' && c <= 'z';
        if (!upper && !lower) break;
        result.column = result.column * 26 + (c - (upper ? 'A' : 'a') + 1);
        if (result.column > kLastColumn) return std::nullopt;
    }
    skip_dollar();
    const std::size_t first_digit = i;
    for (; i < address.size() && address[i] >= '0' && address[i] <= '9'; ++i) {
        result.row = result.row * 10 + (address[i] - '0');
        if (result.row > kLastRow) return std::nullopt;
    }
    const bool complete = i == address.size() && i > first_digit;
    if (!complete || result.row == 0 || result.column == 0) return std::nullopt;
    return result;
}

double reading_depth(const SourcePosition& position) {
    if (!position.box) return 0;
    switch (position.turned) {
        case 1: return position.box->x0;
        case 2: return -position.box->y1;
        case 3: return -position.box->x1;
        default: return position.box->y0;
    }
}

std::string describe(const SourcePosition& position) {
    if (!position.sheet.empty() || !position.cell.empty()) {
        std::string text;
        if (!position.file.empty()) text += "「" + position.file + "」";
        if (!position.sheet.empty()) text += "シート「" + position.sheet + "」";
        return text + position.cell;
    }
    if (position.page > 0) {
        const std::string page = "p." + std::to_string(position.page);
        return position.file.empty() ? page : "「" + position.file + "」" + page;
    }
    if (position.line > 0) return position.file + ":" + std::to_string(position.line);
    return position.file;
}

}  // namespace torimatome
