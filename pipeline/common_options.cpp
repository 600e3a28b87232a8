#include "pipeline/common_options.hpp"

#include <fmt/format.h>

#include <charconv>
#include <system_error>
#include <thread>

#include "model/language.hpp"
#include "parsers/form/mapping_loader.hpp"
#include "pipeline/input_name.hpp"
#include "pipeline/usage_error.hpp"

namespace torimatome::pipeline {

namespace {

namespace fs = std::filesystem;

unsigned jobs_of(const Arguments& arguments) {
    const std::string word = arguments.value("jobs");
    // As many as this process may use, which can be fewer than the machine has.
    if (word.empty()) return std::max(1U, std::thread::hardware_concurrency());
    constexpr unsigned kMost = 256;
    unsigned jobs = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), jobs);
    if (error == std::errc() && end == word.data() + word.size() && jobs >= 1 && jobs <= kMost) return jobs;
    throw usage_error(tell(fmt::format("--jobs は1から{}までの数です（「{}」）。", kMost, display_text(word)),
                           fmt::format("--jobs is a number from 1 to {} (\"{}\").", kMost, display_text(word))));
}

}  // namespace

OptionSpec language_option() {
    return {
        "lang",
        0,
        "ja|en",
        {"メッセージの言語（既定は LANG など。en で始まれば英語、ほかは日本語）",
         "language of messages (by default from LANG and the like: English where it starts with en, else Japanese)"},
        {"ja", "en"}};
}

OptionSpec help_option() { return {"help", 'h', nullptr, {"この説明を表示します", "show this help"}}; }

OptionSpec mappings_option() {
    return {"mappings", 0, "DIR", {"様式の定義（XML）のフォルダー", "folder of the forms' mappings (XML)"}};
}

std::vector<OptionSpec> with_common_options(std::vector<OptionSpec> own) {
    const std::vector<OptionSpec> common = {
        {"form",
         0,
         "ID",
         {"読み取る様式（既定は見出しが最もよく合うもの）。`torimatome forms list` で一覧",
          "form to read by (by default the one that fits best); see `torimatome forms list`"}},
        mappings_option(),
        {"hidden",
         0,
         "exclude|include",
         {"非表示の行・列・シートを除く（既定）か、読み取るか",
          "leave hidden rows, columns and sheets out (default) or read them"},
         {"exclude", "include"}},
        {"struck",
         0,
         "drop|keep",
         {"取り消し線の文字を除く（既定）か、残すか", "drop struck-through text (default) or keep it"},
         {"drop", "keep"}},
        {"jobs",
         'j',
         "N",
         {"同時に処理する数（既定はプロセッサーの数）",
          "how many inputs at a time (default: the number of processors)"}},
        {"strict",
         0,
         nullptr,
         {"人の確認が要る指摘があれば、終了コードを3にします", "exit with status 3 where findings need a person"}},
        {"quiet", 'q', nullptr, {"経過と最後のまとめを表示しません", "no progress and no summary at the end"}},
        language_option(),
        help_option(),
    };
    own.insert(own.end(), common.begin(), common.end());
    return own;
}

CommonOptions common_options(const Arguments& arguments) {
    CommonOptions options;
    options.mappings = mappings_folder(arguments.value("mappings"));
    options.reading.form = arguments.value("form");
    if (arguments.value("hidden") == "include") options.reading.hidden = parsers::HiddenCells::include;
    if (arguments.value("struck") == "keep") options.reading.struck = parsers::StruckText::keep;
    options.pool.workers = jobs_of(arguments);
    options.strict = arguments.has("strict");
    options.quiet = arguments.has("quiet");
    return options;
}

fs::path mappings_folder(const std::string& argument) {
    if (!argument.empty()) return argument;
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    const fs::path beside = program.parent_path().parent_path() / "share" / "torimatome" / "mappings";
    for (const fs::path& folder : {beside, fs::path(TORIMATOME_SOURCE_MAPPINGS)}) {
        if (fs::is_directory(folder, error)) return folder;
    }
    return TORIMATOME_INSTALLED_MAPPINGS;
}

Mappings load_mappings_for(const fs::path& folder, const std::string& form) {
    Mappings mappings = parsers::load_mappings(folder);
    if (form.empty() || mappings.find_form(form)) return mappings;
    std::string known;
    for (const Form& each : mappings.forms) known += (known.empty() ? "" : ", ") + each.id;
    throw usage_error(tell(fmt::format("様式「{}」はありません。使えるのは {} です。", display_text(form), known),
                           fmt::format("There is no form \"{}\"; there are {}.", display_text(form), known)));
}

}  // namespace torimatome::pipeline
