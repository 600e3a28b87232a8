#include "parsers/pdf/cut_text.hpp"

#include <fmt/format.h>

#include <string_view>

#include "model/language.hpp"
#include "parsers/pdf/text_lines.hpp"

namespace torimatome::parsers::pdf {

void check_cut_text(const Page& page, const GridCell& cell, const std::vector<const Glyph*>& glyphs,
                    Findings& findings) {
    constexpr std::u32string_view kEnds = U"。．」』）)】！？!?";
    constexpr double kTouching = 0.12;  // of the type's size
    if (cell.open_bottom) return;
    const std::vector<TextLine> lines = find_lines(glyphs);
    if (lines.size() < 2) return;
    const TextLine& last = lines.back();
    const bool touches = cell.box.y1 - last.box.y1 < kTouching * last.size;
    const bool full = cell.box.x1 - last.box.x1 < 2.0 * last.size;
    const bool ends = kEnds.find(last.glyphs.back()->code) != std::u32string_view::npos;
    if (!touches || !full || ends) return;
    Finding finding;
    finding.code = "text.cut-off";
    finding.source.page = page.number;
    finding.source.box = as_shown(page, cell.box);
    finding.message = tell(fmt::format("「{}」の後が、欄の高さが足りず切れているおそれがあります。", text_of(last)),
                           fmt::format("What follows \"{}\" may be cut off: the row is too low.", text_of(last)));
    finding.hint = tell("元のファイルで続きがないか確かめてください。", "Please check the original for more text.");
    findings.push_back(std::move(finding));
}

}  // namespace torimatome::parsers::pdf
