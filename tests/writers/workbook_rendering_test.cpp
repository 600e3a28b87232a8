// Excel and LibreOffice fit no row to merged cells: that no text is cut is seen in the printed pages only. Skipped
// where LibreOffice or poppler's tools are missing.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>

#include "minato.hpp"
#include "text/code_points.hpp"
#include "writers/consolidated_workbook.hpp"
#include "xlsx_parts.hpp"

namespace torimatome::writers {
namespace {

bool can_render() {
    return std::system("command -v soffice >/dev/null 2>&1 && command -v pdftotext >/dev/null 2>&1") == 0;
}

/// The pages' texts as LibreOffice prints them.
std::vector<std::string> printed_pages(const TestFolder& folder, const std::string& name) {
    const std::string at = folder.path().string();
    const std::string render = "soffice -env:UserInstallation=file://" + at +
                               "/profile --headless --convert-to pdf --outdir '" + at + "' '" + at + "/" + name +
                               ".xlsx' >/dev/null 2>&1 && pdftotext -raw '" + at + "/" + name + ".pdf' '" + at + "/" +
                               name + ".txt'";
    EXPECT_EQ(std::system(render.c_str()), 0);
    std::ifstream in(folder / (name + ".txt"));
    std::vector<std::string> pages;
    for (std::string page; std::getline(in, page, '\f');) pages.push_back(page);
    return pages;
}

std::map<char32_t, int> characters_of(const std::string& text) {
    std::map<char32_t, int> counts;
    for (std::size_t at = 0; at < text.size();) {
        const text::CodePoint point = text::code_point_at(text, at);
        if (!text::is_space(point.value)) ++counts[point.value];
        at += point.length;
    }
    return counts;
}

/// How many characters of `wanted` are not in `found`: text that is cut is not drawn.
int missing(const std::string& wanted, const std::string& found) {
    const std::map<char32_t, int> there = characters_of(found);
    int count = 0;
    for (const auto& [character, times] : characters_of(wanted)) {
        const auto entry = there.find(character);
        count += std::max(0, times - (entry == there.end() ? 0 : entry->second));
    }
    return count;
}

TEST(WorkbookRendering, CutsNoTextAndRepeatsTheBoxOnEveryPage) {
    if (!can_render()) GTEST_SKIP() << "soffice or pdftotext is missing";
    const TestFolder folder;
    const Form form = minato_form();
    const std::vector<Submission> submissions;
    Document document = minato_long_document(2, 24);
    document.records[4].find("plan")->text = minato_prose(1150);
    for (const Paper paper : {Paper::a3, Paper::a4}) {
        write_consolidated_workbook({document, form, submissions, paper, {2022, 6, 1}}, folder / "book.xlsx");
        std::string wanted;
        for (const auto& [name, sheet] : xlsx_sheets(folder / "book.xlsx")) {
            for (const auto& [address, text] : sheet.cells) wanted += text;
        }
        const std::vector<std::string> pages = printed_pages(folder, "book");
        std::string found;
        int boxes = 0;
        for (const std::string& page : pages) {
            found += page;
            if (page.find("検証報告書における提言") != std::string::npos) ++boxes;
        }
        EXPECT_EQ(missing(wanted, found), 0);
        const std::size_t breaks = xlsx_sheet(folder / "book.xlsx", "提言1").breaks.size() +
                                   xlsx_sheet(folder / "book.xlsx", "提言2").breaks.size();
        if (paper == Paper::a4) continue;  // the box is too high for A4: only the headings are repeated
        EXPECT_EQ(boxes, static_cast<int>(breaks) + 2) << "the pages that were planned, no more";
    }
}

}  // namespace
}  // namespace torimatome::writers
