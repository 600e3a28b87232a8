#include "pipeline/output_folder.hpp"

#include <fmt/format.h>

#include <string_view>
#include <system_error>

#include "model/language.hpp"
#include "pipeline/input_name.hpp"
#include "pipeline/output_file.hpp"
#include "pipeline/usage_error.hpp"
#include "text/code_points.hpp"
#include "text/compare_key.hpp"

namespace torimatome::pipeline {

namespace {

constexpr std::string_view kForbidden = "\\/:*?\"<>|";
constexpr std::string_view kInstead = "＼／：＊？”＜＞｜";
constexpr std::size_t kInsteadBytes = 3;
constexpr int kLongest = 80;

std::string allowed(const std::string& wanted) {
    std::string name;
    int count = 0;
    for (std::size_t at = 0; at < wanted.size() && count < kLongest; ++count) {
        const text::CodePoint c = text::code_point_at(wanted, at);
        const std::size_t forbidden = c.length == 1 ? kForbidden.find(wanted[at]) : std::string_view::npos;
        if (forbidden != std::string_view::npos) {
            name += kInstead.substr(forbidden * kInsteadBytes, kInsteadBytes);
        } else {
            name += c.value < U' ' ? " " : wanted.substr(at, c.length);
        }
        at += c.length;
    }
    while (!name.empty() && (name.back() == '.' || name.back() == ' ')) name.pop_back();
    while (!name.empty() && (name.front() == '.' || name.front() == ' ')) name.erase(name.begin());
    return name.empty() ? "無題" : name;
}

}  // namespace

std::filesystem::path required_output_folder(const Arguments& arguments, const std::string& example) {
    const std::string output = arguments.value("output");
    std::error_code error;
    const bool is_file = std::filesystem::exists(output, error) && !std::filesystem::is_directory(output, error);
    if (output.empty() || output == "-" || is_file) {
        throw usage_error(tell(fmt::format("-o に、出力するフォルダーを指定してください（例: -o {}）。", example),
                               fmt::format("Please give the folder for the output with -o (such as -o {}).", example)),
                          is_file ? tell(fmt::format("「{}」はファイルです。", display_text(output)),
                                         fmt::format("\"{}\" is a file.", display_text(output)))
                                  : std::string());
    }
    make_output_folder(output);
    return output;
}

std::string safe_file_name(const std::string& wanted, std::set<std::string>& taken) {
    const std::string name = allowed(wanted);
    std::string unique = name;
    // Windows tells no upper case from lower case.
    for (int number = 2; !taken.insert(text::compare_key(unique)).second; ++number) {
        unique = fmt::format("{} ({})", name, number);
    }
    return unique;
}

}  // namespace torimatome::pipeline
