#include "parsers/xlsx/xml_stream.hpp"

#include <algorithm>
#include <cstring>
#include <memory>
#include <utility>

#include "model/language.hpp"
#include "parsers/input_error.hpp"
#include "parsers/xlsx/batch_queue.hpp"
#include "parsers/xlsx/markup_scan.hpp"
#include "parsers/xlsx/part_text.hpp"
#include "parsers/xlsx/xml_text.hpp"

namespace torimatome::parsers::xlsx {

namespace {

// White space counts (a cell may hold only spaces) and text goes into its element without a node of its own, which
// halves the nodes of a sheet.
constexpr unsigned kParseOptions =
    pugi::parse_escapes | pugi::parse_eol | pugi::parse_cdata | pugi::parse_ws_pcdata | pugi::parse_embed_pcdata;

// Beyond the largest batch (one row of a sheet is far smaller) and the largest rest, a part is an attack or a mistake.
constexpr std::size_t kLargestBatch = 256 << 20;
constexpr std::size_t kLargestRest = 96 << 20;

// Inflating and parsing take about half the time, so large parts are parsed in a thread of their own.
constexpr std::uint64_t kLargePart = 4 << 20;

struct Stream {
    PartText source;
    std::string window;    // text that was read and not yet used
    std::size_t used = 0;  // how much of the window was used
    std::size_t read_size = kReadSize;

