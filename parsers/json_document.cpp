#include "parsers/json_document.hpp"

#include <fmt/format.h>

#include <stdexcept>
#include <utility>
#include <vector>

#include "parsers/json_reader.hpp"

namespace torimatome::parsers {

namespace {

constexpr std::string_view kSchema = "torimatome/1";

Box read_box(JsonReader& json) {
    std::vector<double> edges;
    json.array([&] { edges.push_back(json.number()); });
    constexpr std::size_t kEdges = 4;
    if (edges.size() != kEdges) {
        json.refuse(" は4つの数値 [x0, y0, x1, y1] のはずです。", " must be the four numbers [x0, y0, x1, y1].");
    }
    return {edges[0], edges[1], edges[2], edges[3]};
}

/// A position, and which of the members that a field's position may leave to its record were there.
struct GivenPosition {
    SourcePosition position;
    bool file = false;
    bool sheet = false;
};

GivenPosition read_given_position(JsonReader& json) {
    GivenPosition given;
    SourcePosition& position = given.position;
    json.object({}, [&](const std::string& key) {
        if (key == "file") {
            position.file = json.text();
            given.file = true;
        } else if (key == "sheet") {
            position.sheet = json.text();
            given.sheet = true;
        } else if (key == "cell") {
            position.cell = json.text();
        } else if (key == "page") {
            position.page = json.whole_number();
        } else if (key == "box") {
            position.box = read_box(json);
        } else if (key == "line") {
            position.line = json.whole_number();
        } else {
            json.skip();
        }
    });
    return given;
}

SourcePosition read_position(JsonReader& json) { return read_given_position(json).position; }

TextRun read_run(JsonReader& json) {
    TextRun run;
    json.object({"text"}, [&](const std::string& key) {
        if (key == "text") {
            run.text = json.text();
        } else if (key == "bold") {
            run.bold = json.truth_value();
        } else if (key == "italic") {
            run.italic = json.truth_value();
        } else if (key == "underline") {
            run.underline = json.truth_value();
        } else if (key == "color") {
            run.color = json.text();
        } else {
            json.skip();
        }
    });
    return run;
}

/// Reads a field but for what its position leaves to the record's, which comes later; that goes to `given`.
Field read_field(JsonReader& json, std::optional<GivenPosition>& given) {
    Field field;
    json.object({"text"}, [&](const std::string& key) {
        if (key == "text") {
            field.text = json.text();
        } else if (key == "value") {
            field.value = json.text();
        } else if (key == "values") {
            json.array([&] { field.values.push_back(json.text()); });
        } else if (key == "inherited") {
            field.inherited = json.truth_value();
        } else if (key == "reprinted") {
            field.reprinted = json.truth_value();
        } else if (key == "runs") {
            json.array([&] { field.runs.push_back(read_run(json)); });
        } else if (key == "source") {
            given = read_given_position(json);
        } else {
            json.skip();
        }
    });
    return field;
}

/// A field's position leaves out the file and the sheet that it shares with its record.
SourcePosition completed(const GivenPosition& given, const SourcePosition& record) {
    SourcePosition position = given.position;
    if (!given.file) position.file = record.file;
    if (!given.sheet && !position.cell.empty()) position.sheet = record.sheet;
    return position;
}

Record read_record(JsonReader& json) {
    Record record;
    std::vector<std::optional<GivenPosition>> positions;
    json.object({"id", "section", "fields", "source"}, [&](const std::string& key) {
        if (key == "id") {
            record.id = json.text();
        } else if (key == "section") {
            record.section = json.text();
        } else if (key == "fields") {
            json.object({}, [&](const std::string& field) {
                record.fields.emplace_back(field, read_field(json, positions.emplace_back()));
            });
        } else if (key == "source") {
            record.source = read_position(json);
        } else if (key == "asked") {
            record.asked = json.text();
        } else {
            json.skip();
        }
    });
    for (std::size_t i = 0; i < positions.size(); ++i) {
        if (positions[i]) record.fields[i].second.source = completed(*positions[i], record.source);
    }
    return record;
}

SectionItem read_item(JsonReader& json) {
    SectionItem item;
    json.object({"mark", "title"}, [&](const std::string& key) {
        if (key == "mark") {
            item.mark = json.text();
        } else if (key == "title") {
            item.title = json.text();
        } else {
            json.skip();
        }
    });
    return item;
}

Section read_section(JsonReader& json) {
    Section section;
    json.object({"number", "title", "items"}, [&](const std::string& key) {
        if (key == "number") {
            section.number = json.text();
        } else if (key == "title") {
            section.title = json.text();
        } else if (key == "items") {
            json.array([&] { section.items.push_back(read_item(json)); });
        } else {
            json.skip();
        }
    });
    return section;
}

Severity read_severity(JsonReader& json) {
    const std::string name = json.text();
    try {
        return severity_from_string(name);
    } catch (const std::invalid_argument&) {
        json.refuse(fmt::format(" は error・warning・note のどれかのはずですが、「{}」です。", name),
                    fmt::format(" must be error, warning or note, but is \"{}\".", name));
    }
}

Finding read_finding(JsonReader& json) {
    Finding finding;
    json.object({"code", "severity", "message"}, [&](const std::string& key) {
        if (key == "code") {
            finding.code = json.text();
        } else if (key == "severity") {
            finding.severity = read_severity(json);
        } else if (key == "record") {
            finding.record = json.text();
        } else if (key == "field") {
            finding.field = json.text();
        } else if (key == "message") {
            finding.message = json.text();
        } else if (key == "hint") {
            finding.hint = json.text();
        } else if (key == "source") {
            finding.source = read_position(json);
        } else {
            json.skip();
        }
    });
    return finding;
}

LooseText read_loose_text(JsonReader& json) {
    LooseText loose;
    json.object({"text", "source"}, [&](const std::string& key) {
        if (key == "text") {
            loose.text = json.text();
        } else if (key == "source") {
            loose.source = read_position(json);
        } else {
            json.skip();
        }
    });
    return loose;
}

Source read_source(JsonReader& json) {
    Source source;
    json.object({"file", "format", "sha256"}, [&](const std::string& key) {
        if (key == "file") {
            source.file = json.text();
        } else if (key == "format") {
            source.format = json.text();
        } else if (key == "sha256") {
            source.sha256 = json.text();
        } else if (key == "date") {
            source.date = json.text();
        } else {
            json.skip();
        }
    });
    return source;
}

void check_schema(JsonReader& json) {
    const std::string schema = json.text();
    if (schema == kSchema) return;
    json.refuse(fmt::format(" が「{}」です。読めるのは「{}」だけです。", schema, kSchema),
                fmt::format(" is \"{}\"; only \"{}\" can be read.", schema, kSchema));
}

void read_member(JsonReader& json, const std::string& key, Document& document) {
    if (key == "schema") {
        check_schema(json);
    } else if (key == "form") {
        document.form = json.text();
    } else if (key == "department") {
        document.department = json.text();
    } else if (key == "label") {
        document.label = json.text();
    } else if (key == "title") {
        document.title = json.text();
    } else if (key == "year") {
        if (!json.skip_null()) document.year = json.whole_number();
    } else if (key == "source") {
        document.source = read_source(json);
    } else if (key == "sections") {
        json.array([&] { document.sections.push_back(read_section(json)); });
    } else if (key == "records") {
        json.array([&] { document.records.push_back(read_record(json)); });
    } else if (key == "findings") {
        json.array([&] { document.findings.push_back(read_finding(json)); });
    } else if (key == "unplaced") {
        json.array([&] { document.unplaced.push_back(read_loose_text(json)); });
    } else {
        json.skip();
    }
}

}  // namespace

Document read_json_document(std::string_view json, const std::string& name) {
    Document document;
    JsonReader reader(json, name);
    reader.object({"schema", "form", "label", "title", "year", "source", "sections", "records", "findings", "unplaced"},
                  [&](const std::string& key) { read_member(reader, key, document); });
    reader.finish();
    return document;
}

bool is_json_document(std::string_view bytes) {
    JsonReader reader(bytes, "");
    try {
        reader.begin_object();
        while (reader.next_member()) {
            if (reader.key() == "schema") return reader.is_text() && reader.text() == kSchema;
            reader.skip();
        }
    } catch (const Error&) {
        return false;  // no JSON at all, or JSON that is not ours: other readers may know it
    }
    return false;
}

}  // namespace torimatome::parsers
