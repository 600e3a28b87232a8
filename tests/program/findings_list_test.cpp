// docs/findings.md lists the codes of all findings that the program makes, and no others.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace torimatome {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* kList = "docs/findings.md";
/// Says what a department is asked to do about a finding; makes none.
constexpr const char* kSlipWords = "pipeline/round/slip_words.cpp";

/// Literals that look like codes and are none.
bool is_other_name(const std::string& literal) {
    static const std::set<std::string> names{"content.xml", "desktop.ini", "torimatome.derived"};
    return names.contains(literal);
}

bool looks_like_code(const std::string& literal) {
    static const std::regex shape("[a-z][a-z0-9-]*\\.[a-z][a-z0-9-]*");
    return std::regex_match(literal, shape) && !is_other_name(literal);
}

/// A string literal of a source file, with the program text that stands before it.
struct Literal {
    std::string text;
    std::string before;  ///< the last few characters, without spaces
};

/// Where the text that opens at `at` with `quote` ends: behind its closing quote.
std::size_t end_of_quoted(std::string_view source, std::size_t at, char quote) {
    std::size_t end = at + 1;
    while (end < source.size() && source[end] != quote && source[end] != '\n') end += source[end] == '\\' ? 2 : 1;
    return std::min(end + 1, source.size());
}

/// The literals of a C++ source; comments are passed over. 1'000 opens no character.
std::vector<Literal> literals_in(std::string_view source) {
    constexpr std::size_t kBefore = 8;
    std::vector<Literal> literals;
    std::string before;
    for (std::size_t at = 0; at < source.size();) {
        const char c = source[at];
        if (source.substr(at, 2) == "//") {
            at = std::min(source.find('\n', at), source.size());
        } else if (c == '"') {
            const std::size_t end = end_of_quoted(source, at, '"');
            literals.push_back({std::string(source.substr(at + 1, end - at - 2)), before});
            before = "\"";
            at = end;
        } else if (c == '\'' && (before.empty() || std::isdigit(static_cast<unsigned char>(before.back())) == 0)) {
            at = end_of_quoted(source, at, c);
        } else {
            if (std::isspace(static_cast<unsigned char>(c)) == 0) before += c;
            if (before.size() > kBefore) before.erase(0, before.size() - kBefore);
            ++at;
        }
    }
    return literals;
}

/// Codes by where they stand.
struct Codes {
    std::map<std::string, std::string> made;   ///< code → a file that makes such findings
    std::map<std::string, std::string> named;  ///< code → a file that compares with it or answers it
};

void add_codes(const std::string& path, std::string_view source, Codes& codes) {
    for (const Literal& literal : literals_in(source)) {
        const bool assigned = literal.before.ends_with(".code=");
        if (!assigned && !looks_like_code(literal.text)) continue;
        const bool compared = literal.before.ends_with("==") || literal.before.ends_with("!=");
        (compared || path == kSlipWords ? codes.named : codes.made).emplace(literal.text, path);
    }
}

std::string content_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

Codes codes_of_program() {
    const std::filesystem::path root = TORIMATOME_SOURCE_DIR;
    Codes codes;
    for (const char* folder : {"model", "text", "parsers", "writers", "pipeline"}) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
            const std::string extension = entry.path().extension().string();
            if (extension != ".cpp" && extension != ".hpp") continue;
            const std::string path = std::filesystem::relative(entry.path(), root).generic_string();
            add_codes(path, content_of(entry.path()), codes);
        }
    }
    return codes;
}

/// What is wrong with the list itself, and the codes that it has.
struct List {
    std::set<std::string> codes;
    std::vector<std::string> faults;
};

std::vector<std::string> cells_of(const std::string& row) {
    std::vector<std::string> cells;
    std::size_t from = 2;
    for (std::size_t to = row.find(" |", from); to != std::string::npos; to = row.find(" |", from)) {
        cells.push_back(row.substr(from, to - from));
        from = to + 3;
    }
    return cells;
}

bool is_severity(const std::string& cell) {
    static const std::regex shape(
        "(要対応 error|要確認 warning|参考 note)(、(要対応 error|要確認 warning|参考 note))*");
    return std::regex_match(cell, shape);
}

