#include "parsers/reader.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <optional>
#include <stdexcept>
#include <utility>

#include "model/language.hpp"
#include "parsers/csv/csv_reader.hpp"
#include "parsers/extracted_text/extracted_text_reader.hpp"
#include "parsers/office_file.hpp"
#include "parsers/pdf/pdf_reader.hpp"
#include "parsers/unreadable_kinds.hpp"
#include "parsers/xlsx/xlsx_reader.hpp"

namespace torimatome::parsers {

namespace {

bool is_zip(std::string_view bytes) { return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06"); }

bool is_anything(std::string_view) { return true; }

// One line a kind of container: how its first bytes look, and who reads it. The first line that fits is taken.
struct Reader {
    bool (*fits)(std::string_view bytes);
    TableSet (*read)(const Input& input, const ReadOptions& options);
};
constexpr std::array<Reader, 4> kReaders{{
    {is_zip, read_xlsx},
    {is_pdf, read_pdf},
    {is_csv, read_csv},
    {is_anything, read_extracted_text},
}};

// An office file of a kind that has no reader here, by way of LibreOffice. The source stays the file that came.
std::optional<TableSet> read_converted(const Input& input, const ReadOptions& options) {
    const auto conversion = conversion_for(input.bytes);
    if (!conversion) return std::nullopt;
    const auto converted = convert_office_file(input.bytes, *conversion);
    if (!converted) return std::nullopt;
    const Input result{input.name, *converted};
    TableSet tables = conversion->format == "xlsx" ? read_xlsx(result, options) : read_pdf(result, options);
    // LibreOffice opens a broken file as an empty one.
    const bool empty =
        std::all_of(tables.tables.begin(), tables.tables.end(), [](const Table& table) { return table.cells.empty(); });
    if (empty && tables.loose.empty()) return std::nullopt;
    tables.source.sha256 = sha256_hex(input.bytes);
    Finding finding;
    finding.code = "input.converted";
    finding.severity = Severity::note;
    finding.message = tell("この形式は直接読めないため、LibreOfficeで変換してから読みました。",
                           "This format cannot be read directly; LibreOffice converted it first.");
    tables.findings.insert(tables.findings.begin(), std::move(finding));
    return tables;
}

TableSet read_directly(const Input& input, const ReadOptions& options) {
    refuse_unreadable_kinds(input);
    for (const Reader& reader : kReaders) {
        if (reader.fits(input.bytes)) return reader.read(input, options);
    }
    return {};
}

}  // namespace

TableSet read_tables(const Input& input, const ReadOptions& options) {
    if (auto converted = read_converted(input, options)) return std::move(*converted);
    try {
        return read_directly(input, options);
    } catch (const Error& error) {
        if (!conversion_for(input.bytes) || has_office()) throw;
        Finding finding = error.finding();
        finding.hint += tell("LibreOffice をインストールすると、この形式のまま読めます。",
                             " With LibreOffice installed, this format can be read as it is.");
        throw Error(std::move(finding));
    }
}

std::string sha256_hex(std::string_view bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr) != 1) {
        throw std::runtime_error("SHA-256 is not available");
    }
    constexpr std::string_view kHex = "0123456789abcdef";
    std::string text;
    for (unsigned i = 0; i < length; ++i) {
        text.push_back(kHex[digest[i] >> 4]);
        text.push_back(kHex[digest[i] & 15]);
    }
    return text;
}

}  // namespace torimatome::parsers
