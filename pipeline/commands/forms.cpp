#include <fmt/format.h>

#include <iostream>

#include "model/language.hpp"
#include "parsers/form/mapping_loader.hpp"
#include "pipeline/commands/commands.hpp"
#include "pipeline/common_options.hpp"
#include "pipeline/form_description.hpp"
#include "pipeline/input_bytes.hpp"
#include "pipeline/inputs.hpp"
#include "pipeline/output_file.hpp"
#include "pipeline/usage_error.hpp"

namespace torimatome::pipeline {

namespace {

void list_forms(const Mappings& mappings) {
    for (const Form& form : mappings.forms) std::cout << form_line(form) + "\n";
}

void show_form(const Arguments& arguments) {
    const std::string& id = arguments.positional[1];
    const Mappings mappings = load_mappings_for(mappings_folder(arguments.value("mappings")), id);
    std::cout << describe_form(*mappings.find_form(id));
}

void check_mapping(const std::string& file) {
    const InputBytes bytes({file, file, nullptr});
    Mappings mappings;
    parsers::load_mapping(bytes.view(), file, mappings);
    std::cout << "OK\n";
}

ExitStatus run_forms(const Arguments& arguments) {
    const std::vector<std::string>& words = arguments.positional;
    const std::string action = words.empty() ? "list" : words[0];
    if (action == "list" && words.size() <= 1) {
        list_forms(load_mappings_for(mappings_folder(arguments.value("mappings")), {}));
    } else if (action == "show" && words.size() == 2) {
        show_form(arguments);
    } else if (action == "check" && words.size() == 2) {
        check_mapping(words[1]);
    } else {
        throw usage_error(
            tell("forms の後には list、show ID、check FILE のどれかを書きます。",
                 "After forms comes one of list, show ID and check FILE."),
            tell("`torimatome forms --help` に使い方があります。", "`torimatome forms --help` tells how it is used."));
    }
    flush_standard_output();
    return ExitStatus::done;
}

}  // namespace

Command forms_command() {
    return {
        .name = "forms",
        .usage = "[list | show ID | check FILE]",
        .summary = {"様式の定義を一覧・表示・点検します。", "Lists, shows and checks the mappings of forms."},
        .details =
            {"list は一覧、show は1つの様式の列と欄、check は定義の XML を厳密に読んで OK か誤りの位置を表示します。",
             "list lists them, show tells the columns and fields of one, check reads an XML file strictly and\n"
             "prints OK or the place of the mistake."},
        .options = {mappings_option(), language_option(), help_option()},
        .example = "torimatome forms show recommendation-progress",
        .run = run_forms,
    };
}

}  // namespace torimatome::pipeline
