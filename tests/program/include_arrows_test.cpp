// The include arrows of the design hold: pipeline → parsers, writers → text → model, and never upward.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace torimatome {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

enum class SystemHeaders {
    standard,          ///< of the C++ standard library only
    standard_and_icu,  ///< and <unicode/…>
    any,
};

/// What a folder may include and name.
struct Rule {
    std::vector<std::string> folders;
    SystemHeaders system = SystemHeaders::any;
};

const std::map<std::string, Rule>& rules() {
    static const std::map<std::string, Rule> result{
        {"model", {{"model"}, SystemHeaders::standard}},
        {"text", {{"text", "model"}, SystemHeaders::standard_and_icu}},
        {"parsers", {{"parsers", "text", "model"}}},
        {"writers", {{"writers", "text", "model"}}},
        {"pipeline", {{"pipeline", "parsers", "writers", "text", "model"}}},
    };
    return result;
}

bool allows(const Rule& rule, const std::string& folder) {
    return std::find(rule.folders.begin(), rule.folders.end(), folder) != rule.folders.end();
}

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name + "/";
    return text;
}

/// What stands between `open` and `close` behind #include; empty where the line is no such include.
std::string included(std::string_view line, char open, char close) {
    const std::size_t start = line.find_first_not_of(" \t");
    if (start == std::string_view::npos || !line.substr(start).starts_with("#include")) return "";
    const std::size_t from = line.find(open, start);
    const std::size_t to = from == std::string_view::npos ? from : line.find(close, from + 1);
    return to == std::string_view::npos ? "" : std::string(line.substr(from + 1, to - from - 1));
}

std::string wrong_own_header(const std::string& folder, const Rule& rule, std::string_view line) {
    const std::string header = included(line, '"', '"');
    if (header.empty()) return "";
    const std::string target = header.substr(0, header.find('/'));
    if (target == header) return "\"" + header + "\" must be named from the root, with its folder";
    if (allows(rule, target)) return "";
    return folder + "/ may include only " + joined(rule.folders) + ", not \"" + header + "\"";
}

std::string wrong_system_header(const std::string& folder, const Rule& rule, std::string_view line) {
    const std::string header = included(line, '<', '>');
    const bool standard = header.find_first_of("./") == std::string::npos;
    if (standard || rule.system == SystemHeaders::any) return "";
    if (rule.system == SystemHeaders::standard) {
        return folder + "/ may include only the standard library, not <" + header + ">";
    }
    if (header.starts_with("unicode/")) return "";
    return folder + "/ may include only the standard library and <unicode/…>, not <" + header + ">";
}

bool is_name_character(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

/// A namespace that stands above the folder, named anywhere in the line: `writers::` in parsers/.
std::string wrong_namespace(const std::string& folder, const Rule& rule, std::string_view line) {
    for (const auto& [other, unused] : rules()) {
        if (other == "model" || allows(rule, other)) continue;
        const std::string name = other + "::";
        for (std::size_t at = line.find(name); at != std::string_view::npos; at = line.find(name, at + 1)) {
            if (at == 0 || !is_name_character(line[at - 1])) return folder + "/ must not name " + name;
        }
    }
    return "";
}

/// The breaches in one file, each as "file:line: what is wrong". `path` starts with the folder.
std::vector<std::string> breaches_in(const std::string& path, const std::string& source) {
    const std::string folder = path.substr(0, path.find('/'));
    const Rule& rule = rules().at(folder);
    std::vector<std::string> breaches;
    std::istringstream lines(source);
    int number = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        for (const auto check : {wrong_own_header, wrong_system_header, wrong_namespace}) {
            const std::string wrong = check(folder, rule, line);
            if (!wrong.empty()) breaches.push_back(path + ":" + std::to_string(number) + ": " + wrong);
        }
    }
    return breaches;
}

std::string content_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

