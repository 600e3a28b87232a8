#include "parsers/json_document.hpp"

#include <gtest/gtest.h>

#include <clocale>
#include <string>

#include "model/language.hpp"

namespace torimatome::parsers {
namespace {

const std::string kAgain = "torimatome convert --to json で作り直してください。";

/// A document with the given members in place of the empty ones.
std::string document_with(const std::string& key, const std::string& value) {
    std::string json = "{";
    const std::pair<std::string, std::string> members[] = {
        {"schema", R"("torimatome/1")"},
        {"form", R"("f")"},
        {"label", R"("資料1")"},
        {"title", R"("題")"},
        {"year", "null"},
        {"source", R"({"file": "a.txt", "format": "text", "sha256": "0"})"},
        {"sections", "[]"},
        {"records", "[]"},
        {"findings", "[]"},
        {"unplaced", "[]"}};
    for (const auto& [name, usual] : members) {
        json += (json.size() > 1 ? ",\n\"" : "\"") + name + "\": " + (name == key ? value : usual);
    }
    return json + "}\n";
}

std::string record_with(const std::string& fields, const std::string& source = "{}") {
    return R"([{"id": "1", "section": "", "fields": )" + fields + R"(, "source": )" + source + "}]";
}

Finding error_of(const std::string& json) {
    try {
        read_json_document(json, "回答.json");
    } catch (const Error& error) {
        return error.finding();
    }
    return {.message = "no error"};
}

std::string message_of(const std::string& json) { return error_of(json).message; }

TEST(JsonDocument, ReadsWhatAnyProgramMayWrite) {
    const std::string json = "\xEF\xBB\xBF" + document_with("records", R"([
        {"later": {"a": [1, {"b": null}]}, "source": {"cell": "A5", "sheet": "様式1"}, "section": "1", "id": "\u0031-ア",
         "fields": {"z": {"text": "\ud842\udfb7\n", "source": {"cell": "D5"}},
                    "a": {"source": {"sheet": "様式2", "cell": "B1"}, "text": "", "values": [], "inherited": false}}}])");
    Record record;
    record.id = "1-ア";
    record.section = "1";
    record.source = {.sheet = "様式1", .cell = "A5"};
    record.fields.emplace_back("z", Field{.text = "𠮷\n", .source = {.sheet = "様式1", .cell = "D5"}});
    record.fields.emplace_back("a", Field{.text = "", .source = {.sheet = "様式2", .cell = "B1"}});
    Document expected;
    expected.form = "f";
    expected.label = "資料1";
    expected.title = "題";
    expected.source = {.file = "a.txt", .format = "text", .sha256 = "0", .date = ""};
    expected.records = {record};
    EXPECT_EQ(read_json_document(json, "回答.json"), expected);
}

TEST(JsonDocument, ReadsMembersInAnyOrderAndIgnoresUnknownOnes) {
    const Document document = read_json_document(
        R"({"more": [[1, 2], {"x": {}}, 3], "unplaced": [{"source": {"line": 3, "why": "?"}, "text": "x"}],
            "findings": [{"message": "m", "severity": "note", "code": "c"}], "records": [], "other": {"k": [1]},
            "sections": [{"items": [{"title": "t", "mark": "①"}], "title": "s", "number": "1"}],
            "source": {"sha256": "", "format": "", "file": "", "date": "2022-05-10"}, "year": -660, "title": "",
            "label": "", "form": "", "schema": "torimatome/1"})",
        "x.json");
    Document expected;
    expected.year = -660;
    expected.source.date = "2022-05-10";
    expected.sections = {{"1", "s", {{"①", "t"}}}};
    expected.findings = {{.code = "c", .severity = Severity::note, .message = "m"}};
    expected.unplaced = {{"x", {.line = 3}}};
    EXPECT_EQ(document, expected);
}

TEST(JsonDocument, ReadsNumbersInEveryLocale) {
    const std::string before = std::setlocale(LC_NUMERIC, nullptr);
    for (const char* name : {"de_DE.UTF-8", "fr_FR.UTF-8"}) std::setlocale(LC_NUMERIC, name);
    const Document document = read_json_document(
        document_with("unplaced", R"([{"text": "", "source": {"page": 1, "box": [0.5, 1e2, 3, -4.25]}}])"), "x.json");
    std::setlocale(LC_NUMERIC, before.c_str());
    EXPECT_EQ(document.unplaced.at(0).source.box, (Box{0.5, 100, 3, -4.25}));
}

