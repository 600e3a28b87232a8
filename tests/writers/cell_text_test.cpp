#include "writers/workbook/cell_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace torimatome::writers {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(CellText, KeepsOrdinaryTextAsItIs) {
    EXPECT_EQ(cell_text("①取組\n・表\tA"), "①取組\n・表\tA");
    EXPECT_EQ(cell_text("𠮷野家 髙橋 \xEF\xBF\xBD"), "𠮷野家 髙橋 \xEF\xBF\xBD") << "U+FFFD itself may stand in a cell";
}

TEST(CellText, LeavesOutWhatXmlCannotHold) {
    EXPECT_EQ(cell_text("取\x01組\x0B表"), "取組表");
    EXPECT_EQ(cell_text("取\xEF\xBF\xBE組\xEF\xBF\xBF表"), "取組表");
    EXPECT_EQ(cell_text("取\xED\xA0\x80組"), "取組") << "a lone surrogate";
    EXPECT_EQ(cell_text("取\xE3\x81"), "取") << "a cut character";
}

TEST(CellText, MakesEveryLineEndALineFeed) { EXPECT_EQ(cell_text("a\r\nb\rc\n"), "a\nb\nc\n"); }

TEST(CellText, EscapesWhatExcelWouldReadAsAnEscape) {
    EXPECT_EQ(cell_text("_x0041_"), "_x005F_x0041_");
    EXPECT_EQ(cell_text("a_x00e9_b"), "a_x005F_x00e9_b");
    EXPECT_EQ(cell_text("_x41_ _xyz_ x0041"), "_x41_ _xyz_ x0041");
}

TEST(CellText, NamesTheDroppedCharactersOnce) {
    EXPECT_THAT(dropped_characters("ふつうの文\r\n"), IsEmpty());
    EXPECT_THAT(dropped_characters("a\x01"
                                   "b\x01"
                                   "c\x1F\xEF\xBF\xBE\xFF"),
                ElementsAre("U+0001", "U+001F", "U+FFFE", "不正なバイト"));
}

TEST(CellText, CountsUtf16Units) { EXPECT_EQ(utf16_length("aあ𠮷"), 4U); }

TEST(CellPieces, AreOneForOrdinaryTexts) {
    EXPECT_THAT(cell_piece_ends(""), ElementsAre(0U));
    EXPECT_THAT(cell_piece_ends("あ\nい"), ElementsAre(7U));
}

TEST(CellPieces, CutLongTextsAtALineBreak) {
    const std::string line(20'000, 'a');
    const std::string text = line + "\n" + line + "\n" + line;
    EXPECT_THAT(cell_piece_ends(text), ElementsAre(20'001U, 40'002U, 60'002U));
}

TEST(CellPieces, CutTextsWithoutLineBreaksAtTheLimit) {
    const std::string text(70'000, 'a');
    EXPECT_THAT(cell_piece_ends(text), ElementsAre(32'700U, 65'400U, 70'000U));
    std::string wide;
    for (int i = 0; i < 20'000; ++i) wide += "𠮷";
    EXPECT_THAT(cell_piece_ends(wide), ElementsAre(16'350U * 4, 80'000U));
}

TEST(CellPieces, KeepToTheNumberOfLineBreaks) {
    std::string text;
    for (int i = 0; i < 300; ++i) text += "a\n";
    EXPECT_THAT(cell_piece_ends(text), ElementsAre(506U, 600U));
}

TEST(CellPieces, SliceTheRuns) {
    const std::vector<TextRun> runs = {{.text = "abc"}, {.text = "def", .underline = true}, {.text = "g"}};
    EXPECT_THAT(slice_runs(runs, 2, 5), ElementsAre(TextRun{.text = "c"}, TextRun{.text = "de", .underline = true}));
    EXPECT_THAT(slice_runs(runs, 5, 7), ElementsAre(TextRun{.text = "f", .underline = true}, TextRun{.text = "g"}));
}

TEST(Excerpt, StandsOnOneLine) {
    EXPECT_EQ(excerpt("あい\nうえ", 10), "あい うえ");
    EXPECT_EQ(excerpt("あいうえお", 3), "あいう…");
    EXPECT_EQ(excerpt("あいう", 3), "あいう");
}

}  // namespace
}  // namespace torimatome::writers
