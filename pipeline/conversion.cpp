#include "pipeline/conversion.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <string_view>

#include "model/language.hpp"
#include "parsers/json_document.hpp"
#include "pipeline/creation_date.hpp"
#include "text/encode.hpp"
#include "writers/consolidated_workbook.hpp"
#include "writers/csv.hpp"
#include "writers/json.hpp"
#include "writers/tables_workbook.hpp"

namespace torimatome::pipeline {

namespace {

const Form& form_of(const Document& document, const Mappings& mappings) {
    if (const Form* form = mappings.find_form(document.form)) return *form;
    Finding finding;
    finding.code = "form.no-such-form";
    finding.severity = Severity::error;
    finding.message = tell(fmt::format("資料の様式「{}」の定義がありません。", document.form),
                           fmt::format("There is no mapping for the document's form \"{}\".", document.form));
    finding.hint = tell("--mappings でその様式の定義があるフォルダーを指定してください。",
                        "Please name the folder that has it with --mappings.");
    throw Error(std::move(finding));
}

std::string lost_characters(const std::vector<text::Unencodable>& lost) {
    std::string list;
    for (const text::Unencodable& each : lost) {
        list += fmt::format("{}「{}」×{}", list.empty() ? "" : tell("、", ", "), each.character, each.count);
    }
    return list;
}

// `utf8` (a CSV) in code page 932. What that lacks is said on the error stream: the file itself has no place for it.
std::string in_cp932(const std::string& utf8, const std::string& input_name) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    std::string_view text = utf8;
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    text::EncodedCp932 encoded = text::encode_cp932(text);
    if (!encoded.lost.empty()) {
        const std::string list = lost_characters(encoded.lost);
        std::cerr << tell(
            fmt::format("「{}」: CP932 にない文字を「〓」にしました: {}。文字を残すには --to csv を使ってください。\n",
                        input_name, list),
            fmt::format("\"{}\": CP932 lacks characters, which became 〓: {}. To keep them, use --to csv.\n",
                        input_name, list));
    }
    return std::move(encoded.bytes);
}

// The tables as the bytes of a workbook. The library writes to files only.
void retype(const TableSet& tables, std::ostream& answer) {
    std::string name = (std::filesystem::temp_directory_path() / "torimatome-XXXXXX").string();
    const int handle = mkstemp(name.data());
    if (handle < 0) {
        Finding finding;
        finding.code = "output.failed";
        finding.severity = Severity::error;
        finding.message = tell("一時ファイルを作れません。", "A temporary file cannot be made.");
        finding.hint = tell("ディスクの空きと TMPDIR を確かめてください。", "Please check the disk space and TMPDIR.");
        throw Error(std::move(finding));
    }
    close(handle);
    const std::unique_ptr<const char, int (*)(const char*)> removed(name.c_str(),
                                                                    [](const char* path) { return unlink(path); });
    writers::write_tables_workbook(tables, creation_date({tables.source}), name);
    std::ifstream file(name, std::ios::binary);
    answer << file.rdbuf();
}

}  // namespace

const Target& find_target(const std::string& name) {
    static const std::array<Target, 5> targets{{
        {.name = "json", .extension = ".json", .lines = true},
        {.name = "tables", .extension = ".tables.json", .lines = true, .mappings = false},
        {.name = "csv", .extension = ".csv"},
        {.name = "csv-cp932", .extension = ".csv", .cp932 = true},
        {.name = "xlsx", .extension = ".xlsx", .workbook = true},
    }};
    return *std::find_if(targets.begin(), targets.end(), [&](const Target& target) { return target.name == name; });
}

InputAction conversion_action(const Target& target, const Mappings& mappings, const ReadSettings& settings,
                              bool one_line) {
    const writers::JsonLayout layout =
        one_line || target.workbook ? writers::JsonLayout::one_line : writers::JsonLayout::pretty;
    if (target.name == "tables") {
        return [=](const parsers::Input& input, std::ostream& answer) {
            // Freeing millions of texts takes its time: it waits for the next job, while the program takes the answer.
            static TableSet tables;
            tables = {};
            tables = read_raw_tables(input, settings);
            write_tally(tally_of(tables), answer);
            writers::write_json(tables, answer, layout);
        };
    }
    const bool csv = target.extension == ".csv";
    return [=, &mappings](const parsers::Input& input, std::ostream& answer) {
        if (target.workbook && !parsers::is_json_document(input.bytes)) {
            const TableSet tables = read_raw_tables(input, settings);
            write_tally(tally_of(tables), answer);
            return retype(tables, answer);
        }
        const Document document = read_document(input, mappings, settings);
        const Form* form = csv || target.workbook ? &form_of(document, mappings) : nullptr;
        write_tally(tally_of(document), answer);
        if (csv) {
            writers::write_csv(document, *form, answer);
        } else {
            writers::write_json(document, answer, layout);
        }
    };
}

void ConversionOutput::add(const std::string& input_name, InputResult& result) {
    const std::filesystem::path& file = plan_.one_file_each ? plan_.files[result.index] : plan_.single;
    const bool document = target_.workbook && result.result.text().starts_with("{");
    if (document) return write_workbook(input_name, result.result.text(), file);
    const auto write_to = [&](std::ostream& out) {
        if (target_.cp932) {
            out << in_cp932(result.result.text(), input_name);
        } else {
            result.result.copy_to(out);
        }
    };
    if (plan_.one_file_each) {
        OutputFile output(file);
        write_to(output.stream());
        return output.commit();
    }
    if (file.empty()) {
        write_to(std::cout);
        return flush_standard_output();
    }
    if (!single_) single_ = std::make_unique<OutputFile>(file);
    write_to(single_->stream());
}

void ConversionOutput::finish() {
    if (single_) single_->commit();
}

void ConversionOutput::write_workbook(const std::string& input_name, const std::string& json,
                                      const std::filesystem::path& file) const {
    const Document document = parsers::read_json_document(json, input_name);
    const std::vector<Submission> none;
    writers::write_consolidated_workbook({.document = document,
                                          .form = form_of(document, mappings_),
                                          .submissions = none,
                                          .created = creation_date({document.source})},
                                         file);
}

}  // namespace torimatome::pipeline
