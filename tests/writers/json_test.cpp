#include "writers/json.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <limits>
#include <sstream>
#include <string>

#include "full_document.hpp"
#include "writers/json_stream.hpp"

namespace torimatome::writers {
namespace {

template <typename Model>
std::string json_of(const Model& model, JsonLayout layout) {
    std::ostringstream out;
    write_json(model, out, layout);
    return out.str();
}

std::string string_of(std::string_view text) {
    std::string json;
    append_json_string(json, text);
    return json;
}

std::string number_of(double number) {
    std::string json;
    append_json_number(json, number);
    return json;
}

/// The golden files are also what tests/extras/schema_test.py checks against the schemas.
void expect_golden(const std::string& json, const std::string& name) {
    const std::string path = std::string(TORIMATOME_SOURCE_DIR) + "/tests/writers/golden/" + name;
    if (std::getenv("UPDATE_GOLDEN")) {
        ASSERT_FALSE(std::getenv("CI")) << "UPDATE_GOLDEN must not be set where tests run unattended.";
        std::ofstream(path, std::ios::binary) << json;
    }
    std::ifstream file(path, std::ios::binary);
    ASSERT_TRUE(file) << "There is no golden file " << path << "; make it with UPDATE_GOLDEN=1 and look at it.";
    std::ostringstream golden;
    golden << file.rdbuf();
    EXPECT_EQ(json, golden.str()) << "See the change: UPDATE_GOLDEN=1, then git diff " << path;
}

TEST(JsonWriter, WritesEveryPartOfADocument) {
    expect_golden(json_of(full_document(), JsonLayout::pretty), "document.json");
}

TEST(JsonWriter, WritesADocumentOnOneLine) {
    const std::string json = json_of(full_document(), JsonLayout::one_line);
    EXPECT_EQ(json.find('\n'), json.size() - 1);
    expect_golden(json, "document.ndjson");
}

TEST(JsonWriter, WritesEveryPartOfTables) { expect_golden(json_of(full_tables(), JsonLayout::pretty), "tables.json"); }

TEST(JsonWriter, WritesTablesOnOneLine) {
    const std::string json = json_of(full_tables(), JsonLayout::one_line);
    EXPECT_EQ(json.find('\n'), json.size() - 1);
    expect_golden(json, "tables.ndjson");
}

TEST(JsonWriter, WritesAnEmptyDocument) { expect_golden(json_of(Document{}, JsonLayout::pretty), "empty.json"); }

TEST(JsonWriter, WritesAnEmptyTableSet) {
    EXPECT_EQ(json_of(TableSet{}, JsonLayout::one_line),
              R"({"schema":"torimatome-tables/1","source":{"file":"","format":"","sha256":""},)"
              R"("tables":[],"findings":[],"unplaced":[]})"
              "\n");
}

TEST(JsonWriter, EscapesWhatJsonAsksForAndNothingElse) {
    EXPECT_EQ(string_of(""), R"("")");
    EXPECT_EQ(string_of("a\"b\\c/d"), R"("a\"b\\c/d")");
    EXPECT_EQ(string_of("一\n二\r三\t四"), R"("一\n二\r三\t四")");
    EXPECT_EQ(string_of(std::string_view("\0\x01\x08\x0C\x1F\x7F", 6)), "\"\\u0000\\u0001\\u0008\\u000c\\u001f\x7F\"");
    EXPECT_EQ(string_of("①㈱～Ⅱ𠮷葛󠄀"), R"("①㈱～Ⅱ𠮷葛󠄀")");
}

TEST(JsonWriter, NeverWritesBrokenUtf8) {
    EXPECT_EQ(string_of("\xFF"), "\"\uFFFD\"");
    EXPECT_EQ(string_of("港\xE6\xB8"), "\"港\uFFFD\uFFFD\"");
    EXPECT_EQ(string_of("\xC0\xAF"), "\"\uFFFD\uFFFD\"");
    EXPECT_EQ(string_of("\xED\xA0\x80\n"), "\"\uFFFD\uFFFD\uFFFD\\n\"");
}

TEST(JsonWriter, WritesNumbersShortAndExact) {
    EXPECT_EQ(number_of(0), "0");
    EXPECT_EQ(number_of(-0.0), "0");
    EXPECT_EQ(number_of(841.89), "841.89");
    EXPECT_EQ(number_of(0.1 + 0.2), "0.30000000000000004");
    EXPECT_EQ(number_of(-12), "-12");
    EXPECT_EQ(number_of(1e300), "1e+300");
}

TEST(JsonWriter, LeavesOutABoxThatJsonCannotHold) {
    Document document;
    document.unplaced = {{"x", {.page = 1, .box = Box{0, 0, std::numeric_limits<double>::infinity(), 1}}}};
    EXPECT_THAT(json_of(document, JsonLayout::one_line),
                testing::HasSubstr(R"("unplaced":[{"text":"x","source":{"page":1}}])"));
}

TEST(JsonWriter, WritesDocumentsLargerThanItsBuffer) {
    Document document;
    const std::string text(1000, 'x');
    for (int i = 0; i < 1000; ++i) document.unplaced.push_back({text, {.line = i + 1}});
    std::string expected = R"({"schema":"torimatome/1","form":"","label":"","title":"","year":null,)"
                           R"("source":{"file":"","format":"","sha256":""},"sections":[],"records":[],"findings":[],)"
                           R"("unplaced":[)";
    for (int i = 0; i < 1000; ++i) {
        expected += (i > 0 ? "," : "") + std::string(R"({"text":")") + text + R"(","source":{"line":)" +
                    std::to_string(i + 1) + "}}";
    }
    EXPECT_EQ(json_of(document, JsonLayout::one_line), expected + "]}\n");
}

TEST(JsonWriter, LeavesAFailedStreamFailed) {
    std::ofstream out("/dev/full");
    write_json(full_document(), out, JsonLayout::pretty);
    out.flush();
    EXPECT_FALSE(out);
}

}  // namespace
}  // namespace torimatome::writers
