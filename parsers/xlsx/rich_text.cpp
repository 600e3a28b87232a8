#include "parsers/xlsx/rich_text.hpp"

#include <utility>

#include "parsers/xlsx/xml_text.hpp"

namespace torimatome::parsers::xlsx {

namespace {

RichRun read_run(pugi::xml_node node, const Palette& palette, bool* broken) {
    RichRun run;
    for (pugi::xml_node child : node.children()) {
        if (is_named(child, "rPr")) run.font = read_font(child, palette);
        if (is_named(child, "t")) append_text(child, run.text);
    }
    run.text = clean_text(std::move(run.text), broken);
    return run;
}

TextRun text_run(const std::string& text, const Font& font) {
    return {text, font.bold, font.italic, font.underline, font.color};
}

bool same_look(const TextRun& a, const TextRun& b) {
    return a.bold == b.bold && a.italic == b.italic && a.underline == b.underline && a.color == b.color;
}

void add_run(std::vector<TextRun>& runs, TextRun run) {
    if (run.text.empty()) return;
    if (!runs.empty() && same_look(runs.back(), run)) {
        runs.back().text += run.text;
    } else {
        runs.push_back(std::move(run));
    }
}

}  // namespace

RichText read_rich_text(pugi::xml_node item, const Palette& palette, bool* broken) {
    RichText text;
    for (pugi::xml_node child : item.children()) {
        if (is_named(child, "t")) text.push_back({clean_text(text_of(child), broken), std::nullopt});
        if (is_named(child, "r")) text.push_back(read_run(child, palette, broken));
    }
    return text;
}

std::string all_text(const RichText& text) {
    std::string result;
    for (const RichRun& run : text) result += run.text;
    return result;
}

std::shared_ptr<const CellText> make_cell_text(const RichText& text, const Font& cell_font, StruckText struck) {
    CellText content;
    bool formatted = false;
    for (const RichRun& run : text) {
        const Font& font = run.font ? *run.font : cell_font;
        if (font.struck && struck == StruckText::drop) {
            content.struck += run.text;
            continue;
        }
        content.text += run.text;
        TextRun look = text_run(run.text, font);
        formatted = formatted || (!look.plain() && !look.text.empty());
        add_run(content.runs, std::move(look));
    }
    if (!formatted) content.runs.clear();
    if (!has_ink(content.struck)) content.struck.clear();
    if (!has_ink(content.text)) {
        if (content.struck.empty()) return nullptr;
        content.text.clear();
        content.runs.clear();
    }
    return std::make_shared<const CellText>(std::move(content));
}

bool is_invisible(const RichText& text, const Font& cell_font, const std::string& background) {
    if (background.empty()) return false;
    for (const RichRun& run : text) {
        const Font& font = run.font ? *run.font : cell_font;
        const std::string& color = font.color;
        const bool seen = (color.empty() ? "000000" : color) != background;
        if (seen && has_ink(run.text)) return false;
    }
    return true;
}

}  // namespace torimatome::parsers::xlsx
