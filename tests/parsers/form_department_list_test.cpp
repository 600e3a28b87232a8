#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>

#include "parsers/form/department_list.hpp"

namespace torimatome::parsers {

void PrintTo(const DepartmentList& list, std::ostream* out) {
    for (const std::string& value : list.values) *out << "[" << value << "]";
    *out << (list.plausible ? " plausible" : " not plausible");
}

namespace {

struct Case {
    std::string name;
    std::string text;
    std::vector<std::string> values;
    bool plausible = true;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.text; }

const Organisations& organisations() {
    static const Organisations made = {{{"こ", "こども未来局"}, {"健", "健康福祉局"}, {"教", "教育委員会"}},
                                       {{"こども相談センター", "こ", {"児童相談センター"}}, {"みなとの窓口", "", {}}}};
    return made;
}

class SplitDepartments : public testing::TestWithParam<Case> {};

TEST_P(SplitDepartments, GivesTheEntriesAsWritten) {
    const DepartmentList list = split_departments(GetParam().text, organisations());
    EXPECT_EQ(list.values, GetParam().values);
    EXPECT_EQ(list.plausible, GetParam().plausible);
}

INSTANTIATE_TEST_SUITE_P(
    Notations, SplitDepartments,
    testing::Values(
        Case{"nothing", "", {}, false}, Case{"one", "保健所", {"保健所"}},
        Case{"dots", "人事課・保健所／財政課", {"人事課", "保健所", "財政課"}},
        Case{"a_dot_within_a_name", "保健・福祉課", {"保健・福祉課"}},
        Case{"a_short_name_alone", "健) 保健所 教)", {"健) 保健所 教)"}, false},
        Case{"half_width_bracket", "健) 保健所", {"健) 保健所"}},
        Case{"full_width_bracket", "健）保健所", {"健）保健所"}},
        Case{"corner_brackets", "【健】保健所 【こ】こども家庭部", {"【健】保健所", "【こ】こども家庭部"}},
        Case{"round_brackets", "(健)保健所 (こ)こども家庭部", {"(健)保健所", "(こ)こども家庭部"}},
        Case{"full_width_round_brackets", "（健）保健所、（こ）こども家庭部", {"（健）保健所", "（こ）こども家庭部"}},
        Case{"mixed_brackets",
             "健) 保健所 こ） こども家庭部 【教】学校教育部",
             {"健) 保健所", "こ） こども家庭部", "【教】学校教育部"}},
        Case{"space", "健) 保健所 こ) こども家庭部", {"健) 保健所", "こ) こども家庭部"}},
        Case{"full_width_space", "健）保健所　こ）こども家庭部", {"健）保健所", "こ）こども家庭部"}},
        Case{"no_space", "健) 保健所こ) こども家庭部", {"健) 保健所", "こ) こども家庭部"}},
        Case{"no_space_unknown_bureau", "福祉部子)こども相談所", {"福祉部", "子)こども相談所"}},
        Case{"no_space_after_a_bracket", "健)保健所(本所)こ)こども家庭部", {"健)保健所(本所)", "こ)こども家庭部"}},
        Case{"no_space_after_a_bracket_unknown_bureau", "健)保健所(本所)区)福祉部", {"健)保健所(本所)", "区)福祉部"}},
        Case{"line_breaks", "健) 保健所\nこ) こども家庭部\n", {"健) 保健所", "こ) こども家庭部"}},
        Case{"reading_comma", "保健所、こども家庭部", {"保健所", "こども家庭部"}},
        Case{"full_width_comma", "保健所，こども家庭部", {"保健所", "こども家庭部"}},
        Case{"comma", "保健所, こども家庭部", {"保健所", "こども家庭部"}},
        Case{"names_without_bureaus", "こども未来局 健康福祉局", {"こども未来局", "健康福祉局"}},
        Case{"name_with_a_space", "健) 保健所 健康企画課", {"健) 保健所 健康企画課"}},
        Case{"middle_dot", "区）健康・子ども課", {"区）健康・子ども課"}},
        Case{"stray_full_stop", "区）健康・子ども課.", {"区）健康・子ども課."}},
        Case{"bracket_after_the_name", "保健所（本所）", {"保健所（本所）"}},
        Case{"long_bracket_after_the_name", "保健所（地域保健担当）", {"保健所（地域保健担当）"}},
        Case{"bracket_after_each_name",
             "健）保健所（本所） こ）保育部（南）",
             {"健）保健所（本所）", "こ）保育部（南）"}},
        Case{"short_name_of_three", "都市局) 計画部", {"都市局) 計画部"}},
        Case{"known_name_of_no_usual_ending", "みなとの窓口", {"みなとの窓口"}},
        Case{"former_name", "児童相談センター", {"児童相談センター"}},
        Case{"sentence", "研修を実施した。", {"研修を実施した。"}, false},
        Case{"sentence_on_an_office", "○相談できる窓口がある。", {"○相談できる窓口がある。"}, false},
        Case{"category", "II", {"II"}, false}, Case{"unknown_name", "みんな", {"みんな"}, false},
        Case{"one_entry_of_two_is_a_sentence", "保健所、研修を実施した。", {"保健所", "研修を実施した。"}, false}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace torimatome::parsers
