// Office files of other kinds: told plainly where LibreOffice, which converts them, is not installed.
#include "parsers/office_file.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

#include "model/language.hpp"
#include "parsers/reader.hpp"

namespace torimatome::tests {
namespace {

// The first entry of an OpenDocument file, stored, which names the file's type.
std::string open_document(const std::string& type) {
    return std::string("PK\x03\x04") + std::string(26, '\0') + "mimetypeapplication/vnd.oasis.opendocument." + type;
}

class WithoutPrograms : public testing::Test {
  protected:
    void SetUp() override {
        const char* path = std::getenv("PATH");
        before_ = path ? path : "";
        setenv("PATH", "/nowhere", 1);
    }
    void TearDown() override { setenv("PATH", before_.c_str(), 1); }

  private:
    std::string before_;
};

TEST(OfficeFile, KindsAndTheirConversions) {
    const auto sheet = parsers::conversion_for(open_document("spreadsheet"));
    ASSERT_TRUE(sheet);
    EXPECT_EQ(sheet->filter, "calc8");
    EXPECT_EQ(sheet->format, "xlsx");
    const auto words = parsers::conversion_for(open_document("text"));
    ASSERT_TRUE(words);
    EXPECT_EQ(words->filter, "writer8");
    EXPECT_EQ(words->format, "pdf");
    EXPECT_FALSE(parsers::conversion_for("%PDF-1.7"));
    EXPECT_FALSE(parsers::conversion_for("区分,取組\n"));
}

TEST_F(WithoutPrograms, NothingIsConverted) {
    EXPECT_FALSE(parsers::has_office());
    EXPECT_FALSE(parsers::convert_office_file(open_document("text"), {"writer8", "pdf"}));
}

TEST_F(WithoutPrograms, TheRefusalSaysWhatToInstall) {
    for (const char* type : {"spreadsheet", "text"}) {
        try {
            parsers::read_tables({"a.ods", open_document(type)}, {});
            FAIL() << "read";
        } catch (const Error& error) {
            EXPECT_TRUE(error.finding().hint.ends_with("LibreOffice をインストールすると、この形式のまま読めます。"))
                << error.finding().message << " / " << error.finding().hint;
        }
    }
}

}  // namespace
}  // namespace torimatome::tests
