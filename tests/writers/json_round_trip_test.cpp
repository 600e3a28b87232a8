// What is written is read back as it was, and writing it again gives the same bytes.
#include <gtest/gtest.h>

#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "full_document.hpp"
#include "parsers/json_document.hpp"
#include "writers/json.hpp"

namespace torimatome::writers {
namespace {

std::string json_of(const Document& document, JsonLayout layout) {
    std::ostringstream out;
    write_json(document, out, layout);
    return out.str();
}

void expect_round_trip(const Document& document) {
    for (const JsonLayout layout : {JsonLayout::pretty, JsonLayout::one_line}) {
        const std::string json = json_of(document, layout);
        const Document read = parsers::read_json_document(json, "x.json");
        EXPECT_EQ(read, document);
        ASSERT_EQ(json_of(read, layout), json);
    }
}

/// Documents of every shape, from a fixed seed: the standard fixes the numbers that std::mt19937 gives.
class DocumentMaker {
  public:
    explicit DocumentMaker(unsigned seed) : random_(seed) {}

    Document document() {
        Document result;
        result.form = word();
        result.label = word();
        result.title = word();
        if (chance()) result.year = static_cast<int>(below(5000)) - 1000;
        result.source = {.file = word(), .format = word(), .sha256 = word(), .date = word()};
        fill(result.sections, [this] { return section(); });
        fill(result.records, [this] { return record(); });
        fill(result.findings, [this] { return finding(); });
        fill(result.unplaced, [this] { return LooseText{word(), position()}; });
        return result;
    }

  private:
    std::size_t below(std::size_t end) { return random_() % end; }
    bool chance() { return below(2) == 0; }

    template <typename Entry, typename Make>
    void fill(std::vector<Entry>& entries, Make make) {
        for (std::size_t count = below(4); count > 0; --count) entries.push_back(make());
    }

    std::string word() {
        static const std::vector<std::string> pieces{"港",   "①",  "\"", "\\", "\n", "\t",     "/", " ",
                                                     "\x01", "𠮷", "〜", "～", "ｱ",  "\u2028", "{", "0"};
        std::string result;
        for (std::size_t count = below(6); count > 0; --count) result += pieces[below(pieces.size())];
        return result;
    }

    double edge() {
        const double value = static_cast<double>(random_()) / static_cast<double>(1 + below(1000));
        return chance() ? -value : value;
    }

    SourcePosition position() {
        static const std::vector<std::string> sheets{"", "様式1", "様式2"};
        static const std::vector<std::string> cells{"", "A1", "D24"};
        static const std::vector<std::string> files{"", "a.xlsx", "b.xlsx"};
        SourcePosition result;
        result.file = files[below(3)];
        result.sheet = sheets[below(3)];
        result.cell = cells[below(3)];
        result.page = static_cast<int>(below(3));
        result.line = static_cast<int>(below(3));
        if (chance()) result.box = Box{edge(), edge(), edge(), edge()};
        return result;
    }

    Section section() {
        Section result{word(), word(), {}};
        fill(result.items, [this] { return SectionItem{word(), word()}; });
        return result;
    }

    Field field() {
        Field result;
        result.text = word();
        result.inherited = chance();
        result.reprinted = chance();
        fill(result.runs, [this] {
            return TextRun{
                .text = word(), .bold = chance(), .italic = chance(), .underline = chance(), .color = word()};
        });
        fill(result.values, [this] { return word(); });
        result.value = word();
        if (chance()) result.source = position();
        return result;
    }

    Record record() {
        Record result;
        result.id = word();
        result.section = word();
        fill(result.fields, [this] { return std::pair(word(), field()); });
        result.source = position();
        return result;
    }

    Finding finding() {
        return {.code = word(),
                .severity = static_cast<Severity>(below(3)),
                .record = word(),
                .field = word(),
                .message = word(),
                .hint = word(),
                .source = chance() ? position() : SourcePosition{}};
    }

    std::mt19937 random_;
};

TEST(JsonRoundTrip, KeepsEveryPartOfADocument) { expect_round_trip(full_document()); }

TEST(JsonRoundTrip, KeepsAnEmptyDocument) { expect_round_trip(Document{}); }

TEST(JsonRoundTrip, KeepsGeneratedDocuments) {
    DocumentMaker maker(20210401);
    for (int i = 0; i < 500; ++i) {
        SCOPED_TRACE("document " + std::to_string(i));
        expect_round_trip(maker.document());
        if (testing::Test::HasFatalFailure()) return;
    }
}

TEST(JsonRoundTrip, WrittenDocumentsAreRecognised) {
    EXPECT_TRUE(parsers::is_json_document(json_of(full_document(), JsonLayout::pretty)));
    EXPECT_TRUE(parsers::is_json_document(json_of(full_document(), JsonLayout::one_line)));
    std::ostringstream tables;
    write_json(full_tables(), tables, JsonLayout::pretty);
    EXPECT_FALSE(parsers::is_json_document(tables.str()));
}

}  // namespace
}  // namespace torimatome::writers
