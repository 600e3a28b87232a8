#include "parsers/xlsx/cell_value.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <utility>

#include "model/language.hpp"
#include "parsers/struck_text.hpp"
#include "parsers/xlsx/xml_text.hpp"
#include "text/code_points.hpp"
#include "text/era_date.hpp"

namespace torimatome::parsers::xlsx {

namespace {

void add_cell_finding(SheetFindings& findings, const RawCell& cell, const char* code, Severity severity,
                      std::string message, std::string hint) {
    add_finding(findings, {code, severity, cell.row, cell.column, std::move(message), std::move(hint)});
}

void report_struck(const RawCell& cell, const CellText& content, SheetFindings& findings) {
    if (content.struck.empty()) return;
    add_cell_finding(findings, cell, "cell.struck", Severity::note, struck_message(content.struck), struck_hint());
}

void report_broken_text(const RawCell& cell, const std::string& text, SheetFindings& findings) {
    add_cell_finding(findings, cell, "cell.broken-text", Severity::warning,
                     tell(fmt::format("読み取れない文字（\uFFFD）があります：「{}」", text),
                          fmt::format("There are characters that cannot be read (\uFFFD): \"{}\"", text)),
                     tell("元のファイルで文字を確かめてください。", "Check the text in the original file."));
}

void report_missing_string(const RawCell& cell, const CellContext& context, std::string_view index,
                           SheetFindings& findings) {
    const std::string reason =
        context.strings.missing
            ? tell("ブックの文字列一覧（sharedStrings）が無いか、壊れています",
                   "the workbook's list of strings (sharedStrings) is missing or damaged")
            : tell(fmt::format("文字列番号「{}」が一覧（{} 件）にありません", index, context.strings.items.size()),
                   fmt::format("there is no string number \"{}\" in the list of {}", index,
                               context.strings.items.size()));
    add_cell_finding(
        findings, cell, "cell.string-missing", Severity::error,
        tell("セルの文字が読めません。" + reason + "。", "The text of the cell cannot be read: " + reason + "."),
        tell("Excelで開いて文字を確かめ、保存し直してください。",
             "Open the file in Excel, check the text and save it again."));
}

void report_missing_value(const RawCell& cell, SheetFindings& findings) {
    const std::string formula = text_of(cell.formula);
    add_cell_finding(findings, cell, "cell.formula-without-value", Severity::error,
                     tell(fmt::format("数式「={}」の計算結果が保存されていません。", formula),
                          fmt::format("The result of the formula \"={}\" is not saved in the file.", formula)),
                     tell("一度Excelで開き、上書き保存してから読み込んでください。",
                          "Open the file in Excel once, save it, and read it again."));
}

void report_error_value(const RawCell& cell, const std::string& text, SheetFindings& findings) {
    add_cell_finding(findings, cell, "cell.error", Severity::error,
                     tell(fmt::format("セルがエラー値「{}」になっています。", text),
                          fmt::format("The cell holds the error value \"{}\".", text)),
                     tell("元のファイルで数式や参照先を直してください。",
                          "Mend the formula or what it refers to in the original file."));
}

void report_fiscal_year(const RawCell& cell, const Shown& shown, SheetFindings& findings) {
    if (!shown.fiscal) return;
    const int year = fiscal_year_of(*shown.fiscal);
    if (year == shown.fiscal->year) return;
    const std::string date = text::iso_date(*shown.fiscal);
    const std::string real = text::fiscal_year_text(year);
    add_cell_finding(findings, cell, "cell.fiscal-year", Severity::warning,
                     tell(fmt::format("「{}」と表示されていますが、セルの日付 {} は{}です。表示どおりに読みました。",
                                      shown.text, date, real),
                          fmt::format("The cell shows \"{}\", but its date {} is in {}. It was read as shown.",
                                      shown.text, date, real)),
                     tell("どちらの年度が正しいか、作成した課に確かめてください。",
                          "Ask the department which fiscal year is meant."));
}

// Text that the cell's own style may change: its font, and what its number format puts around texts.
ShownCell show_styled(RichText text, const RawCell& cell, const CellContext& context) {
    const CellStyle& style = context.styles.cell(cell.style);
    const Font& font = context.styles.fonts[style.font];
    ShownCell shown;
    const TextFrame frame = frame_of_text(context.styles.formats[style.format]);
    const bool frames = cell.type != CellType::number && cell.type != CellType::iso_date && has_ink(all_text(text));
    if (frames) {
        shown.invisible = frame.hidden;
        if (!frame.before.empty()) text.insert(text.begin(), {frame.before, std::nullopt});
        if (!frame.after.empty()) text.push_back({frame.after, std::nullopt});
    }
    shown.invisible = shown.invisible || is_invisible(text, font, style.background);
    shown.content = make_cell_text(text, font, context.struck);
    return shown;
}

ShownCell show_plain(std::string text, const RawCell& cell, const CellContext& context) {
    ShownCell shown;
    if (!has_ink(text)) return shown;
    if (context.styles.cell(cell.style).plain_text) {
        shown.content = std::make_shared<const CellText>(CellText{std::move(text), {}, {}});
        return shown;
    }
    return show_styled({{std::move(text), std::nullopt}}, cell, context);
}

// The value without the white space around it. A comment within it makes it two texts, which `joined` then holds.
std::string_view value_of(const RawCell& cell, std::string& joined) {
    if (!cell.value.first_child()) return text::trim(cell.value.value());
    joined = text_of(cell.value);
    return text::trim(joined);
}

const SharedString* find_string(std::string_view index, const SharedStrings& strings, std::size_t& number) {
    const auto [end, status] = std::from_chars(index.data(), index.data() + index.size(), number);
    const bool whole = status == std::errc() && end == index.data() + index.size();
    return whole && number < strings.items.size() ? &strings.items[number] : nullptr;
}

ShownCell show_shared(const RawCell& cell, CellContext& context, SheetFindings& findings) {
    std::string joined;
    const std::string_view index = value_of(cell, joined);
    std::size_t number = 0;
    const SharedString* string = find_string(index, context.strings, number);
    if (!string) {
        report_missing_string(cell, context, index, findings);
        return {};
    }
    const CellStyle& style = context.styles.cell(cell.style);
    if (style.plain_text && !string->rich) return {string->plain, false, string->broken};
    if (!string->rich && !string->plain) return {};
    const std::uint64_t key = (static_cast<std::uint64_t>(number) << 24) | (cell.style & 0xFFFFFF);
    const auto [entry, is_new] = context.restyled.try_emplace(key);
    if (is_new) {
        RichText text = string->rich ? *string->rich : RichText{{string->plain->text, std::nullopt}};
        entry->second = show_styled(std::move(text), cell, context);
        entry->second.broken = string->broken;
    }
    return entry->second;
}

ShownCell show_formatted(const NumberFormat& format, std::string_view value, bool date1904, const RawCell& cell,
                         const CellContext& context, SheetFindings& findings) {
    Shown number = show_number(format, value, date1904);
    report_fiscal_year(cell, number, findings);
    if (number.unshowable) {
        add_cell_finding(
            findings, cell, "cell.error", Severity::warning,
            tell(fmt::format("値「{}」は日付として表示できません（Excelでは #### になります）。", number.text),
                 fmt::format("The value \"{}\" cannot be shown as a date (Excel shows ####).", number.text)),
            tell("元のファイルで値を確かめてください。", "Check the value in the original file."));
    }
    ShownCell shown;
    if (context.styles.cell(cell.style).plain_look) {
        shown.content = std::make_shared<const CellText>(CellText{std::move(number.text), {}, {}});
    } else {
        shown = show_styled({{std::move(number.text), std::nullopt}}, cell, context);
    }
    shown.invisible = shown.invisible || number.hidden;
    return shown;
}

ShownCell show_inline(const RawCell& cell, const CellContext& context) {
    const pugi::xml_node first = cell.inline_text.first_child();
    const bool single = first && !first.next_sibling() && is_named(first, "t");
    bool broken = false;
    ShownCell shown =
        single ? show_plain(clean_text(text_of(first), &broken), cell, context)
               : show_styled(read_rich_text(cell.inline_text, context.styles.palette, &broken), cell, context);
    shown.broken = broken;
    return shown;
}

ShownCell show_value_text(const RawCell& cell, const CellContext& context) {
    bool broken = false;
    ShownCell shown = show_plain(clean_text(text_of(cell.value), &broken), cell, context);
    shown.broken = broken;
    return shown;
}

ShownCell show_number_cell(const RawCell& cell, const CellContext& context, SheetFindings& findings) {
    std::string joined;
    const std::string_view value = value_of(cell, joined);
    if (!is_number(value)) return show_value_text(cell, context);
    const NumberFormat& format = context.styles.formats[context.styles.cell(cell.style).format];
    return show_formatted(format, value, context.date1904, cell, context, findings);
}

// How a date looks in a cell that has no date format of its own.
NumberFormat usual_date_format(double serial) {
    const double seconds = (serial - std::floor(serial)) * 86'400;
    if (serial < 1) return parse_number_format("h:mm:ss");
    if (seconds < 0.5) return parse_number_format("yyyy/m/d");
    const bool whole_minutes = std::abs(std::remainder(seconds, 60)) < 0.5;
    return parse_number_format(whole_minutes ? "yyyy/m/d h:mm" : "yyyy/m/d h:mm:ss");
}

// A date written as ISO text.
ShownCell show_iso_date(const RawCell& cell, const CellContext& context, SheetFindings& findings) {
    std::string joined;
    const std::optional<double> serial = serial_of_iso(value_of(cell, joined));
    if (!serial) return show_value_text(cell, context);
    const NumberFormat& own = context.styles.formats[context.styles.cell(cell.style).format];
    const NumberFormat format = own.plain ? usual_date_format(*serial) : own;
    return show_formatted(format, fmt::format("{}", *serial), false, cell, context, findings);
}

ShownCell show_by_type(const RawCell& cell, CellContext& context, SheetFindings& findings) {
    switch (cell.type) {
        case CellType::shared_text: return show_shared(cell, context, findings);
        case CellType::inline_text:
            return cell.inline_text ? show_inline(cell, context) : show_value_text(cell, context);
        case CellType::formula_text: return show_value_text(cell, context);
        case CellType::boolean: {
            const std::string text = text_of(cell.value);
            return show_plain(text == "1" || text == "true" ? "TRUE" : "FALSE", cell, context);
        }
        case CellType::error: {
            const std::string text = clean_text(text_of(cell.value));
            report_error_value(cell, text, findings);
            return show_plain(text, cell, context);
        }
        case CellType::iso_date: return show_iso_date(cell, context, findings);
        case CellType::number: return show_number_cell(cell, context, findings);
    }
    return {};
}

}  // namespace

ShownCell show_cell(const RawCell& cell, CellContext& context, SheetFindings& findings) {
    const bool has_value = cell.value && (*cell.value.value() || cell.value.first_child());
    const bool empty_text = cell.value && cell.type == CellType::formula_text;
    if (cell.formula && !has_value && !empty_text) {
        report_missing_value(cell, findings);
        return {};
    }
    if (!has_value && !cell.inline_text) return {};
    ShownCell shown = show_by_type(cell, context, findings);
    if (shown.content) report_struck(cell, *shown.content, findings);
    if (shown.content && shown.broken) report_broken_text(cell, shown.content->text, findings);
    return shown;
}

}  // namespace torimatome::parsers::xlsx
