// The published documents that the program was made for, where they are at hand: ../shared/seeds beside the repository,
// with what a careful clerk read from them in ../shared/expected (its FORMAT.md says how that is written).
#include <gtest/gtest.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "parsers/form/document_builder.hpp"
#include "parsers/form/mapping_loader.hpp"
#include "parsers/reader.hpp"

namespace torimatome {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

const fs::path kShared = TORIMATOME_SOURCE_DIR "/../shared";

const Mappings& mappings() {
    static const Mappings loaded = parsers::load_mappings(TORIMATOME_SOURCE_DIR "/mappings");
    return loaded;
}

std::string content(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << stream.rdbuf();
    return bytes.str();
}

// NFKC without white space. The compare key folds more, and would hide what it folds wrongly.
std::string plain(const std::string& text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
    const icu::UnicodeString normal = nfkc->normalize(icu::UnicodeString::fromUTF8(text), status);
    if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
    icu::UnicodeString kept;
    for (int32_t i = 0; i < normal.length(); i = normal.moveIndex32(i, 1)) {
        if (!u_isUWhiteSpace(normal.char32At(i))) kept.append(normal.char32At(i));
    }
    std::string result;
    return kept.toUTF8String(result);
}

// What an expected record says beside its fields.
const std::set<std::string> kRemarks = {"line", "section", "inherited", "reprinted", "underlined", "damaged", "unsure"};

struct Seed {
    std::string name;
    json expected;
    parsers::BuiltDocument built;
};

// The form that has all fields of an expected record; null where no mapping has them yet.
const Form* form_of(const json& record) {
    for (const Form& form : mappings().forms) {
        bool all = true;
        for (const auto& [key, value] : record.items()) all = all && (kRemarks.contains(key) || form.find_field(key));
        if (all) return &form;
    }
    return nullptr;
}

std::vector<Seed> read_seeds() {
    std::vector<Seed> seeds;
    for (const auto& entry : fs::directory_iterator(kShared / "expected")) {
        if (entry.path().extension() != ".json") continue;
        Seed seed;
        seed.expected = json::parse(content(entry.path()));
        seed.name = seed.expected.at("document").get<std::string>();
        const Form* form = form_of(seed.expected.at("records").at(0));
        if (!form) continue;
        const std::string bytes = content(kShared / "seeds" / seed.name);
        const TableSet tables = parsers::read_tables({seed.name, bytes}, {});
        seed.built = parsers::build_document_with_ledger(tables, mappings(), {});
        EXPECT_EQ(seed.built.document.form, form->id) << seed.name;
        seeds.push_back(std::move(seed));
    }
    return seeds;
}

class Seeds : public testing::Test {
  protected:
    void SetUp() override {
        if (!fs::is_directory(kShared / "seeds") || !fs::is_directory(kShared / "expected")) {
            GTEST_SKIP() << "there is no folder " << kShared << " with seeds/ and expected/: nothing to compare with";
        }
        seeds_ = read_seeds();
        ASSERT_FALSE(seeds_.empty());
    }

    // Calls `check` for each expected record with the record that starts on its line.
    void for_each_record(const std::function<void(const Seed&, const json&, const Record&)>& check) const {
        for (const Seed& seed : seeds_) {
            for (const json& expected : seed.expected.at("records")) {
                const int line = expected.at("line").get<int>();
                const auto& records = seed.built.document.records;
                const auto found = std::find_if(records.begin(), records.end(),
                                                [line](const Record& record) { return record.source.line == line; });
                SCOPED_TRACE(seed.name + ":" + std::to_string(line));
                EXPECT_NE(found, records.end()) << "no record starts on this line";
                if (found != records.end()) check(seed, expected, *found);
            }
        }
    }

