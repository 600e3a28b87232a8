#include "pipeline/convert.hpp"

#include <utility>

#include "model/language.hpp"
#include "parsers/form/document_builder.hpp"
#include "parsers/json_document.hpp"

namespace torimatome::pipeline {

namespace {

parsers::ReadOptions read_options(const ReadSettings& settings) {
    parsers::ReadOptions options;
    options.hidden = settings.hidden;
    options.struck = settings.struck;
    return options;
}

}  // namespace

Document read_document(const parsers::Input& input, const Mappings& mappings, const ReadSettings& settings) {
    return std::move(read_document_with_ledger(input, mappings, settings).document);
}

ReadDocument read_document_with_ledger(const parsers::Input& input, const Mappings& mappings,
                                       const ReadSettings& settings) {
    if (parsers::is_json_document(input.bytes)) {
        return {parsers::read_json_document(input.bytes, input.name), std::nullopt};
    }
    const TableSet tables = parsers::read_tables(input, read_options(settings));
    parsers::BuiltDocument built =
        parsers::build_document_with_ledger(tables, mappings, {settings.form, settings.hidden});
    return {std::move(built.document), built.ledger};
}

TableSet read_raw_tables(const parsers::Input& input, const ReadSettings& settings) {
    if (parsers::is_json_document(input.bytes)) {
        Finding finding;
        finding.code = "json.no-tables";
        finding.severity = Severity::error;
        finding.source.file = input.name;
        finding.message = tell("変換済みの JSON なので、元の表は入っていません。",
                               "This is JSON that was converted before; it holds no tables.");
        finding.hint = tell("元のファイルを指定してください。", "Please give the original file.");
        throw Error(std::move(finding));
    }
    return parsers::read_tables(input, read_options(settings));
}

}  // namespace torimatome::pipeline