TEST(JsonDocument, ReadsLongListsInTimeThatGrowsWithThem) {
    std::string entries = "[";
    for (int i = 0; i < 100'000; ++i) entries += R"({"text":"x","source":{}},)";
    entries.back() = ']';
    std::string members = "{";
    for (int i = 0; i < 100'000; ++i) members += "\"k" + std::to_string(i) + "\":0,";
    members.back() = '}';
    std::string json = document_with("unplaced", entries);
    json.insert(1, "\"unknown\": " + members + ", \"others\": " + entries + ",");
    EXPECT_EQ(read_json_document(json, "x.json").unplaced.size(), 100'000U);
}

TEST(JsonDocument, SurvivesDeepNesting) {
    std::string json = document_with("", "");
    json.insert(1, "\"deep\": " + std::string(200'000, '[') + std::string(200'000, ']') + ",");
    EXPECT_EQ(read_json_document(json, "x.json").form, "f");
}

TEST(JsonDocument, NamesAMissingMember) {
    EXPECT_EQ(message_of("{}"), "schema がありません。" + kAgain);
    EXPECT_EQ(message_of(R"({"schema": "torimatome/1"})"), "form がありません。" + kAgain);
    EXPECT_EQ(message_of(document_with("source", R"({"file": "a", "format": "csv"})")),
              "source.sha256 がありません。" + kAgain);
    EXPECT_EQ(message_of(document_with("records", record_with(R"({"plan": {}})"))),
              "records[0].fields.plan.text がありません。" + kAgain);
    EXPECT_EQ(message_of(document_with("sections", R"([{"number": "1", "title": "", "items": [{"mark": "①"}]}])")),
              "sections[0].items[0].title がありません。" + kAgain);
    EXPECT_EQ(message_of(document_with("unplaced", R"([{"text": "", "source": {}}, {"text": ""}])")),
              "unplaced[1].source がありません。" + kAgain);
}

TEST(JsonDocument, NamesAMemberOfAWrongKind) {
    EXPECT_EQ(message_of(document_with("title", "3")), "title は文字列のはずですが、 3 です。" + kAgain);
    EXPECT_EQ(message_of(document_with("year", R"("2021")")), "year は整数のはずですが、文字列です。" + kAgain);
    EXPECT_EQ(message_of(document_with("year", "2021.5")), "year は整数のはずですが、 2021.5 です。" + kAgain);
    EXPECT_EQ(message_of(document_with("year", "2147483648")), "year は整数のはずですが、 2147483648 です。" + kAgain);
    EXPECT_EQ(message_of(document_with("year", "-2147483649")),
              "year は整数のはずですが、 -2147483649 です。" + kAgain);
    EXPECT_EQ(message_of(document_with("source", "[]")), "source はオブジェクトのはずですが、配列です。" + kAgain);
    EXPECT_EQ(message_of(document_with("records", "{}")), "records は配列のはずですが、オブジェクトです。" + kAgain);
    EXPECT_EQ(message_of(document_with("records", "[null]")),
              "records[0] はオブジェクトのはずですが、 null です。" + kAgain);
    EXPECT_EQ(message_of(document_with("records", "[[]]")),
              "records[0] はオブジェクトのはずですが、配列です。" + kAgain);
    const auto field = [](const std::string& members) {
        return document_with("records", record_with(R"({"plan": {"text": "", )" + members + "}}"));
    };
    EXPECT_EQ(message_of(field(R"("inherited": "yes")")),
              "records[0].fields.plan.inherited は true か false のはずですが、文字列です。" + kAgain);
    EXPECT_EQ(message_of(field(R"("values": ["a", true])")),
              "records[0].fields.plan.values[1] は文字列のはずですが、 true です。" + kAgain);
    EXPECT_EQ(message_of(field(R"("runs": [{"text": "a", "color": 0}])")),
              "records[0].fields.plan.runs[0].color は文字列のはずですが、 0 です。" + kAgain);
    EXPECT_EQ(message_of(field(R"("source": {"page": 1, "box": [1, 2, "3", 4]})")),
              "records[0].fields.plan.source.box[2] は数値のはずですが、文字列です。" + kAgain);
    EXPECT_EQ(message_of(field(R"("source": {"box": [1, 2, 3]})")),
              "records[0].fields.plan.source.box は4つの数値 [x0, y0, x1, y1] のはずです。" + kAgain);
}

TEST(JsonDocument, RefusesNumbersThatNoVariableHolds) {
    EXPECT_EQ(message_of(document_with("year", "1e3")), "year は整数のはずですが、 1e3 です。" + kAgain);
    EXPECT_EQ(message_of(document_with("unplaced", R"([{"text": "", "source": {"box": [0, -1e999, 0, 0]}}])")),
              "unplaced[0].source.box[1] は倍精度の数値のはずですが、 -1e999 です。" + kAgain);
}

TEST(JsonDocument, RefusesAMemberThatIsThereTwice) {
    EXPECT_EQ(message_of(document_with("title", R"("a", "title": "b")")), "title が2つあります。" + kAgain);
    EXPECT_EQ(message_of(document_with("records", record_with(R"({"plan": {"text": "a", "text": "b"}})"))),
              "records[0].fields.plan.text が2つあります。" + kAgain);
}

TEST(JsonDocument, RefusesAnUnknownSeverity) {
    EXPECT_EQ(message_of(document_with("findings", R"([{"code": "c", "severity": "fatal", "message": ""}])")),
              "findings[0].severity は error・warning・note のどれかのはずですが、「fatal」です。" + kAgain);
}

TEST(JsonDocument, RefusesAnotherSchema) {
    EXPECT_EQ(message_of(document_with("schema", R"("torimatome-tables/1")")),
              "schema が「torimatome-tables/1」です。読めるのは「torimatome/1」だけです。" + kAgain);
}

TEST(JsonDocument, SaysWhereTheSyntaxBreaks) {
    const auto broken = [](const std::string& where) {
        return where + "がJSONとして読めません。途中で切れているか、書き換えられた可能性があります。" + kAgain;
    };
    EXPECT_EQ(message_of(""), broken("1行目（先頭から1バイト目）"));
    EXPECT_EQ(message_of("[1]"), broken("1行目（先頭から1バイト目）"));
    EXPECT_EQ(message_of("{\n\"schema\": \"torimatome/1\",\n x"), broken("3行目（先頭から30バイト目）"));
    EXPECT_EQ(message_of(document_with("", "") + "{}"), broken("11行目（先頭から216バイト目）"));
    EXPECT_EQ(message_of("{\"title\": \"\xFF\"}"), broken("1行目（先頭から11バイト目）"));
    EXPECT_EQ(message_of("{\"more\": [1, 02]}"), broken("1行目（先頭から15バイト目）"));
}

TEST(JsonDocument, ErrorsCarryCodeFileAndBothLanguages) {
    set_message_language(Language::english);
    const Finding finding = error_of(document_with("label", "true"));
    const Finding syntax = error_of("{");
    set_message_language(Language::japanese);
    EXPECT_EQ(finding,
              (Finding{.code = "json.invalid",
                       .severity = Severity::error,
                       .message = "label must be a string, but is true. Please make the file again with \"torimatome "
                                  "convert --to json\".",
                       .source = {.file = "回答.json"}}));
    EXPECT_EQ(syntax.message,
              "Line 1 (byte 2) is no valid JSON; the file may be cut off or edited. Please make the file again with "
              "\"torimatome convert --to json\".");
}

TEST(JsonDocument, RecognisesItsSchemaOnly) {
    EXPECT_TRUE(is_json_document(R"({"schema": "torimatome/1"})"));
    EXPECT_TRUE(
        is_json_document("\xEF\xBB\xBF \n{\"a\": [{\"schema\": 1}], \"schema\":\t\"torimatome\\u002f1\", broken"));
    EXPECT_FALSE(is_json_document(R"({"schema": "torimatome-tables/1"})"));
    EXPECT_FALSE(is_json_document(R"({"schema": ["torimatome/1"]})"));
    EXPECT_FALSE(is_json_document(R"({"x": {"schema": "torimatome/1"}})"));
    EXPECT_FALSE(is_json_document(R"(["schema", "torimatome/1"])"));
    EXPECT_FALSE(is_json_document(""));
    EXPECT_FALSE(is_json_document("①\tア\t\"schema\": \"torimatome/1\""));
    EXPECT_FALSE(is_json_document("{broken, \"schema\": \"torimatome/1\"}"));
}

}  // namespace
}  // namespace torimatome::parsers
