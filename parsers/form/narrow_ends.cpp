#include "parsers/form/narrow_ends.hpp"

#include <fmt/format.h>

#include "model/language.hpp"
#include "parsers/form/line_text.hpp"

namespace torimatome::parsers {

namespace {

RowDoubt end_missing(const std::string& field, std::string message) {
    return {"text.end-missing", field, std::move(message), check_original()};
}

// Blank lines within a text, or before a name, that are more than part two lines or sections: pages end there. Behind a
// name they may be a blank cell.
bool pages_end_blank(const std::vector<NarrowItem>& items, int usual_gap) {
    const auto ends = [&](const BodyLine& line) { return line.gap > 2 * usual_gap + 1; };
    for (std::size_t i = 0; i < items.size(); ++i) {
        const NarrowItem& item = items[i];
        for (std::size_t k = 1; k < item.text.size(); ++k) {
            if (ends(item.text[k])) return true;
        }
        const bool below_text = i > 0 && !item.opens_section && !items[i - 1].text.empty();
        if (below_text && !item.name.empty() && ends(item.name.front())) return true;
    }
    return false;
}

}  // namespace

std::optional<RowDoubt> find_missing_end(const NarrowBodies& found, const std::vector<NarrowItem>& items, int usual_gap,
                                         const TextEnd& end, const std::string& field) {
    if (found.last_page < found.pages) {
        return end_missing(
            field,
            tell(
                fmt::format("全{}頁のうち{}頁までしかありません。この後が切れています。", found.pages, found.last_page),
                fmt::format("Of {} pages there are {} only: the rest is cut off.", found.pages, found.last_page)));
    }
    if (found.ends_with_head) {
        return end_missing(field, tell("最後の見出しの下に何もありません。この後が切れているかもしれません。",
                                       "Nothing stands below the last heading: the rest may be cut off."));
    }
    if (found.numbered_pages && !found.ends_with_number) {
        return end_missing(field, tell("ほかの頁の終わりにある頁の番号が、最後の頁にありません。この後が切れているかも"
                                       "しれません。",
                                       "The last page does not end with its number, as the others do: the rest may be "
                                       "cut off."));
    }
    if (end.page_breaks > 0 && !end.with_page_break) {
        return end_missing(field, tell("ほかの頁の終わりにある改頁の印が、最後の頁にありません。この後が切れているかも"
                                       "しれません。",
                                       "The last page does not end with a form feed, as the others do: the rest may be "
                                       "cut off."));
    }
    const bool blank = end.line_ends > 2 * usual_gap;
    if (end.page_breaks == 0 && !found.numbered_pages && !blank && pages_end_blank(items, usual_gap)) {
        return end_missing(field,
                           tell("ほかの頁の終わりにある空行が、最後の頁にありません。この後が切れているかもしれま"
                                "せん。",
                                "The last page does not end with blank lines, as the others do: the rest may be "
                                "cut off."));
    }
    return std::nullopt;
}

}  // namespace torimatome::parsers