    std::vector<Seed> seeds_;
};

std::vector<std::string> strings(const json& expected, const char* key) {
    return expected.contains(key) ? expected.at(key).get<std::vector<std::string>>() : std::vector<std::string>();
}

bool contains(const std::vector<std::string>& list, const std::string& word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

// A field's text, or its entries one after another where a list is expected.
std::string field_of(const Record& record, const std::string& id, bool list) {
    const Field* field = record.find(id);
    if (!field) return {};
    if (!list) return plain(field->text);
    std::string entries;
    for (const std::string& value : field->values) entries += "[" + plain(value) + "]";
    return entries;
}

std::string expected_field(const json& value) {
    if (!value.is_array()) return plain(value.get<std::string>());
    std::string entries;
    for (const json& entry : value) entries += "[" + plain(entry.get<std::string>()) + "]";
    return entries;
}

bool has_doubt(const Document& document, const std::string& record) {
    return std::any_of(document.findings.begin(), document.findings.end(), [&](const Finding& finding) {
        return finding.record == record && finding.severity != Severity::note;
    });
}

TEST_F(Seeds, FieldsHoldWhatTheyShould) {
    for_each_record([](const Seed&, const json& expected, const Record& record) {
        EXPECT_EQ(record.section, expected.value("section", ""));
        for (const auto& [key, value] : expected.items()) {
            if (kRemarks.contains(key) || contains(strings(expected, "unsure"), key)) continue;
            EXPECT_EQ(field_of(record, key, value.is_array()), expected_field(value)) << key;
        }
    });
}

TEST_F(Seeds, FieldsFromAboveAndReprintsAreFlagged) {
    for_each_record([](const Seed& seed, const json& expected, const Record& record) {
        const Form& form = *mappings().find_form(seed.built.document.form);
        for (const auto& [id, field] : record.fields) {
            if (contains(strings(expected, "unsure"), id)) continue;
            // Marks go with the policy that they number, and are not listed beside it.
            const FieldSpec* spec = form.find_field(id);
            const bool listed = contains(strings(expected, "inherited"), id);
            const bool mark = spec && spec->kind == FieldKind::mark;
            if (expected.contains("inherited") && (listed || !mark)) {
                EXPECT_EQ(field.inherited, listed) << id;
            }
            if (expected.contains("reprinted")) {
                EXPECT_EQ(field.reprinted, contains(strings(expected, "reprinted"), id)) << id;
            }
        }
    });
}

TEST_F(Seeds, UnderlinedTextIsKeptAsSuch) {
    for_each_record([](const Seed&, const json& expected, const Record& record) {
        std::string underlined;
        for (const auto& [id, field] : record.fields) {
            for (const TextRun& run : field.runs) underlined += run.underline ? plain(run.text) : "|";
        }
        for (const std::string& text : strings(expected, "underlined")) {
            EXPECT_NE(underlined.find(plain(text)), std::string::npos) << text;
        }
    });
}

TEST_F(Seeds, DamagedRowsSaySo) {
    for_each_record([](const Seed& seed, const json& expected, const Record& record) {
        const std::string damage = expected.value("damaged", "");
        if (damage.empty()) return;
        EXPECT_TRUE(has_doubt(seed.built.document, record.id)) << damage;
    });
}

// A list of doubts is read only as long as most of them are.
TEST_F(Seeds, AtMostOneSoundRowInFiveIsDoubted) {
    int sound = 0;
    int doubted = 0;
    for_each_record([&](const Seed& seed, const json& expected, const Record& record) {
        const bool lines = mappings().find_form(seed.built.document.form)->lines.kind != LineLayout::Kind::none;
        if (lines || !expected.value("damaged", "").empty()) return;
        ++sound;
        if (has_doubt(seed.built.document, record.id)) ++doubted;
    });
    EXPECT_LE(doubted * 5, sound);
}

// Plain lines say less than table rows do; still most of their records are read without a doubt.
TEST_F(Seeds, AtMostTwoInFiveRecordsOfPlainLinesAreDoubted) {
    for (const Seed& seed : seeds_) {
        const Document& document = seed.built.document;
        if (mappings().find_form(document.form)->lines.kind == LineLayout::Kind::none) continue;
        const auto doubted = std::count_if(document.records.begin(), document.records.end(),
                                           [&](const Record& record) { return has_doubt(document, record.id); });
        EXPECT_LE(static_cast<std::size_t>(doubted) * 5, document.records.size() * 2) << seed.name;
    }
}

TEST_F(Seeds, TitlesLabelsAndSectionsAreRead) {
    for (const Seed& seed : seeds_) {
        SCOPED_TRACE(seed.name);
        const Document& document = seed.built.document;
        EXPECT_EQ(plain(document.title), plain(seed.expected.at("title").get<std::string>()));
        EXPECT_EQ(plain(document.label), plain(seed.expected.value("label", "")));
        for (const json& expected : seed.expected.at("sections")) {
            const std::string number = expected.at("number").get<std::string>();
            const auto found = std::find_if(document.sections.begin(), document.sections.end(),
                                            [&](const Section& section) { return section.number == number; });
            ASSERT_NE(found, document.sections.end()) << number;
            EXPECT_EQ(plain(found->title), plain(expected.at("title").get<std::string>()));
            std::vector<std::string> items;
            for (const SectionItem& item : found->items) items.push_back(plain(item.mark + item.title));
            std::vector<std::string> expected_items;
            for (const json& item : expected.at("items")) {
                expected_items.push_back(
                    plain(item.at("mark").get<std::string>() + item.at("title").get<std::string>()));
            }
            EXPECT_EQ(items, expected_items) << number;
        }
    }
}

TEST_F(Seeds, NoCharacterIsLost) {
    for (const Seed& seed : seeds_) {
        EXPECT_TRUE(seed.built.ledger.balanced()) << seed.name;
        EXPECT_GT(seed.built.ledger.records, seed.built.ledger.total / 2) << seed.name;
    }
}

TEST_F(Seeds, IdsAreUnique) {
    for (const Seed& seed : seeds_) {
        std::set<std::string> ids;
        for (const Record& record : seed.built.document.records) {
            EXPECT_TRUE(ids.insert(record.id).second) << seed.name << " " << record.id;
        }
    }
}

}  // namespace
}  // namespace torimatome