    std::string_view unused() const { return std::string_view(window).substr(used); }
    const std::string& name() const { return source.part.name; }
};

[[noreturn]] void throw_document_type(const std::string& part) {
    throw input_error("input.document-type",
                      tell("「" + part + "」に文書型宣言（DTD）があるため、安全のため読みません。",
                           "\"" + part + "\" declares a document type (DTD); such files are not read, for safety."),
                      tell("Excelで開いて保存し直したファイルを使ってください。",
                           "Open the file in Excel, save it again and use that file."));
}

// Reads on; false at the end of the part. Batches grow only as long as no cut is found in them.
bool fill(Stream& stream) {
    if (stream.source.ended && stream.source.waiting.empty()) return false;
    stream.window.erase(0, stream.used);
    stream.used = 0;
    if (stream.window.size() > kLargestBatch) {
        throw_too_large("「" + stream.name() + "」の一つの行が大きすぎます。",
                        "A single row of \"" + stream.name() + "\" is too large.");
    }
    const std::size_t before = stream.window.size();
    const std::size_t wanted = std::max(stream.read_size, before);
    while (stream.window.size() - before < wanted) {
        const std::size_t size = stream.window.size();
        read_text(stream.source, stream.window, wanted);
        if (stream.window.size() == size && stream.source.ended) break;
    }
    return stream.window.size() > before;
}

void parse(char* begin, std::size_t size, pugi::xml_document& document, const std::string& part) {
    if (std::memchr(begin, 0, size)) throw_damaged(part, "NUL character");
    const pugi::xml_parse_result result =
        document.load_buffer_inplace(begin, size, kParseOptions | pugi::parse_fragment, pugi::encoding_utf8);
    if (!result) throw_damaged(part, result.description());
}

struct Production {
    Stream& stream;
    const std::vector<XmlList>& lists;
    const TakeBatch& hand_over;
};

void produce_batch(Production& production, std::size_t size, std::size_t list) {
    if (size == 0) return;
    Stream& stream = production.stream;
    auto batch = std::make_unique<XmlBatch>();
    // The batch takes the window over: what is left of it is small, and nothing that was read is copied.
    const std::size_t begin = stream.used;
    std::string left = stream.window.substr(begin + size);
    batch->text = std::exchange(stream.window, std::move(left));
    stream.used = 0;
    batch->list = list;
    batch->done = stream.source.taken;
    parse(batch->text.data() + begin, size, batch->document, stream.name());
    production.hand_over(std::move(batch));
}

void produce_list(Production& production, std::size_t list, const std::string& end_tag) {
    Stream& stream = production.stream;
    while (true) {
        const ListCut cut = find_list_cut(stream.unused(), end_tag, production.lists[list].item);
        if (cut.document_type) throw_document_type(stream.name());
        produce_batch(production, cut.end, list);
        if (cut.list_ends) return;
        if (!fill(stream)) throw_damaged(stream.name(), "unexpected end");
    }
}

// Moves text up to the end of the next markup into `rest` and says what it was; empty at the end of the part.
std::optional<Markup> next_markup(Stream& stream, std::string& rest) {
    while (true) {
        const std::string_view text = stream.unused();
        const std::size_t at = text.find('<');
        const Markup markup = at == std::string_view::npos ? Markup{} : markup_at(text, at);
        if (markup.kind == MarkupKind::document_type) throw_document_type(stream.name());
        if (markup.kind != MarkupKind::incomplete) {
            rest.append(text.substr(0, markup.end));
            stream.used += markup.end;
            if (rest.size() > kLargestRest) {
                throw_too_large("「" + stream.name() + "」が大きすぎます。", "\"" + stream.name() + "\" is too large.");
            }
            return markup;
        }
        if (!fill(stream)) {
            rest.append(stream.unused());
            return std::nullopt;
        }
    }
}

// An XML declaration must not name an encoding other than the ones that workbooks may be in.
void check_declaration(std::string_view declaration, const std::string& part) {
    const std::size_t at = declaration.find("encoding");
    if (at == std::string_view::npos) return;
    const std::size_t begin = declaration.find_first_of("\"'", at);
    if (begin == std::string_view::npos) return;
    const std::size_t end = declaration.find(declaration[begin], begin + 1);
    std::string name(declaration.substr(begin + 1, end == std::string_view::npos ? end : end - begin - 1));
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    const bool known = name == "UTF-8" || name == "UTF8" || name == "US-ASCII" || name.starts_with("UTF-16");
    if (!known) throw_damaged(part, "encoding=" + name);
}

// Excel writes the labels of old controls with HTML's <br>, which is no XML.
void close_line_breaks(std::string& vml) {
    for (std::size_t at = vml.find("<br>"); at != std::string::npos; at = vml.find("<br>", at))
        vml.insert(at + 3, 1, '/');
}

// Reads the whole part: hands over batches, and parses what is left into `rest`.
void produce(Production& production, XmlPart& rest) {
    Stream& stream = production.stream;
    const auto& lists = production.lists;
    rest.buffer.clear();
    while (const std::optional<Markup> markup = next_markup(stream, rest.buffer)) {
        if (markup->kind == MarkupKind::instruction) check_declaration(rest.buffer, stream.name());
        if (markup->kind != MarkupKind::start_tag) continue;
        const std::string tag(markup->name);
        const auto list = std::find_if(lists.begin(), lists.end(),
                                       [&](const XmlList& one) { return local_name(tag.c_str()) == one.list; });
        if (list == lists.end()) continue;
        produce_list(production, static_cast<std::size_t>(list - lists.begin()), "</" + tag);
    }
    if (stream.name().ends_with(".vml")) close_line_breaks(rest.buffer);
    parse(rest.buffer.data(), rest.buffer.size(), rest.document, stream.name());
    if (!rest.root()) throw_damaged(stream.name(), "empty");
}

}  // namespace

pugi::xml_node XmlPart::root() const {
    for (pugi::xml_node node = document.first_child(); node; node = node.next_sibling()) {
        if (node.type() == pugi::node_element) return node;
    }
    return {};
}

void stream_xml(Package& package, std::string_view name, const std::vector<XmlList>& lists, XmlPart& rest,
                std::size_t read_size) {
    std::optional<PartReader> part = open_part(package, name);
    if (!part) throw_damaged(std::string(name), "missing");
    Stream stream;
    stream.source.part = std::move(*part);
    stream.read_size = read_size;
    const auto produce_all = [&](const TakeBatch& hand_over) {
        Production production{stream, lists, hand_over};
        produce(production, rest);
    };
    const auto take = [&](std::unique_ptr<XmlBatch> batch) {
        const XmlList& list = lists[batch->list];
        for (pugi::xml_node item = batch->document.first_child(); item; item = item.next_sibling()) {
            if (is_named(item, list.item)) list.take(item, batch->done);
        }
    };
    if (!lists.empty() && claimed_size(package, name) >= kLargePart) {
        run_ahead(produce_all, take);
    } else {
        produce_all(take);
    }
}

bool read_xml(Package& package, std::string_view name, XmlPart& part) {
    if (!has_part(package, name)) return false;
    stream_xml(package, name, {}, part);
    return true;
}

}  // namespace torimatome::parsers::xlsx
