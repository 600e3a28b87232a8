#include "text/locked_text.hpp"

#include <gtest/gtest.h>

namespace torimatome::text {
namespace {

TEST(LockedText, TakesNoNoticeOfWhiteSpace) {
    const LockedText locked = lock_text("goal", "○相談体制が\n整っている。");
    EXPECT_EQ(locked.field, "goal");
    EXPECT_EQ(change_of(locked, "○相談体制が整っている。"), LockedChange::none);
    EXPECT_EQ(change_of(locked, " ○相談体制が\r\n整って　いる。\n"), LockedChange::none);
}

TEST(LockedText, TellsNotationFromWords) {
    const LockedText locked = lock_text("goal", "職員を10名増やす。");
    EXPECT_EQ(change_of(locked, "職員を１０名増やす。"), LockedChange::notation);
    EXPECT_EQ(change_of(locked, "職員を11名増やす。"), LockedChange::text);
    EXPECT_EQ(change_of(locked, ""), LockedChange::text);
}

TEST(LockedText, OfABlankCellIsBlank) {
    EXPECT_EQ(change_of(lock_text("item", ""), " \n"), LockedChange::none);
    EXPECT_EQ(change_of(lock_text("item", ""), "①"), LockedChange::text);
}

TEST(OwnText, IsKnownByItsWordsAndWhatItIsFor) {
    EXPECT_EQ(own_text_digest(OwnText::note, "※ 記入 例"), own_text_digest(OwnText::note, "※記入例"));
    EXPECT_NE(own_text_digest(OwnText::note, "※記入例"), own_text_digest(OwnText::guide, "※記入例"));
}

}  // namespace
}  // namespace torimatome::text
