#include "pipeline/inputs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <system_error>
#include <utility>

#include "model/language.hpp"
#include "pipeline/input_bytes.hpp"
#include "pipeline/input_name.hpp"
#include "pipeline/ndjson.hpp"
#include "pipeline/usage_error.hpp"

namespace torimatome::pipeline {

namespace {

namespace fs = std::filesystem;

bool is_skipped(const fs::path& path) {
    static const std::set<std::string> windows_remains = {"Thumbs.db", "desktop.ini"};
    // What distribute and check themselves list beside the forms is nobody's submission.
    static const std::set<std::string> own_lists = {"送付一覧.xlsx", "返戻一覧.xlsx", "督促文.txt"};
    const std::string name = path.filename().string();
    if (own_lists.contains(name)) return true;
    return name.starts_with(".") || name.starts_with("~$") || windows_remains.contains(name);
}

bool is_same_file(const fs::path& a, const fs::path& b) {
    std::error_code error;
    return !a.empty() && !b.empty() && fs::equivalent(a, b, error) && !error;
}

bool is_one_of(const std::vector<fs::path>& paths, const fs::path& path) {
    return std::any_of(paths.begin(), paths.end(), [&](const fs::path& each) { return is_same_file(each, path); });
}

Error unreadable_folder(const fs::path& folder, const std::error_code& error) {
    const std::string name = display_text(folder.string());
    return usage_error(tell(fmt::format("フォルダー「{}」を開けません（{}）。", name, error.message()),
                            fmt::format("Cannot open the folder \"{}\" ({}).", name, error.message())));
}

// The folder's own files first, then its sub-folders. Links to folders are not followed: they may lead in a circle.
void add_folder(const fs::path& folder, const std::vector<fs::path>& left_out, std::vector<fs::path>& found) {
    std::vector<fs::path> files;
    std::vector<fs::path> folders;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        if (is_skipped(entry->path())) continue;
        std::error_code type_error;
        if (entry->is_directory(type_error) && !entry->is_symlink(type_error)) {
            folders.push_back(entry->path());
        } else if (entry->is_regular_file(type_error) && !is_one_of(left_out, entry->path())) {
            files.push_back(entry->path());
        }
    }
    if (error) throw unreadable_folder(folder, error);
    std::sort(files.begin(), files.end());
    std::sort(folders.begin(), folders.end());
    found.insert(found.end(), files.begin(), files.end());
    for (const fs::path& sub_folder : folders) add_folder(sub_folder, left_out, found);
}

void add_argument(const std::string& argument, const fs::path& output, const fs::path& base,
                  std::vector<fs::path>& found) {
    const fs::path path(argument);
    const std::string name = display_text(argument);
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status)) {
        throw usage_error(
            tell(fmt::format("入力「{}」がありません。", name), fmt::format("There is no input \"{}\".", name)),
            tell("名前と場所を確かめてください。", "Please check its name and place."));
    }
    if (is_same_file(path, output) && !fs::is_directory(status)) {
        throw usage_error(tell(fmt::format("「{}」は入力と出力の両方になっています。", name),
                               fmt::format("\"{}\" is both an input and the output.", name)),
                          tell("-o で別の名前を指定してください。", "Please give another name with -o."));
    }
    if (!fs::is_directory(status)) {
        found.push_back(path);
        return;
    }
    const std::size_t before = found.size();
    add_folder(path, {output, base}, found);
    if (found.size() > before) return;
    throw usage_error(tell(fmt::format("フォルダー「{}」に、読み取るファイルがありません。", name),
                           fmt::format("The folder \"{}\" has no files to read.", name)));
}

void add_file(fs::path path, std::vector<InputFile>& inputs) {
    InputFile input{std::move(path), {}, nullptr};
    if (input.path.extension() == ".ndjson" || input.path.extension() == ".jsonl") {
        input.name = display_text(input.path.filename().string());
        const InputBytes bytes(input);
        const std::vector<InputFile> documents = split_ndjson(bytes.view());
        if (!documents.empty()) {
            inputs.insert(inputs.end(), documents.begin(), documents.end());
            return;
        }
    }
    inputs.push_back(std::move(input));
}

InputFile standard_input() {
    InputFile input;
    input.name = "stdin";
    input.bytes = std::make_shared<const std::string>(read_descriptor(0, input.name, kLargestInput));
    return input;
}

}  // namespace

std::vector<InputFile> find_inputs(const std::vector<std::string>& arguments, const fs::path& output,
                                   const fs::path& base) {
    if (arguments.empty()) {
        throw usage_error(tell("入力を指定してください（ファイル、フォルダー、または標準入力の -）。",
                               "Please name an input: a file, a folder, or - for the standard input."));
    }
    if (std::count(arguments.begin(), arguments.end(), "-") > 1) {
        throw usage_error(
            tell("標準入力（-）は1回だけ指定できます。", "The standard input (-) can be given only once."));
    }
    std::vector<InputFile> inputs;
    for (const std::string& argument : arguments) {
        if (argument == "-") {
            InputFile input = standard_input();
            std::vector<InputFile> documents = split_ndjson(*input.bytes);
            if (documents.empty()) documents.push_back(std::move(input));
            inputs.insert(inputs.end(), documents.begin(), documents.end());
            continue;
        }
        std::vector<fs::path> paths;
        add_argument(argument, output, base, paths);
        for (fs::path& path : paths) add_file(std::move(path), inputs);
    }
    name_inputs(inputs);
    return inputs;
}

void name_inputs(std::vector<InputFile>& inputs) {
    std::vector<fs::path> paths;
    for (const InputFile& input : inputs) paths.push_back(input.path.empty() ? fs::path("stdin") : input.path);
    const std::vector<std::string> names = input_names(paths);
    for (std::size_t i = 0; i < inputs.size(); ++i) inputs[i].name = names[i];
}

}  // namespace torimatome::pipeline
