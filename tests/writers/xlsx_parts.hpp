// The parts of a written workbook, for tests that look at chosen XML.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace torimatome::writers {

/// Every zip entry of `file` by its name.
std::map<std::string, std::string> xlsx_parts(const std::filesystem::path& file);

/// One worksheet as text: cells by address, merges, row heights.
struct SheetDump {
    std::map<std::string, std::string> cells;  ///< "A1" to its text or number, blank cells left out
    std::vector<std::string> merges;           ///< "A12:A14", in file order
    std::map<int, double> row_heights;         ///< by row number, 1-based
    std::map<std::string, std::string> links;  ///< "C2" to its place in the workbook
    std::vector<int> breaks;                   ///< rows after which a page ends
    std::string xml;
};

/// The sheets by their names, in tab order.
std::vector<std::pair<std::string, SheetDump>> xlsx_sheets(const std::filesystem::path& file);
/// The sheet of that name; fails the test where there is none.
SheetDump xlsx_sheet(const std::filesystem::path& file, const std::string& name);

/// A folder of its own for a test, removed with what it holds.
class TestFolder {
  public:
    TestFolder();
    ~TestFolder();
    TestFolder(const TestFolder&) = delete;
    TestFolder& operator=(const TestFolder&) = delete;
    std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

}  // namespace torimatome::writers
