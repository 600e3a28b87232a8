#include "pipeline/convert.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "parsers/form/mapping_loader.hpp"
#include "tests/pipeline/made_documents.hpp"
#include "tests/pipeline/thrown_error.hpp"
#include "writers/json.hpp"

namespace torimatome::pipeline {
namespace {

constexpr const char* kText =
    "令和3年度の取組結果と令和4年度の取組内容\n"
    "1 子どもを見守る体制\n"
    "取組方針\t取組の到達目標\t令和3年度の取組とその結果\t継続すべきよかった点、改善すべき点\t令和4年度の取組\t取組区分"
    "\t担当部\n"
    "① ア 見守りを広げる。\t○声を掛け合っている。\t令和3年度は120世帯を訪問した。\t早く気付くことができた。\t"
    "令和4年度は150世帯を訪問していく。\tII\t保) 保健所\n";

Mappings repository_mappings() { return parsers::load_mappings(TORIMATOME_SOURCE_DIR "/mappings"); }

TEST(Convert, ReadsAFileToWhatItMeans) {
    const Document document = read_document({"a.txt", kText}, repository_mappings(), {});
    EXPECT_EQ(document.form, "recommendation-progress");
    EXPECT_EQ(document.source.file, "a.txt");
    ASSERT_EQ(document.records.size(), 1U);
    EXPECT_EQ(document.records[0].id, "1-①-ア-1");
    EXPECT_EQ(document.records[0].text("category"), "II");
}

TEST(Convert, WhatTheReaderFoundIsAFindingOfTheDocument) {
    // In code page 932, which the reader tells as a note.
    const std::string bytes =
        "\x8E\xE6\x91\x67\x95\xFB\x90\x6A\t\x8E\xE6\x91\x67\x82\xCC\x93\x9E\x92\x42\x96\xDA\x95\x57\t"
        "\x97\xDF\x98\x61\x33\x94\x4E\x93\x78\x82\xCC\x8E\xE6\x91\x67\x82\xC6\x82\xBB\x82\xCC\x8C\x8B\x89\xCA\t"
        "\x8E\xE6\x91\x67\x8B\xE6\x95\xAA\t\x92\x53\x93\x96\x95\x94\n"
        "\x87\x40 \x83\x41 \x95\xFB\x90\x6A\t\x81\x9B\x96\xDA\x95\x57\t\x8E\xC0\x8E\x7B\x82\xB5\x82\xBD\x81\x42\t"
        "II\t\x95\xDB) \x95\xDB\x8C\x92\x8F\x8A\n";
    const TableSet tables = read_raw_tables({"a.txt", bytes}, {});
    ASSERT_FALSE(tables.findings.empty());
    const Document document = read_document({"a.txt", bytes}, repository_mappings(), {});
    ASSERT_GE(document.findings.size(), tables.findings.size());
    for (std::size_t i = 0; i < tables.findings.size(); ++i) EXPECT_EQ(document.findings[i], tables.findings[i]);
}

TEST(Convert, ReadsADocumentThatConvertWrote) {
    const Document document = made_document("a.xlsx", {{"1-①-ア-1", "目標", "結果", "", "II", "保健所"}});
    std::ostringstream json;
    writers::write_json(document, json, writers::JsonLayout::pretty);
    EXPECT_EQ(read_document({"a.json", json.str()}, {}, {}), document);
}

TEST(Convert, ADocumentThatConvertWroteHoldsNoTables) {
    std::ostringstream json;
    writers::write_json(made_document("a.xlsx", {}), json, writers::JsonLayout::pretty);
    EXPECT_EQ(
        thrown_error([&] {
            read_raw_tables({"a.json", json.str()}, {});
        }),
        "json.no-tables|a.json|変換済みの JSON なので、元の表は入っていません。|元のファイルを指定してください。");
}

TEST(Convert, TheFormCanBeNamed) {
    EXPECT_EQ(read_document({"a.txt", kText}, repository_mappings(), {.form = "recommendation-progress"}).form,
              "recommendation-progress");
}

}  // namespace
}  // namespace torimatome::pipeline
