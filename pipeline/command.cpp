#include "pipeline/command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/program_options.hpp>

#include "model/language.hpp"
#include "pipeline/input_name.hpp"
#include "pipeline/usage_error.hpp"
#include "text/width.hpp"

namespace torimatome::pipeline {

namespace {

namespace po = boost::program_options;

Error wrong_words(const Command& command, std::string message) {
    return usage_error(std::move(message),
                       tell(fmt::format("`torimatome {} --help` に使い方があります。", command.name),
                            fmt::format("`torimatome {} --help` tells how it is used.", command.name)));
}

po::options_description described(const Command& command) {
    po::options_description options;
    for (const OptionSpec& option : command.options) {
        const std::string names = option.letter ? fmt::format("{},{}", option.name, option.letter) : option.name;
        if (option.value) {
            options.add_options()(names.c_str(), po::value<std::string>());
        } else {
            options.add_options()(names.c_str(), po::bool_switch());
        }
    }
    options.add_options()("INPUT", po::value<std::vector<std::string>>());
    return options;
}

// The library's own messages are English only, so each kind of mistake is told in our words.
po::variables_map parsed(const Command& command, const std::vector<std::string>& words) {
    po::variables_map values;
    const po::options_description options = described(command);
    po::positional_options_description positional;
    positional.add("INPUT", -1);
    // No guessing: a shortened option would mean something else once a longer one comes.
    const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
    try {
        po::store(po::command_line_parser(words).options(options).positional(positional).style(style).run(), values);
    } catch (const po::unknown_option& error) {
        const std::string name = display_text(error.get_option_name());
        throw wrong_words(command, tell(fmt::format("オプション {} はありません。", name),
                                        fmt::format("There is no option {}.", name)));
    } catch (const po::multiple_occurrences& error) {
        const std::string name = error.get_option_name();
        throw wrong_words(command, tell(fmt::format("オプション {} は1回だけ指定できます。", name),
                                        fmt::format("The option {} can be given only once.", name)));
    } catch (const po::invalid_command_line_syntax& error) {
        const std::string name = error.get_option_name();
        const bool missing = error.kind() == po::invalid_command_line_syntax::missing_parameter;
        throw wrong_words(command, missing ? tell(fmt::format("オプション {} に値がありません。", name),
                                                  fmt::format("The option {} needs a value.", name))
                                           : tell(fmt::format("オプション {} に値は付けられません。", name),
                                                  fmt::format("The option {} takes no value.", name)));
    } catch (const po::error& error) {
        throw wrong_words(command, tell(fmt::format("コマンドの指定を読み取れません（{}）。", error.what()),
                                        fmt::format("Cannot read the command line ({}).", error.what())));
    }
    return values;
}

void check_choice(const Command& command, const OptionSpec& option, const std::string& value) {
    if (option.choices.empty() || std::count(option.choices.begin(), option.choices.end(), value) > 0) return;
    std::string choices;
    for (const std::string& choice : option.choices) choices += (choices.empty() ? "" : ", ") + choice;
    throw wrong_words(command, tell(fmt::format("オプション --{} の「{}」は使えません。使えるのは {} です。",
                                                option.name, display_text(value), choices),
                                    fmt::format("The option --{} cannot be \"{}\"; it is one of {}.", option.name,
                                                display_text(value), choices)));
}

std::string option_words(const OptionSpec& option) {
    std::string words =
        option.letter ? fmt::format("-{}, --{}", option.letter, option.name) : fmt::format("    --{}", option.name);
    if (option.value) words += fmt::format(" {}", option.value);
    return words;
}

std::string option_lines(const OptionSpec& option) {
    constexpr int kHelpColumn = 32;
    constexpr int kHelpWidth = 78;
    std::string lines = "  " + option_words(option);
    bool first = true;
    for (const std::string& line : text::wrap(option.help.in_user_language(), kHelpWidth)) {
        const int used = first ? text::display_width(lines) : 0;
        lines += std::string(static_cast<std::size_t>(std::max(1, kHelpColumn - used)), ' ') + line + "\n";
        first = false;
    }
    return lines;
}

}  // namespace

std::string Text::in_user_language() const { return tell(japanese, english); }

std::string Arguments::value(const std::string& option, const std::string& fallback) const {
    const auto found = values.find(option);
    return found == values.end() ? fallback : found->second;
}

Arguments parse_arguments(const Command& command, const std::vector<std::string>& words) {
    const po::variables_map map = parsed(command, words);
    Arguments arguments;
    for (const OptionSpec& option : command.options) {
        const po::variable_value& value = map[option.name];
        if (value.empty()) continue;
        if (!option.value) {
            if (value.as<bool>()) arguments.flags.insert(option.name);
            continue;
        }
        check_choice(command, option, value.as<std::string>());
        arguments.values[option.name] = value.as<std::string>();
    }
    if (!map["INPUT"].empty()) arguments.positional = map["INPUT"].as<std::vector<std::string>>();
    return arguments;
}

std::string help_text(const Command& command) {
    const std::string details = command.details.in_user_language();
    std::string help =
        fmt::format("torimatome {} {}\n\n{}\n", command.name, command.usage, command.summary.in_user_language());
    if (!details.empty()) help += details + "\n";
    help += tell("\nオプション:\n", "\nOptions:\n");
    for (const OptionSpec& option : command.options) help += option_lines(option);
    return help + tell("\n例:\n", "\nExample:\n") + "  " + command.example + "\n";
}

}  // namespace torimatome::pipeline
