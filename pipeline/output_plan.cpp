#include "pipeline/output_plan.hpp"

#include <fmt/format.h>

#include <map>
#include <set>
#include <system_error>

#include "model/language.hpp"
#include "pipeline/input_name.hpp"
#include "pipeline/usage_error.hpp"

namespace torimatome::pipeline {

namespace {

namespace fs = std::filesystem;

// The inputs' paths in a form that can be compared, made once: a folder of inputs may have thousands.
class InputPaths {
  public:
    explicit InputPaths(const std::vector<InputFile>& inputs) {
        for (const InputFile& input : inputs) {
            if (!input.path.empty()) names_.emplace(comparable(input.path), input.name);
        }
    }

    void refuse_overwriting(const fs::path& output) const {
        const auto found = names_.find(comparable(output));
        if (found == names_.end()) return;
        const std::string name = display_text(output.string());
        throw usage_error(tell(fmt::format("出力「{}」が入力「{}」を上書きしてしまいます。", name, found->second),
                               fmt::format("The output \"{}\" would overwrite the input \"{}\".", name, found->second)),
                          tell("-o で別の場所を指定してください。", "Please give another place with -o."));
    }

  private:
    static fs::path comparable(const fs::path& path) {
        std::error_code error;
        const fs::path result = fs::weakly_canonical(path, error);
        return error ? path : result;
    }

    std::map<fs::path, std::string> names_;
};

// 「回答.json」, then 「回答-2.json」 where another input has taken that name.
fs::path free_name(const fs::path& folder, const InputFile& input, const std::string& extension,
                   std::set<fs::path>& taken) {
    const std::string stem = input.path.empty() ? input.name : input.path.stem().string();
    fs::path path = folder / (stem + extension);
    for (int number = 2; !taken.insert(path).second; ++number) {
        path = folder / fmt::format("{}-{}{}", stem, number, extension);
    }
    return path;
}

OutputPlan plan_folder(const fs::path& folder, const std::vector<InputFile>& inputs, const std::string& extension) {
    OutputPlan plan;
    plan.one_file_each = true;
    plan.folder = folder;
    const InputPaths input_paths(inputs);
    std::set<fs::path> taken;
    for (const InputFile& input : inputs) {
        plan.files.push_back(free_name(folder, input, extension, taken));
        input_paths.refuse_overwriting(plan.files.back());
    }
    return plan;
}

bool is_for_lines(const fs::path& path) { return path.extension() == ".ndjson" || path.extension() == ".jsonl"; }

}  // namespace

OutputPlan plan_outputs(const std::string& argument, const std::vector<InputFile>& inputs, const std::string& extension,
                        bool lines) {
    const bool standard_output = argument.empty() || argument == "-";
    const fs::path path = standard_output ? fs::path() : fs::path(argument);
    std::error_code error;
    if (!standard_output && (argument.ends_with('/') || fs::is_directory(path, error))) {
        return plan_folder(path, inputs, extension);
    }
    if (inputs.size() > 1 && !(lines && (standard_output || is_for_lines(path)))) {
        throw usage_error(tell("入力がいくつもあるので、1つのファイルには出力できません。",
                               "Several inputs cannot go into one file."),
                          lines ? tell("-o にフォルダー（例: -o 結果/）か .ndjson のファイルを指定してください。",
                                       "Please give a folder (such as -o results/) or an .ndjson file with -o.")
                                : tell("-o にフォルダー（例: -o 結果/）を指定してください。",
                                       "Please give a folder (such as -o results/) with -o."));
    }
    if (!standard_output) InputPaths(inputs).refuse_overwriting(path);
    OutputPlan plan;
    plan.single = path;
    return plan;
}

}  // namespace torimatome::pipeline