/// Reads the rows that start with a code. Each stands below the heading of its area.
List read_list(const std::string& markdown) {
    List list;
    std::istringstream lines(markdown);
    std::string area;
    int number = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        if (line.starts_with("### ")) area = line.substr(4);
        if (!line.starts_with("| `")) continue;
        const std::string code = line.substr(3, line.find('`', 3) - 3);
        const std::string place = fmt::format("{}:{}: {}", kList, number, code);
        const std::vector<std::string> cells = cells_of(line);
        if (!list.codes.insert(code).second) list.faults.push_back(place + " is there twice");
        if (code.substr(0, code.find('.')) != area)
            list.faults.push_back(fmt::format("{} stands below \"{}\"", place, area));
        const bool whole = cells.size() == 5 && std::find(cells.begin(), cells.end(), "") == cells.end();
        if (!whole) list.faults.push_back(place + " has not five filled cells");
        if (whole && !is_severity(cells[1])) {
            list.faults.push_back(fmt::format("{} has the severity \"{}\"", place, cells[1]));
        }
    }
    return list;
}

/// In which ways the list and the codes of the program differ.
std::vector<std::string> differences(const Codes& program, const std::set<std::string>& listed) {
    std::vector<std::string> result;
    for (const auto& [code, file] : program.made) {
        if (listed.contains(code)) continue;
        result.push_back(
            fmt::format("{}: {} makes it, but {} has no row for it. Add one below \"### {}\"; if it is no "
                        "code, name it in is_other_name().",
                        code, file, kList, code.substr(0, code.find('.'))));
    }
    for (const std::string& code : listed) {
        if (program.made.contains(code)) continue;
        result.push_back(fmt::format("{}: {} has a row for it, but nothing makes it. Remove the row.", code, kList));
    }
    for (const auto& [code, file] : program.named) {
        if (program.made.contains(code)) continue;
        result.push_back(fmt::format("{}: {} waits for it, but nothing makes it.", code, file));
    }
    return result;
}

TEST(FindingsList, HasTheCodesThatTheProgramMakes) {
    const Codes program = codes_of_program();
    const List list = read_list(content_of(std::filesystem::path(TORIMATOME_SOURCE_DIR) / kList));
    EXPECT_GT(program.made.size(), 150U);
    EXPECT_THAT(list.faults, IsEmpty());
    EXPECT_THAT(differences(program, list.codes), IsEmpty());
}

TEST(FindingsList, IsHeldAgainstTheCodeInBothDirections) {
    const Codes program{{{"row.lost", "parsers/a.cpp"}}, {{"row.gone", "pipeline/b.cpp"}}};
    EXPECT_THAT(
        differences(program, {"row.old"}),
        ElementsAre("row.lost: parsers/a.cpp makes it, but docs/findings.md has no row for it. Add one below \"### "
                    "row\"; if it is no code, name it in is_other_name().",
                    "row.old: docs/findings.md has a row for it, but nothing makes it. Remove the row.",
                    "row.gone: pipeline/b.cpp waits for it, but nothing makes it."));
}

TEST(FindingsList, TellsCodesFromOtherLiterals) {
    Codes codes;
    add_codes("parsers/a.cpp",
              "finding.code = \"usage\";  // not \"row.comment\"\n"
              "add(\"row.lost\", c == '\"' ? 1'000 : 2'000, \"content.xml\", \"Row.Upper\", \"a sentence. more\");\n"
              "return found ? \"row.one\" : \"row.two\";\n"
              "if (each.code != \"row.other\") return \"row.\";\n",
              codes);
    add_codes(kSlipWords, "{\"row.asked\", 1}", codes);
    EXPECT_EQ(codes.made, (std::map<std::string, std::string>{{"usage", "parsers/a.cpp"},
                                                              {"row.lost", "parsers/a.cpp"},
                                                              {"row.one", "parsers/a.cpp"},
                                                              {"row.two", "parsers/a.cpp"}}));
    EXPECT_EQ(codes.named,
              (std::map<std::string, std::string>{{"row.other", "parsers/a.cpp"}, {"row.asked", kSlipWords}}));
}

TEST(FindingsList, SeesRowsThatAreNotWhole) {
    const List list = read_list(
        "### row\n"
        "| `row.good` | 要確認 warning、参考 note | means | do | 意味 |\n"
        "| `row.good` | 参考 note | means | do | 意味 |\n"
        "| `row.short` | 参考 note | means | 意味 |\n"
        "| `row.odd` | bad | means | do | 意味 |\n"
        "| `cell.lost` | 参考 note | means | do | 意味 |\n");
    EXPECT_THAT(list.codes, SizeIs(4));
    EXPECT_THAT(list.faults, ElementsAre("docs/findings.md:3: row.good is there twice",
                                         "docs/findings.md:4: row.short has not five filled cells",
                                         "docs/findings.md:5: row.odd has the severity \"bad\"",
                                         "docs/findings.md:6: cell.lost stands below \"row\""));
}

}  // namespace
}  // namespace torimatome
