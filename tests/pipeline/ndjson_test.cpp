#include "pipeline/ndjson.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "tests/pipeline/made_documents.hpp"
#include "tests/pipeline/temporary_folder.hpp"
#include "writers/json.hpp"

namespace torimatome::pipeline {
namespace {

std::string line_of(const std::string& file) {
    std::ostringstream out;
    writers::write_json(made_document(file, {{"1-①-ア-1", "目標", "訪問した。", "", "II", "健) 保健所"}}), out,
                        writers::JsonLayout::one_line);
    return out.str();
}

TEST(Ndjson, EachLineIsAnInputCalledAsItsFile) {
    const std::vector<InputFile> inputs = split_ndjson(line_of("保健所.xlsx") + "\n" + line_of("福祉部.csv"));
    ASSERT_EQ(inputs.size(), 2U);
    EXPECT_EQ(inputs[0].path, "保健所.xlsx");
    EXPECT_EQ(*inputs[0].bytes + "\n", line_of("保健所.xlsx"));
    EXPECT_EQ(inputs[1].path, "福祉部.csv");
}

TEST(Ndjson, OneDocumentAndOtherTextsAreNone) {
    EXPECT_TRUE(split_ndjson("").empty());
    EXPECT_TRUE(split_ndjson(line_of("保健所.xlsx")).empty());
    EXPECT_TRUE(split_ndjson(line_of("保健所.xlsx") + "その他\n").empty());
    EXPECT_TRUE(split_ndjson("{\"schema\":\"x\"}\n{\"schema\":\"y\"}\n").empty());
}

TEST(Ndjson, AFileOfItGivesItsDocuments) {
    const TemporaryFolder folder;
    folder.write("all.ndjson", line_of("保健所.xlsx") + line_of("福祉部.csv"));
    const std::vector<InputFile> inputs = find_inputs({(folder.path() / "all.ndjson").string()}, {});
    ASSERT_EQ(inputs.size(), 2U);
    EXPECT_EQ(inputs[0].name, "保健所.xlsx");
    EXPECT_EQ(inputs[1].name, "福祉部.csv");
}

}  // namespace
}  // namespace torimatome::pipeline
