#include "parsers/form/mapping_loader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <pugixml.hpp>
#include <set>
#include <span>
#include <sstream>
#include <string_view>
#include <vector>

#include "model/finding.hpp"
#include "model/language.hpp"
#include "parsers/form/mapping_xml.hpp"
#include "parsers/form/notation_loader.hpp"
#include "parsers/form/text_position.hpp"
#include "text/mark.hpp"
#include "text/pattern.hpp"

namespace torimatome::parsers {

namespace {

template <typename Value>
Value one_of(const MappingFile& file, const pugi::xml_node& node, const char* name, const std::string& word,
             const std::map<std::string, Value>& words) {
    if (const auto found = words.find(word); found != words.end()) return found->second;
    std::string known;
    for (const auto& entry : words) known += (known.empty() ? "" : ", ") + entry.first;
    fail_at(file, node, fmt::format("属性 {} の「{}」は使えません。使えるのは {} です。", name, word, known),
            fmt::format("The attribute {} cannot be \"{}\"; it is one of {}.", name, word, known));
}

constexpr std::array<std::string_view, 7> kPatternPlaceholders = {"any",   "mark",  "next-year", "number",
                                                                  "roman", "title", "year"};
constexpr std::array<std::string_view, 2> kYears = {"next-year", "year"};

std::vector<std::string> placeholders_beside(const std::string& pattern, std::span<const std::string_view> known) {
    std::vector<std::string> others = text::unknown_placeholders(pattern);
    for (const std::string_view word : kPatternPlaceholders) {
        const bool is_known = std::find(known.begin(), known.end(), word) != known.end();
        if (!is_known && pattern.find(fmt::format("{{{}}}", word)) != std::string::npos) others.emplace_back(word);
    }
    return others;
}

// Refuses a pattern with a braced word that is not one of `known`: a misspelt one would never match a line.
void check_placeholders(const MappingFile& file, const pugi::xml_node& node, const std::string& pattern,
                        std::span<const std::string_view> known) {
    for (const std::string& name : placeholders_beside(pattern, known)) {
        std::string list;
        for (const std::string_view word : known) list += fmt::format("{}{{{}}}", list.empty() ? "" : ", ", word);
        fail_at(file, node,
                fmt::format("パターン「{}」の {{{}}} は使えません。使えるのは {} です。", pattern, name, list),
                fmt::format("The pattern \"{}\" cannot hold {{{}}}; it can hold {}.", pattern, name, list));
    }
}

std::string pattern_attribute(const MappingFile& file, const pugi::xml_node& node) {
    const std::string pattern = required_attribute(file, node, "pattern");
    check_placeholders(file, node, pattern, kPatternPlaceholders);
    return pattern;
}

// Refuses a second element where one is meant.
void expect_at_most_one(const MappingFile& file, const pugi::xml_node& node, const char* element) {
    const pugi::xml_node second = node.child(element).next_sibling(element);
    if (!second) return;
    fail_at(file, second, fmt::format("<{}> の中に <{}> は1つだけです。", node.name(), element),
            fmt::format("<{}> holds one <{}> only.", node.name(), element));
}

FieldKind field_kind(const MappingFile& file, const pugi::xml_node& node) {
    static const std::map<std::string, FieldKind> kinds = {
        {"mark", FieldKind::mark},     {"name", FieldKind::name}, {"prose", FieldKind::prose},
        {"choice", FieldKind::choice}, {"date", FieldKind::date}, {"departments", FieldKind::departments}};
    return one_of(file, node, "kind", required_attribute(file, node, "kind"), kinds);
}

std::string mark_style(const MappingFile& file, const pugi::xml_node& node, const char* name) {
    const std::string style = required_attribute(file, node, name);
    if (!text::mark_style_from_name(style)) {
        fail_at(file, node, fmt::format("記号の種類「{}」はありません。", style),
                fmt::format("There is no mark style \"{}\".", style));
    }
    return style;
}

Cue load_cue(const MappingFile& file, const pugi::xml_node& node) {
    static const std::map<std::string, Cue::Where> places = {
        {"start", Cue::Where::start}, {"end", Cue::Where::end}, {"inside", Cue::Where::inside}};
    Cue cue;
    cue.text = text_of(file, node, {"at", "points"});
    check_placeholders(file, node, cue.text, kYears);
    cue.where = one_of(file, node, "at", required_attribute(file, node, "at"), places);
    cue.points = number_attribute(file, node, "points", 1.0);
    return cue;
}

FieldSpec load_field(const MappingFile& file, const pugi::xml_node& node) {
    static const std::map<std::string, BlankCell> blanks = {{"keep", BlankCell::keep}, {"inherit", BlankCell::inherit}};
    expect_only(file, node, {"id", "kind", "style", "blank", "required", "usual-start", "list"}, {"cue"});
    FieldSpec field;
    field.id = required_attribute(file, node, "id");
    field.kind = field_kind(file, node);
    if (field.kind == FieldKind::mark) field.style = mark_style(file, node, "style");
    field.blank = one_of(file, node, "blank", optional_attribute(node, "blank", "keep"), blanks);
    field.required = yes_no_attribute(file, node, "required", true);
    field.usual_start = optional_attribute(node, "usual-start", "");
    field.list = yes_no_attribute(file, node, "list", false);
    for (const pugi::xml_node& cue : node.children("cue")) field.cues.push_back(load_cue(file, cue));
    return field;
}

ColumnSpec load_column(const MappingFile& file, const pugi::xml_node& node) {
    expect_only(file, node, {"heading", "width", "optional", "unheaded"}, {"alias", "field"});
    ColumnSpec column;
    column.heading = required_attribute(file, node, "heading");
    check_placeholders(file, node, column.heading, kYears);
    column.width = number_attribute(file, node, "width", column.width);
    if (column.width <= 0) {
        fail_at(file, node, "属性 width は0より大きい数です。", "The attribute width is greater than 0.");
    }
    column.optional = yes_no_attribute(file, node, "optional", false);
    column.unheaded = yes_no_attribute(file, node, "unheaded", false);
    for (const pugi::xml_node& alias : node.children("alias")) {
        column.aliases.push_back(text_of(file, alias, {}));
        check_placeholders(file, alias, column.aliases.back(), kYears);
    }
    for (const pugi::xml_node& field : node.children("field")) column.fields.push_back(load_field(file, field));
    if (column.fields.empty()) {
        fail_at(file, node, fmt::format("列「{}」に <field> がありません。", column.heading),
                fmt::format("The column \"{}\" has no <field>.", column.heading));
    }
    return column;
}

SectionSpec load_section(const MappingFile& file, const pugi::xml_node& node) {
    expect_only(file, node, {"name", "pattern", "lead", "items"}, {"also"});
    SectionSpec section;
    section.name = required_attribute(file, node, "name");
    section.patterns.push_back(pattern_attribute(file, node));
    section.lead = optional_attribute(node, "lead", "");
    check_placeholders(file, node, section.lead, kPatternPlaceholders);
    if (node.attribute("items")) section.item_style = mark_style(file, node, "items");
    for (const pugi::xml_node& also : node.children("also")) {
        expect_only(file, also, {"pattern"}, {});
        section.patterns.push_back(pattern_attribute(file, also));
    }
    return section;
}

Choice load_choice(const MappingFile& file, const pugi::xml_node& node) {
    expect_only(file, node, {"value", "label", "short"}, {});
    Choice choice;
    choice.value = required_attribute(file, node, "value");
    choice.label = optional_attribute(node, "label", choice.value);
    choice.short_label = optional_attribute(node, "short", choice.label);
    return choice;
}

std::vector<std::string> load_lines(const MappingFile& file, const pugi::xml_node& node) {
    expect_only(file, node, {}, {"line"});
    std::vector<std::string> lines;
    for (const pugi::xml_node& line : node.children("line")) {
        lines.push_back(text_of(file, line, {}));
        check_placeholders(file, line, lines.back(), kYears);
    }
    return lines;
}

std::vector<std::string> load_patterns(const MappingFile& file, const pugi::xml_node& parent, const char* element) {
    std::vector<std::string> patterns;
    for (const pugi::xml_node& node : parent.children(element)) {
        expect_only(file, node, {"pattern"}, {});
        patterns.push_back(pattern_attribute(file, node));
    }
    return patterns;
}

std::vector<std::string> load_attributes(const MappingFile& file, const pugi::xml_node& parent, const char* element,
                                         const char* attribute) {
    std::vector<std::string> values;
    for (const pugi::xml_node& node : parent.children(element)) {
        expect_only(file, node, {attribute}, {});
        values.push_back(required_attribute(file, node, attribute));
    }
    return values;
}

LineLayout load_lines_layout(const MappingFile& file, const pugi::xml_node& node) {
    static const std::map<std::string, LineLayout::Kind> kinds = {{"narrow", LineLayout::Kind::narrow},
                                                                  {"torn", LineLayout::Kind::torn}};
    expect_only(file, node, {"layout", "mark", "name", "text", "list", "left", "labels"}, {"continuing"});
    LineLayout layout;
    layout.kind = one_of(file, node, "layout", required_attribute(file, node, "layout"), kinds);
    layout.mark = required_attribute(file, node, "mark");
    layout.text = required_attribute(file, node, "text");
    if (layout.kind == LineLayout::Kind::narrow) {
        layout.name = required_attribute(file, node, "name");
    } else {
        layout.list = required_attribute(file, node, "list");
        layout.left = required_attribute(file, node, "left");
        layout.labels = optional_attribute(node, "labels", "");
    }
    layout.continuing = load_attributes(file, node, "continuing", "word");
    return layout;
}

// The fields that <lines> and <group> name must be there.
void check_named_fields(const MappingFile& file, const pugi::xml_node& node, const Form& form) {
    const LineLayout& lines = form.lines;
    for (const std::string& id :
         {lines.mark, lines.name, lines.text, lines.list, lines.left, lines.labels, form.group_field}) {
        if (id.empty() || form.find_field(id)) continue;
        fail_at(file, node, fmt::format("<lines> や <group> の欄 {} は、どの列にもありません。", id),
                fmt::format("<lines> or <group> names the field {}, which no column has.", id));
    }
}

void check_fields(const MappingFile& file, const pugi::xml_node& node, const Form& form) {
    std::set<std::string> ids;
    for (const ColumnSpec& column : form.columns) {
        for (const FieldSpec& field : column.fields) {
            if (ids.insert(field.id).second) continue;
            fail_at(file, node, fmt::format("欄 {} が2回あります。", field.id),
                    fmt::format("The field {} is there twice.", field.id));
        }
    }
    for (const std::string& id : form.identity) {
        if (ids.contains(id)) continue;
        fail_at(file, node.child("identity"), fmt::format("<identity> の欄 {} は、どの列にもありません。", id),
                fmt::format("<identity> names the field {}, which no column has.", id));
    }
    if (form.columns.empty()) {
        fail_at(file, node, "<form> に <column> がありません。", "<form> has no <column>.");
    }
}

void load_form(const MappingFile& file, const pugi::xml_node& node, Mappings& mappings) {
    expect_only(file, node, {"id", "label", "name"},
                {"title", "section", "label", "furniture", "legend", "reprint", "ditto", "none", "unchanged",
                 "example-sheet", "column", "choice", "identity", "lines", "group"});
    for (const char* single : {"section", "legend", "identity", "lines", "group"})
        expect_at_most_one(file, node, single);
    Form form;
    form.id = required_attribute(file, node, "id");
    form.name = required_attribute(file, node, "name");
    form.label = optional_attribute(node, "label", "");
    form.title_patterns = load_patterns(file, node, "title");
    if (const pugi::xml_node section = node.child("section")) form.section = load_section(file, section);
    form.label_patterns = load_patterns(file, node, "label");
    form.furniture = load_patterns(file, node, "furniture");
    if (const pugi::xml_node legend = node.child("legend")) form.legend = load_lines(file, legend);
    form.reprint_marks = load_attributes(file, node, "reprint", "mark");
    form.ditto_marks = load_attributes(file, node, "ditto", "mark");
    form.none_words = load_attributes(file, node, "none", "word");
    form.unchanged_words = load_attributes(file, node, "unchanged", "word");
    form.example_sheets = load_attributes(file, node, "example-sheet", "word");
    for (const pugi::xml_node& column : node.children("column")) form.columns.push_back(load_column(file, column));
    for (const pugi::xml_node& choice : node.children("choice")) form.choices.push_back(load_choice(file, choice));
    if (const pugi::xml_node identity = node.child("identity")) {
        expect_only(file, identity, {}, {"by"});
        form.identity = load_attributes(file, identity, "by", "field");
    }
    if (const pugi::xml_node lines = node.child("lines")) form.lines = load_lines_layout(file, lines);
    if (const pugi::xml_node group = node.child("group")) {
        expect_only(file, group, {"field"}, {});
        form.group_field = required_attribute(file, group, "field");
    }
    check_fields(file, node, form);
    check_named_fields(file, node, form);
    if (mappings.find_form(form.id)) {
        fail_at(file, node, fmt::format("様式 {} は、ほかのファイルにもあります。", form.id),
                fmt::format("Another file has the form {} too.", form.id));
    }
    mappings.forms.push_back(std::move(form));
}

void load_organisations(const MappingFile& file, const pugi::xml_node& node, Mappings& mappings) {
    expect_only(file, node, {}, {"bureau", "department"});
    for (const pugi::xml_node& child : node.children("bureau")) {
        expect_only(file, child, {"short", "name"}, {});
        mappings.organisations.bureaus.push_back(
            {required_attribute(file, child, "short"), required_attribute(file, child, "name")});
    }
    for (const pugi::xml_node& child : node.children("department")) {
        expect_only(file, child, {"name", "bureau"}, {"alias"});
        Organisation department;
        department.name = required_attribute(file, child, "name");
        department.bureau = optional_attribute(child, "bureau", "");
        const auto& bureaus = mappings.organisations.bureaus;
        const bool known = std::any_of(bureaus.begin(), bureaus.end(),
                                       [&](const Bureau& bureau) { return bureau.short_name == department.bureau; });
        if (!department.bureau.empty() && !known) {
            fail_at(file, child, fmt::format("局の略称「{}」は、<bureau> にありません。", department.bureau),
                    fmt::format("No <bureau> has the short name \"{}\".", department.bureau));
        }
        for (const pugi::xml_node& alias : child.children("alias")) {
            department.aliases.push_back(text_of(file, alias, {}));
        }
        mappings.organisations.departments.push_back(std::move(department));
    }
}

void load_vocabulary(const MappingFile& file, const pugi::xml_node& node, Mappings& mappings) {
    expect_only(file, node, {"field"}, {"term"});
    Vocabulary vocabulary;
    vocabulary.field = required_attribute(file, node, "field");
    for (const pugi::xml_node& child : node.children("term")) {
        expect_only(file, child, {"name", "shared"}, {"division", "word"});
        VocabularyTerm term;
        term.name = required_attribute(file, child, "name");
        term.shared = yes_no_attribute(file, child, "shared", false);
        for (const pugi::xml_node& part : child.children("division")) term.divisions.push_back(text_of(file, part, {}));
        for (const pugi::xml_node& word : child.children("word")) term.words.push_back(text_of(file, word, {}));
        vocabulary.terms.push_back(std::move(term));
    }
    mappings.vocabularies.push_back(std::move(vocabulary));
}

void load_look_alikes(const MappingFile& file, const pugi::xml_node& node, Mappings& mappings) {
    expect_only(file, node, {}, {"pair"});
    for (const pugi::xml_node& pair : node.children("pair")) {
        expect_only(file, pair, {"wrong", "right", "anywhere"}, {});
        mappings.look_alikes.push_back({required_attribute(file, pair, "wrong"),
                                        required_attribute(file, pair, "right"),
                                        yes_no_attribute(file, pair, "anywhere", false)});
    }
}

[[noreturn]] void fail_unparsed(const MappingFile& file, const pugi::xml_parse_result& result) {
    const TextPosition at = text_position(file.xml, result.offset < 0 ? 0 : static_cast<std::size_t>(result.offset));
    Finding finding;
    finding.code = "mapping.invalid";
    finding.severity = Severity::error;
    finding.source.file = file.name;
    finding.source.line = at.line;
    finding.message = fmt::format("{}:{}:{}: {}", file.name, at.line, at.column,
                                  tell(fmt::format("XMLとして読めません（{}）。", result.description()),
                                       fmt::format("This is no well-formed XML ({}).", result.description())));
    throw Error(std::move(finding));
}

std::string read_file(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream content;
    content << stream.rdbuf();
    if (!stream) {
        Finding finding;
        finding.code = "mapping.unreadable";
        finding.severity = Severity::error;
        finding.source.file = path.filename().string();
        finding.message = tell(fmt::format("様式の定義「{}」を開けません。", path.string()),
                               fmt::format("Cannot open the mapping \"{}\".", path.string()));
        throw Error(std::move(finding));
    }
    return content.str();
}

}  // namespace

void load_mapping(std::string_view xml, const std::string& name, Mappings& mappings) {
    const MappingFile file{name, xml};
    pugi::xml_document document;
    const pugi::xml_parse_result result =
        document.load_buffer(xml.data(), xml.size(), pugi::parse_default, pugi::encoding_utf8);
    if (!result) fail_unparsed(file, result);
    const pugi::xml_node root = document.document_element();
    const std::string kind = root.name();
    if (kind == "form") return load_form(file, root, mappings);
    if (kind == "organisations") return load_organisations(file, root, mappings);
    if (kind == "vocabulary") return load_vocabulary(file, root, mappings);
    if (kind == "look-alikes") return load_look_alikes(file, root, mappings);
    if (kind == "notation") return load_notation(file, root, mappings.notation);
    if (kind == "terms") return load_terms(file, root, mappings.notation);
    fail_at(file, root, fmt::format("<{}> は様式の定義ではありません。", kind),
            fmt::format("<{}> is no mapping.", kind));
}

Mappings load_mappings(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        if (entry.path().extension() == ".xml") files.push_back(entry.path());
    }
    if (error || files.empty()) {
        Finding finding;
        finding.code = "mapping.no-folder";
        finding.severity = Severity::error;
        finding.message = tell(
            fmt::format("様式の定義のフォルダ「{}」がないか、XMLがありません。--mappings で指定してください。",
                        folder.string()),
            fmt::format("There is no folder \"{}\" with mappings. Please name one with --mappings.", folder.string()));
        throw Error(std::move(finding));
    }
    std::sort(files.begin(), files.end());
    Mappings mappings;
    for (const std::filesystem::path& path : files) load_mapping(read_file(path), path.filename().string(), mappings);
    return mappings;
}

}  // namespace torimatome::parsers
