// Each folder of tests/cases/documents is a case: an input and the document that it must give, as the program's own
// JSON. UPDATE_GOLDEN=1 rewrites the expected files; look at their difference before it is committed.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

#include "parsers/form/document_builder.hpp"
#include "parsers/form/mapping_loader.hpp"
#include "parsers/reader.hpp"
#include "tests/golden/line_diff.hpp"
#include "writers/json.hpp"

namespace torimatome {
namespace {

namespace fs = std::filesystem;

const fs::path kCases = TORIMATOME_SOURCE_DIR "/tests/cases/documents";
const fs::path kMappings = TORIMATOME_SOURCE_DIR "/mappings";

std::vector<fs::path> case_folders() {
    std::vector<fs::path> folders;
    for (const auto& entry : fs::directory_iterator(kCases)) {
        if (entry.is_directory()) folders.push_back(entry.path());
    }
    std::sort(folders.begin(), folders.end());
    return folders;
}

bool is_set(const char* variable) {
    const char* value = std::getenv(variable);
    return value && *value && std::string(value) != "0";
}

fs::path input_of(const fs::path& folder) {
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().stem() == "input") return entry.path();
    }
    return {};
}

std::string content(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << stream.rdbuf();
    return bytes.str();
}

parsers::BuiltDocument build(const fs::path& input) {
    static const Mappings mappings = parsers::load_mappings(kMappings);
    const std::string bytes = content(input);
    const TableSet tables = parsers::read_tables({input.filename().string(), bytes}, {});
    return parsers::build_document_with_ledger(tables, mappings, {});
}

class DocumentCase : public testing::TestWithParam<fs::path> {};

TEST_P(DocumentCase, GivesTheExpectedDocument) {
    const fs::path input = input_of(GetParam());
    ASSERT_FALSE(input.empty()) << GetParam() << " has no input.*";
    const parsers::BuiltDocument built = build(input);
    EXPECT_TRUE(built.ledger.balanced()) << "of " << built.ledger.total << " characters " << built.ledger.records
                                         << " are in records, " << built.ledger.headings << " in headings, "
                                         << built.ledger.furniture << " are furniture, " << built.ledger.unplaced
                                         << " unplaced";
    std::ostringstream json;
    writers::write_json(built.document, json, writers::JsonLayout::pretty);
    const fs::path golden = GetParam() / "expected.json";
    if (is_set("UPDATE_GOLDEN") && !is_set("CI")) {
        std::ofstream(golden, std::ios::binary) << json.str();
        return;
    }
    ASSERT_TRUE(fs::exists(golden)) << golden << " is missing; UPDATE_GOLDEN=1 writes it";
    const std::string difference = line_diff(content(golden), json.str());
    EXPECT_TRUE(difference.empty()) << golden.string() << " (- expected, + actual)\n"
                                    << difference << "If the change is meant: UPDATE_GOLDEN=1 "
                                    << "golden_tests, then look at git diff tests/cases";
}

INSTANTIATE_TEST_SUITE_P(Folders, DocumentCase, testing::ValuesIn(case_folders()),
                         [](const auto& test) { return test.param.filename().string(); });

TEST(Golden, ThereAreCases) { EXPECT_FALSE(case_folders().empty()); }

TEST(Golden, IsNeverRewrittenWhereNobodyLooks) {
    EXPECT_FALSE(is_set("UPDATE_GOLDEN") && is_set("CI")) << "UPDATE_GOLDEN must not be set in CI";
}

// Each shipped form has a case, so that a new mapping comes with one.
TEST(Golden, EveryFormHasACase) {
    for (const Form& form : parsers::load_mappings(kMappings).forms) {
        const std::string wanted = "\"form\": \"" + form.id + "\"";
        const auto folders = case_folders();
        EXPECT_TRUE(std::any_of(folders.begin(), folders.end(),
                                [&](const fs::path& folder) {
                                    return content(folder / "expected.json").find(wanted) != std::string::npos;
                                }))
            << "no case in tests/cases/documents has the form " << form.id;
    }
}

}  // namespace
}  // namespace torimatome
