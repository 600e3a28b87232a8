#include "parsers/json_reader.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "model/finding.hpp"

namespace torimatome::parsers {
namespace {

bool accepts(const std::string& json) {
    try {
        JsonReader reader(json, "");
        reader.skip();
        reader.finish();
        return true;
    } catch (const Error&) {
        return false;
    }
}

/// The text of a JSON text that is one string; "refused" where it is none.
std::string text_of(const std::string& json) {
    try {
        JsonReader reader(json, "");
        std::string text = reader.text();
        reader.finish();
        return text;
    } catch (const Error&) {
        return "refused";
    }
}

TEST(JsonReader, ReadsEveryEscape) {
    EXPECT_EQ(text_of(R"("\"\\\/\b\f\n\r\t\u6e2f\u6E2F\uD842\uDFB7")"), "\"\\/\b\f\n\r\t港港𠮷");
    EXPECT_EQ(text_of(R"("\u0000")"), std::string(1, '\0'));
    EXPECT_EQ(text_of(" \t\r\n\"\" \n"), "");
}

TEST(JsonReader, RefusesBrokenStrings) {
    for (const char* json : {"", "\"", "\"a", "\"\\", "\"\\\"", R"("\x")", R"("\u12")", R"("\u12g4")", R"("\u+123")",
                             R"("\ud842")", R"("\ud842 \udfb7")", R"("\ud842\n")", R"("\udfb7")", "\"a\nb\"",
                             "\"\xFF\"", "\"\xED\xA0\x80\"", "\"a\" b", "'a'"}) {
        EXPECT_EQ(text_of(json), "refused") << json;
    }
}

TEST(JsonReader, HoldsToTheGrammar) {
    for (const char* json : {"0", "-0", "12", "1.5", "1e5", "1E+5", "-1.25e-3", "true", "false", "null", "[]", "[ ]",
                             "{}", "[1,2]", " [ 1 , {\"a\" : [ ] } ] ", R"({"a":1,"a":2})"}) {
        EXPECT_TRUE(accepts(json)) << json;
    }
    for (const char* json :
         {"",      "-",       "+1",       "01",         "1.",    ".5",   "1e",        "1e+", "0x1", "NaN",
          "tru",   "nulll",   "[",        "]",          "[1,]",  "[,1]", "[1 2]",     "{",   "}",   "{,}",
          "{a:1}", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{1:2}", "[1]]", "{\"a\":1]", "1 1", "//"}) {
        EXPECT_FALSE(accepts(json)) << json;
    }
}

TEST(JsonReader, AgreesWithAnotherReaderOnDamagedTexts) {
    const std::string whole =
        R"({"a": [1, -2.5, true, false, null, "港\n\u0031\ud842\udfb7"], "b": {"": {}}, "c": ""})";
    const std::string signs = "{}[]:,\"\\ \n\t0123456789.eE+-truefalsnx\x01\xFF港";
    std::mt19937 random(20220501);
    int accepted = 0;
    for (int i = 0; i < 50'000; ++i) {
        std::string json = whole;
        for (std::size_t changes = 1 + random() % 3; changes > 0; --changes) {
            const std::size_t at = random() % json.size();
            const char sign = signs[random() % signs.size()];
            switch (random() % 4) {
                case 0: json.erase(at, 1 + random() % 8); break;
                case 1: json.insert(at, 1, sign); break;
                case 2: json[at] = sign; break;
                default: json.insert(at, json, random() % json.size(), random() % 8); break;
            }
            if (json.empty()) json = " ";
        }
        const bool expected = nlohmann::json::accept(json);
        accepted += expected ? 1 : 0;
        ASSERT_EQ(accepts(json), expected) << json;
    }
    EXPECT_GT(accepted, 1000);
}

TEST(JsonReader, GivesMembersAndEntriesInOrder) {
    JsonReader reader(R"({"z": [3, 1], "a": {"k": -2147483648}, "n": null, "t": false, "x": 0.1})", "");
    std::vector<std::string> read;
    reader.object({"z"}, [&](const std::string& key) {
        read.push_back(key);
        if (key == "z") {
            reader.array([&] { read.push_back(std::to_string(reader.whole_number())); });
        } else if (key == "a") {
            reader.object({}, [&](const std::string&) { read.push_back(std::to_string(reader.whole_number())); });
        } else if (key == "n") {
            EXPECT_TRUE(reader.skip_null());
        } else if (key == "t") {
            EXPECT_FALSE(reader.truth_value());
        } else {
            EXPECT_EQ(reader.number(), 0.1);
        }
    });
    reader.finish();
    EXPECT_EQ(read, (std::vector<std::string>{"z", "3", "1", "a", "-2147483648", "n", "t", "x"}));
}

}  // namespace
}  // namespace torimatome::parsers
