#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "model/language.hpp"
#include "tests/parsers/form_reading.hpp"

namespace torimatome::parsers {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;

const fs::path kInvalid = TORIMATOME_SOURCE_DIR "/tests/cases/mappings/invalid";

std::string content(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

std::vector<fs::path> invalid_mappings() {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(kInvalid)) {
        if (entry.path().extension() == ".xml") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

Finding refusal(const std::string& xml, const std::string& name, Language language = Language::japanese) {
    Mappings mappings = shipped_mappings();
    set_message_language(language);
    Finding finding;
    try {
        load_mapping(xml, name, mappings);
    } catch (const Error& error) {
        finding = error.finding();
    }
    set_message_language(Language::japanese);
    return finding;
}

class InvalidMapping : public testing::TestWithParam<fs::path> {};

// Beside each broken mapping stands the message that it must give, in Japanese and in English.
TEST_P(InvalidMapping, IsRefusedWithItsMessage) {
    const fs::path file = GetParam();
    const std::string name = file.filename().string();
    std::string expected = content(fs::path(file).replace_extension(".txt"));
    ASSERT_FALSE(expected.empty()) << "no message beside " << name;
    const Finding japanese = refusal(content(file), name);
    const Finding english = refusal(content(file), name, Language::english);
    EXPECT_EQ(japanese.message + "\n" + english.message + "\n", expected);
    EXPECT_EQ(japanese.code, "mapping.invalid");
    EXPECT_EQ(japanese.severity, Severity::error);
    EXPECT_EQ(japanese.source.file, name);
    EXPECT_EQ(name + ":" + std::to_string(japanese.source.line),
              expected.substr(0, expected.find(':', name.size() + 1)));
}

INSTANTIATE_TEST_SUITE_P(Files, InvalidMapping, testing::ValuesIn(invalid_mappings()),
                         [](const auto& test) { return test.param.stem().string(); });

TEST(Mappings, ShippedOnesLoad) {
    std::vector<std::string> ids;
    for (const Form& form : shipped_mappings().forms) ids.push_back(form.id);
    EXPECT_THAT(ids, testing::IsSupersetOf({"chronology", "plan-results", "recommendation-progress"}));
    EXPECT_TRUE(std::is_sorted(ids.begin(), ids.end()));
    EXPECT_FALSE(shipped_mappings().organisations.bureaus.empty());
    EXPECT_FALSE(shipped_mappings().look_alikes.empty());
}

// Where the tool is missing the test is skipped, as ctest understands it.
TEST(Mappings, ShippedOnesFitTheSchema) {
    if (std::system("xmllint --version >/dev/null 2>&1") != 0) GTEST_SKIP() << "xmllint is not installed";
    const fs::path folder = TORIMATOME_SOURCE_DIR "/mappings";
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() != ".xml") continue;
        const std::string command = "xmllint --noout --nonet --schema '" + (folder / "mapping.xsd").string() + "' '" +
                                    entry.path().string() + "' 2>&1";
        EXPECT_EQ(std::system(command.c_str()), 0) << entry.path();
    }
}

TEST(Mappings, DefaultsAreFilledIn) {
    Mappings mappings;
    load_mapping(R"(<form id="leaflet" name="ちらし">
  <column heading="{year}の番号"><field id="number" kind="mark" style="number"/></column>
  <column heading="内容" optional="yes" unheaded="yes" width="12.5">
    <alias>取<!-- a comment splits a text for the parser -->組</alias>
    <alias><![CDATA[取組 & 結果]]></alias>
    <field id="content" kind="prose" blank="inherit" required="no"><cue at="end">した。</cue></field>
  </column>
  <choice value="I"/>
  <choice value="II" label="拡充する項目"/>
</form>)",
                 "leaflet.xml", mappings);
    Form expected;
    expected.id = "leaflet";
    expected.name = "ちらし";
    expected.columns.resize(2);
    expected.columns[0].heading = "{year}の番号";
    expected.columns[0].fields = {{"number", FieldKind::mark, "number", BlankCell::keep, true, {}}};
    expected.columns[1].heading = "内容";
    expected.columns[1].aliases = {"取組", "取組 & 結果"};
    expected.columns[1].width = 12.5;
    expected.columns[1].optional = true;
    expected.columns[1].unheaded = true;
    expected.columns[1].fields = {
        {"content", FieldKind::prose, "", BlankCell::inherit, false, {{Cue::Where::end, "した。", 1.0}}}};
    expected.choices = {{"I", "I", "I"}, {"II", "拡充する項目", "拡充する項目"}};
    ASSERT_EQ(mappings.forms.size(), 1U);
    EXPECT_EQ(mappings.forms.front(), expected);
}

TEST(Mappings, EditorsSchemaReferenceIsNoUnknownAttribute) {
    Mappings mappings;
    load_mapping(R"(<look-alikes xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                 xsi:noNamespaceSchemaLocation="mapping.xsd"><pair wrong="工" right="エ"/></look-alikes>)",
                 "look.xml", mappings);
    EXPECT_THAT(mappings.look_alikes, ElementsAre(LookAlike{"工", "エ", false}));
}

TEST(Mappings, ColumnsOfMessagesCountCharacters) {
    EXPECT_EQ(refusal(R"(<form id="x" name="名前"><列/></form>)", "x.xml").message,
              "x.xml:1:25: <form> の中に <列> は書けません。");
}

TEST(Mappings, FolderWithoutMappingsIsAnError) {
    try {
        load_mappings("/no/such/folder");
        FAIL() << "no error";
    } catch (const Error& error) {
        EXPECT_EQ(error.finding().code, "mapping.no-folder");
        EXPECT_EQ(error.finding().message,
                  "様式の定義のフォルダ「/no/such/folder」がないか、XMLがありません。--mappings で指定してください。");
    }
}

}  // namespace
}  // namespace torimatome::parsers
