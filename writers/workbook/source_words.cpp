#include "writers/workbook/source_words.hpp"

namespace torimatome::writers {

std::string source_file(const Document& document, const SourcePosition& position) {
    return position.file.empty() ? document.source.file : position.file;
}

std::string source_place(SourcePosition position) {
    position.file.clear();
    if (position.line > 0 && position.page == 0 && position.sheet.empty() && position.cell.empty()) {
        return std::to_string(position.line) + "行目";
    }
    return describe(position);
}

SourcePosition field_position(const Record& record, const Field& field) {
    if (field.source == SourcePosition{}) return record.source;
    SourcePosition position = field.source;
    if (position.file.empty()) position.file = record.source.file;
    return position;
}

}  // namespace torimatome::writers