TEST(IncludeArrows, HoldInEveryFile) {
    const std::filesystem::path root = TORIMATOME_SOURCE_DIR;
    std::vector<std::string> breaches;
    for (const auto& [folder, unused] : rules()) {
        int files = 0;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
            const std::string extension = entry.path().extension().string();
            if (extension != ".cpp" && extension != ".hpp") continue;
            ++files;
            const std::string path = std::filesystem::relative(entry.path(), root).generic_string();
            const std::vector<std::string> found = breaches_in(path, content_of(entry.path()));
            breaches.insert(breaches.end(), found.begin(), found.end());
        }
        EXPECT_GT(files, 0) << "There are no source files in " << root / folder << ".";
    }
    EXPECT_THAT(breaches, IsEmpty());
}

TEST(IncludeArrows, SeeAnIncludeAgainstThem) {
    EXPECT_THAT(breaches_in("text/mark.cpp", "#include \"text/mark.hpp\"\n\n  #include \"parsers/reader.hpp\"\n"),
                ElementsAre("text/mark.cpp:3: text/ may include only text/, model/, not \"parsers/reader.hpp\""));
    EXPECT_THAT(breaches_in("model/table.hpp", "#include \"text/mark.hpp\""),
                ElementsAre("model/table.hpp:1: model/ may include only model/, not \"text/mark.hpp\""));
    EXPECT_THAT(breaches_in("writers/csv.cpp", "#include \"parsers/reader.hpp\""),
                ElementsAre(HasSubstr("writers/ may include only writers/, text/, model/")));
    EXPECT_THAT(breaches_in("parsers/pdf/page.cpp", "#include \"writers/json.hpp\"\n#include \"pipeline/convert.hpp\""),
                ElementsAre(HasSubstr("not \"writers/json.hpp\""), HasSubstr("not \"pipeline/convert.hpp\"")));
    EXPECT_THAT(breaches_in("parsers/csv/row.cpp", "#include \"row.hpp\""),
                ElementsAre("parsers/csv/row.cpp:1: \"row.hpp\" must be named from the root, with its folder"));
}

TEST(IncludeArrows, SeeAForeignLibrary) {
    EXPECT_THAT(breaches_in("model/table.hpp", "#include <vector>\n#include <fmt/format.h>"),
                ElementsAre("model/table.hpp:2: model/ may include only the standard library, not <fmt/format.h>"));
    EXPECT_THAT(breaches_in("model/table.hpp", "#include <unistd.h>"), ElementsAre(HasSubstr("not <unistd.h>")));
    EXPECT_THAT(
        breaches_in("text/width.cpp", "#include <unicode/uchar.h>\n#include <pugixml.hpp>"),
        ElementsAre(
            "text/width.cpp:2: text/ may include only the standard library and <unicode/…>, not <pugixml.hpp>"));
}

TEST(IncludeArrows, SeeANamespaceAgainstThem) {
    EXPECT_THAT(breaches_in("parsers/reader.cpp", "auto x = writers::write_json;"),
                ElementsAre("parsers/reader.cpp:1: parsers/ must not name writers::"));
    EXPECT_THAT(breaches_in("model/table.cpp", "torimatome::text::trim(x);"),
                ElementsAre("model/table.cpp:1: model/ must not name text::"));
    EXPECT_THAT(breaches_in("text/mark.cpp", "xml_text::read(); my_writers::go();"), IsEmpty());
}

TEST(IncludeArrows, AllowWhatTheDesignAllows) {
    EXPECT_THAT(breaches_in("pipeline/convert.cpp",
                            "#include <boost/program_options.hpp>\n"
                            "#include \"parsers/reader.hpp\"\n#include \"writers/json.hpp\"\n"
                            "parsers::read(); writers::write();"),
                IsEmpty());
    EXPECT_THAT(breaches_in("parsers/xlsx/sheet.cpp", "#include <pugixml.hpp>\n#include \"text/mark.hpp\""), IsEmpty());
}

}  // namespace
}  // namespace torimatome
