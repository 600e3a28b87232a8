#include "parsers/form/scale_loader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "model/finding.hpp"
#include "model/language.hpp"

namespace torimatome::parsers {
namespace {

std::string refusal(const std::string& xml) {
    set_message_language(Language::japanese);
    try {
        load_scale(xml, "scale.xml");
    } catch (const Error& error) {
        EXPECT_EQ(error.finding().code, "mapping.invalid");
        return error.finding().message;
    }
    return "（読めました）";
}

TEST(ScaleLoader, ReadsGradesWithValuesAndShares) {
    const Scale scale = load_scale(
        R"(<scale id="two" name="2段階" ordinal="yes"><note>選んでください。</note>
             <grade mark="A" value="2" label="できた" share="80%以上">目標に届いた。</grade>
             <grade mark="B" value="1.5" label="まだ">届かない。</grade></scale>)",
        "two.xml");
    const Scale expected = {"two",
                            "2段階",
                            true,
                            "選んでください。",
                            {{"A", "できた", "目標に届いた。", "80%以上", 2.0}, {"B", "まだ", "届かない。", "", 1.5}}};
    EXPECT_EQ(scale, expected);
}

TEST(ScaleLoader, RefusesWhatIsNoScale) {
    EXPECT_EQ(refusal("<form/>"), "scale.xml:1:2: <scale> が要ります。");
    EXPECT_EQ(refusal(R"(<scale id="a" name="a" ordinal="no">
<grade mark="A" value="1" label="a">a</grade><grade mark="B" label="b">b</grade></scale>)"),
              "scale.xml:2:2: value は ordinal=\"yes\" の段階にだけ、すべての <grade> に書きます。");
    EXPECT_EQ(refusal(R"(<scale id="a" name="a" ordinal="yes"><grade mark="A" label="a">a</grade></scale>)"),
              "scale.xml:1:39: value は ordinal=\"yes\" の段階にだけ、すべての <grade> に書きます。");
    EXPECT_EQ(refusal(R"(<scale id="a" name="a" ordinal="no"><grade mark="A" label="a">a</grade>
<grade mark="Ａ" label="b">b</grade></scale>)"),
              "scale.xml:1:2: mark「Ａ」が2つあります。");
    EXPECT_EQ(refusal(R"(<scale id="a" name="a" ordinal="no"><grade mark="A" label="a">a</grade></scale>)"),
              "scale.xml:1:2: <grade> は2つ以上、mark は合わせて255文字までです。");
    EXPECT_THAT(refusal(R"(<scale id="a" name="a" ordinal="no" colour="red"/>)"), testing::HasSubstr("colour"));
}

TEST(ScaleLoader, ReadsAllScalesThatComeWithTheProgram) {
    std::vector<std::string> ids;
    for (const Scale& scale : load_scales(TORIMATOME_SOURCE_DIR "/mappings")) ids.push_back(scale.id);
    EXPECT_THAT(ids, testing::ElementsAre("a-d", "directions", "four-step", "progress", "s-d"));
}

}  // namespace
}  // namespace torimatome::parsers
